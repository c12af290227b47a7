"""Why something about people cannot be done, in words for the person who tried."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from medskab.common.deed import CannotAct


class NotYoursToDo(CannotAct):
    text = _("This is not yours to do. Ask somebody who works for the area.")


class AlreadyTakesPart(CannotAct):
    text = _("Somebody with this mail address already takes part here. Give them a role on their page.")


class GuardianMissing(CannotAct):
    text = _("Somebody under 15 needs a parent or guardian here. Invite that person first.")


class AlreadyHasTheRole(CannotAct):
    text = _("They already have this role.")


class RoleIsOver(CannotAct):
    text = _("This role has already ended.")


class LastOfTheStaff(CannotAct):
    text = _(
        "Nobody else works for the area. Somebody else must have the role first, and have signed in once."
    )


class HandOverFirst(CannotAct):
    """The person is still in charge of something."""

    def __init__(self, titles: list[str]) -> None:
        super().__init__(gettext("First hand over: %(duties)s.") % {"duties": ", ".join(titles)})


class AgeUnknown(CannotAct):
    text = _("Say first how old you are. Then we know whom to ask.")


class AgeIsKnown(CannotAct):
    text = _("Your age group is written down already. Ask somebody who works for the area to change it.")


class TextHasChanged(CannotAct):
    text = _("The text has changed meanwhile. Read it again, then answer.")


class NameIsTaken(CannotAct):
    text = _("There is one with this name already.")


class CodeIsOver(CannotAct):
    text = _("This code has already ended.")


class AddressIsTaken(CannotAct):
    text = _("This address cannot be used. Choose another.")


class IsErased(CannotAct):
    text = _("This person is no longer here.")


class RenewalIsOver(CannotAct):
    text = _("Somebody has already answered this request.")


class RenewalIsOpen(CannotAct):
    text = _("A request for this person is already waiting for a second person.")


class SessionIsOver(CannotAct):
    text = _("That device is signed out already.")


class AlreadySetUp(CannotAct):
    text = _("This site has been set up already. Sign in instead.")


class LinkIsOver(CannotAct):
    text = _("This link has been used or is too old. Make a new one with: medskab demo login NAME")


class NoDemoPerson(CannotAct):
    text = _("There is nobody of that name in a demo area.")
