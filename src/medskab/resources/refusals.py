"""Why a deed with money is refused, in words for people."""

from django.utils.translation import gettext_lazy as _

from medskab.common.deed import CannotAct
from medskab.common.money import ore_as_text


class NotYoursToMove(CannotAct):
    text = _("Staff of this area keep its money.")


class NotEnoughMoney(CannotAct):
    text = _("There is not enough money left.")


class OnlySoMuchLeft(NotEnoughMoney):
    """Less is left for a bill than it asks for; the text says how much."""

    def __init__(self, left_ore: int) -> None:
        super().__init__(_("Only %(left)s kr. is left for this.") % {"left": ore_as_text(left_ore)})


class SayAnAmount(CannotAct):
    text = _("Say an amount above zero.")


class SayWhy(CannotAct):
    text = _("Write why.")


class MandateIsOver(CannotAct):
    text = _("The right to decide does not hold today. Choose another.")


class OtherMandate(CannotAct):
    text = _("This decision is under another right than the money.")


class MoreThanAuthorized(CannotAct):
    text = _("This is more than the decision may use.")


class AlreadyReserved(CannotAct):
    text = _("The money for this is reserved already.")


class ReservationIsOver(CannotAct):
    text = _("This money is no longer reserved.")


class CommitmentIsClosed(CannotAct):
    text = _("This is closed. Nothing more is paid from it.")


class WaitsForSecond(CannotAct):
    text = _("A bill still waits for a second person. Pay it or drop it first.")


class AlreadyPaid(CannotAct):
    text = _("This is decided already.")


class AnotherMustConfirm(CannotAct):
    text = _("Somebody else than the one who wrote it down must confirm it.")


class DayAhead(CannotAct):
    text = _("The day of a bill cannot lie ahead.")
