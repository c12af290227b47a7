"""The buttons of an initiative: each asks on a page of its own, and does one thing."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from medskab.common.asking import Asking
from medskab.common.forms import DeedForm
from medskab.initiatives import actions, rules
from medskab.initiatives.forms import BecauseForm, EndForm, HandOverForm, TakeUpForm
from medskab.initiatives.models import Initiative

from .doing import asks


def _say_why(request: Any, _initiative: Initiative) -> DeedForm:
    return BecauseForm(request.POST or None)


def _say_what_came(request: Any, _initiative: Initiative) -> DeedForm:
    return EndForm(request.POST or None)


def _choose_who(request: Any, initiative: Initiative) -> DeedForm:
    return HandOverForm(request.POST or None, initiative=initiative)


def _choose_need(request: Any, initiative: Initiative) -> DeedForm:
    return TakeUpForm(request.POST or None, initiative=initiative)


OPEN = Asking(
    _("Open it for everybody?"),
    _("Open it"),
    actions.open_initiative,
    _("It is open. Everybody can read and support it."),
    _("Everybody can read the card and how to reach you. Your name stands there if you agree to that."),
)
BEGIN = Asking(_("Has it begun?"), _("Yes, it is under way"), actions.begin, _("It is under way."))
END = Asking(
    _("Has it come to its end?"),
    _("End it"),
    actions.end_initiative,
    _("It has ended. Its page stays."),
    _("Write what came of it. Those who support it are told."),
)
WITHDRAW = Asking(
    _("Withdraw it?"),
    _("Withdraw it"),
    actions.withdraw,
    _("It is withdrawn."),
    _("Nobody else can read the card any more. That it was withdrawn, and why, stays."),
    is_dangerous=True,
)
REOPEN = Asking(_("Open it again?"), _("Open it again"), actions.reopen, _("It goes on."))
SUPPORT = Asking(
    _("Do you think so too?"),
    _("I think so too"),
    actions.support,
    _("Thank you. You are told what becomes of it."),
    _("Only the number is shown, not your name."),
)
STOP = Asking(
    _("Take your support back?"),
    _("Take it back"),
    actions.stop_supporting,
    _("Your support is taken back."),
)
HAND_OVER = Asking(
    _("Who leads it from now on?"),
    _("Hand it over"),
    actions.hand_over,
    _("It is handed over."),
    _("Only somebody who is part of it can take over."),
)
TAKE_UP = Asking(
    _("Which need does it take up?"),
    _("Take it up"),
    actions.take_up,
    _("Those who follow the need can see it now."),
)

open_it = asks(rules.is_lead, OPEN)
begin = asks(rules.is_lead, BEGIN)
end = asks(rules.may_end, END, _say_what_came)
withdraw = asks(rules.may_end, WITHDRAW, _say_why)
reopen = asks(rules.may_reopen, REOPEN)
support = asks(rules.may_support, SUPPORT)
stop_supporting = asks(rules.may_support, STOP)
hand_over = asks(rules.may_hand_over, HAND_OVER, _choose_who)
take_up = asks(rules.may_take_up, TAKE_UP, _choose_need)
