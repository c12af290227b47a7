"""Why something at a meeting cannot be done, in sentences for those who try."""

from collections.abc import Iterable
from datetime import date

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from medskab.common.deed import CannotAct


class NotYoursToConduct(CannotAct):
    text = gettext_lazy("The board and the area’s staff conduct meetings.")


class NotAtThisPoint(CannotAct):
    text = gettext_lazy("The meeting is not at this point. Load the page again.")


class EndsBeforeItBegins(CannotAct):
    text = gettext_lazy("It must end after it begins.")


class AlreadyBegun(CannotAct):
    text = gettext_lazy("The time has passed. Choose a later one.")


class NothingOnTheAgenda(CannotAct):
    text = gettext_lazy("Put at least one point on the agenda first.")


class NoChairOnTheAgenda(CannotAct):
    text = gettext_lazy("An afdelingsmøde chooses a chair first. Put that on the agenda.")


class CalledTooLate(CannotAct):
    def __init__(self, days: int, earliest: date) -> None:
        said = ngettext(
            "An afdelingsmøde like this must be called at least %(days)s day before. "
            "Called today, it can be held on %(earliest)s at the earliest. "
            "Choose a later day, or call it as a beboermøde, where nothing is decided.",
            "An afdelingsmøde like this must be called at least %(days)s days before. "
            "Called today, it can be held on %(earliest)s at the earliest. "
            "Choose a later day, or call it as a beboermøde, where nothing is decided.",
            days,
        )
        super().__init__(said % {"days": days, "earliest": _day(earliest)})


class SentTooLate(CannotAct):
    def __init__(self, last: date) -> None:
        said = _("Agenda and budget had to be sent by %(last)s. Move the meeting to a later day.")
        super().__init__(said % {"last": _day(last)})


class MotionsStillComing(CannotAct):
    def __init__(self, last: date) -> None:
        said = _("Residents can hand in motions until %(last)s. Send the agenda after that day.")
        super().__init__(said % {"last": _day(last)})


class MotionsUnanswered(CannotAct):
    text = gettext_lazy("Answer every motion first.")


class MotionTooLate(CannotAct):
    def __init__(self, last: date) -> None:
        said = _("Motions for this meeting had to be here by %(last)s. Keep it for the next meeting.")
        super().__init__(said % {"last": _day(last)})


class TakesNoMotions(CannotAct):
    text = gettext_lazy("No motions can be handed in for this meeting.")


class NotYourMotion(CannotAct):
    text = gettext_lazy("Only who handed it in can take it back.")


class MotionAnswered(CannotAct):
    text = gettext_lazy("The motion has its answer already.")


class AgendaIsSent(CannotAct):
    text = gettext_lazy("The agenda has been sent out and stands as it is.")


class NotTheDay(CannotAct):
    def __init__(self, day: date) -> None:
        super().__init__(_("The doors open on %(day)s.") % {"day": _day(day)})


class AgendaNotSent(CannotAct):
    text = gettext_lazy("The agenda was not sent in time, so the meeting can decide nothing. Move it.")


class WrongDoorCode(CannotAct):
    text = gettext_lazy("That is not the code on the wall. Look again, or ask at the desk.")


class NoSuchHome(CannotAct):
    text = gettext_lazy("We know no such home. Write it like: Engvej 4, 2. tv. Or ask at the desk.")


class AlreadyHere(CannotAct):
    text = gettext_lazy("This home is checked in already. Ask at the desk.")


class NotCheckedIn(CannotAct):
    text = gettext_lazy("This home is not checked in.")


class DecidesNothing(CannotAct):
    text = gettext_lazy("Nothing is decided at this gathering.")


class NoChairYet(CannotAct):
    text = gettext_lazy("Choose a chair first.")


class NotForVotes(CannotAct):
    text = gettext_lazy("This point is not decided by yes or no.")


class NoElection(CannotAct):
    text = gettext_lazy("This point is no election.")


class TooManyVotes(CannotAct):
    def __init__(self, cast: int, present: int) -> None:
        said = _("%(cast)s votes are more than the %(present)s in the room. Check the numbers.")
        super().__init__(said % {"cast": cast, "present": present})


class SayWhyItChanges(CannotAct):
    text = gettext_lazy("There are numbers already. Say what was wrong with them.")


class LotsNeeded(CannotAct):
    def __init__(self, names: Iterable[str]) -> None:
        said = _("Equal votes: draw lots between %(names)s, and write who drew and in which order.")
        super().__init__(said % {"names": ", ".join(names)})


class ItemWithoutMinutes(CannotAct):
    def __init__(self, number: int) -> None:
        super().__init__(_("Write what was said or decided on point %(number)s.") % {"number": number})


class NotYoursToSign(CannotAct):
    text = gettext_lazy("This signature is not yours to give.")


class AlreadySigned(CannotAct):
    text = gettext_lazy("This is signed already. Two different people sign.")


class MinutesChanged(CannotAct):
    text = gettext_lazy("The minutes have changed since you read them. Read them again.")


class NotSigned(CannotAct):
    text = gettext_lazy("The chair and one more must sign first.")


def _day(day: date) -> str:
    return formats.date_format(day, "DATE_FORMAT")
