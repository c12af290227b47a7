"""Why something about an initiative was refused."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from medskab.common.deed import CannotAct


class NotYoursToStart(CannotAct):
    text = _("Who lives here can start something.")


class TooManyDrafts(CannotAct):
    text = _("You have many drafts. Open or withdraw one first.")


class NotYoursToWrite(CannotAct):
    text = _("Only those who are part of it write here.")


class NotYoursToDo(CannotAct):
    text = _("Only its lead or staff can do this.")


class ChangedMeanwhile(CannotAct):
    text = _("Somebody else changed this step while you wrote. Look at both, then keep yours or theirs.")


class IsOver(CannotAct):
    text = _("It has ended. Open it again first.")


class NotNow(CannotAct):
    text = _("It is not at that point. Load the page again.")


class NeedsAReason(CannotAct):
    text = _("Write why in a few words.")


class NotReady(CannotAct):
    """What is missing, said plainly."""

    def __init__(self, missing: Sequence[str]) -> None:
        super().__init__(" ".join(missing))


class NoSuchPlace(CannotAct):
    text = _("Choose a block or a wider place of this area.")


class CannotBeAsked(CannotAct):
    text = _("Only somebody who takes part here can be asked.")


class TooManyAsked(CannotAct):
    text = _("So many are asked already. Wait for their answers.")


class NobodyAsked(CannotAct):
    text = _("You are not asked to be part of this.")


class NotGrownUp(CannotAct):
    text = _("The adult contact must be 18 or older.")


class LeadStays(CannotAct):
    text = _("Hand it over to somebody else first.")


class NotPartOfIt(CannotAct):
    text = _("Only somebody who is part of it can take over.")


class CannotSupport(CannotAct):
    text = _("You can support what is open or under way.")


class PartOfItAlready(CannotAct):
    text = _("You are part of it already.")


class OtherArea(CannotAct):
    text = _("The need belongs to another area.")
