"""Why a deed with a mandate is refused, in words for people."""

from django.utils.translation import gettext_lazy as _

from medskab.common.deed import CannotAct


class NotYoursToHandOver(CannotAct):
    text = _("Staff and the tenants’ board of this area hand over rights.")


class OutsideTheArea(CannotAct):
    text = _("This belongs to another area.")


class BadMandate(CannotAct):
    """The facts contradict each other; the text says which."""


class MandateDoesNotCover(CannotAct):
    """The mandate does not allow this now; the text says why."""


class AlreadyAuthorized(CannotAct):
    text = _("This has its authorization already.")


class MandateIsOver(CannotAct):
    text = _("This right has ended. Give a new one instead.")


class NotLater(CannotAct):
    text = _("Choose a day after the present last day.")


class SayWhy(CannotAct):
    text = _("Write why. Everybody can read it.")
