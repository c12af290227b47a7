"""Why a deed with a decision is refused, in words for those who tried."""

from django.utils.translation import gettext_lazy as _

from medskab.common.deed import CannotAct


class NotYoursToDecide(CannotAct):
    text = _("Only the area’s facilitators can do this.")


class FileTooLarge(CannotAct):
    text = _("The file is larger than 20 megabytes. Ask us for help with large elections.")


class NothingToConfirm(CannotAct):
    text = _("There is no file waiting to be confirmed. It may already be taken in, or discarded.")


class AlreadyAtWork(CannotAct):
    text = _("This is already being worked on. Wait until it is done, or stop it.")


class TooLateToDiscard(CannotAct):
    text = _("The votes have been counted. What is counted is kept; you can withdraw it with a reason.")


class NothingToCount(CannotAct):
    text = _("There are no votes to count, or the result is already published.")


class NoSuchProposal(CannotAct):
    text = _("There is no such proposal in this decision.")


class CountIsOutOfDate(CannotAct):
    text = _("Something was decided by hand after the count. Count again first.")


class NothingToPublish(CannotAct):
    text = _("There is no new result to publish.")


class WordsAreMissing(CannotAct):
    text = _("Say first who decides, on what basis, what it means, and how to object.")


class NotPublic(CannotAct):
    text = _("This is not published, or it is already withdrawn.")


class AlreadyCorrected(CannotAct):
    text = _("Somebody has corrected these numbers meanwhile. Look at them again.")


class NothingChanged(CannotAct):
    text = _("These are the same numbers as before.")


class MayNotAsk(CannotAct):
    text = _("This would take long to find out. Ask the area’s facilitators.")
