"""The buttons of an initiative: each asks on a page of its own, and does one thing."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.initiatives import actions, rules
from medskab.initiatives.forms import BecauseForm, HandOverForm, TakeUpForm
from medskab.initiatives.models import Initiative

from .doing import Deed, Doing, carried_out
from .finding import initiative_at

OPEN = Deed(
    Doing(
        _("Open it for everybody?"),
        _("Open it"),
        _("It is open. Everybody can read and support it."),
        _("Everybody can read the card and how to reach you. Your name stands there if you agree to that."),
    ),
    actions.open_initiative,
)
BEGIN = Deed(
    Doing(_("Has it begun?"), _("Yes, it is under way"), _("It is under way.")),
    actions.begin,
)
END = Deed(
    Doing(
        _("Has it come to its end?"),
        _("End it"),
        _("It has ended. Its page stays."),
        _("Write what came of it. Those who support it are told."),
    ),
    actions.end_initiative,
)
WITHDRAW = Deed(
    Doing(
        _("Withdraw it?"),
        _("Withdraw it"),
        _("It is withdrawn."),
        _("Nobody else can read the card any more. That it was withdrawn, and why, stays."),
        is_dangerous=True,
    ),
    actions.withdraw,
)
REOPEN = Deed(
    Doing(_("Open it again?"), _("Open it again"), _("It goes on.")),
    actions.reopen,
)
SUPPORT = Deed(
    Doing(
        _("Do you think so too?"),
        _("I think so too"),
        _("Thank you. You are told what becomes of it."),
        _("Only the number is shown, not your name."),
    ),
    actions.support,
)
STOP = Deed(
    Doing(_("Take your support back?"), _("Take it back"), _("Your support is taken back.")),
    actions.stop_supporting,
)
HAND_OVER = Deed(
    Doing(
        _("Who leads it from now on?"),
        _("Hand it over"),
        _("It is handed over."),
        _("Only somebody who is part of it can take over."),
    ),
    actions.hand_over,
)
TAKE_UP = Deed(
    Doing(
        _("Which need does it take up?"),
        _("Take it up"),
        _("Those who follow the need can see it now."),
    ),
    actions.take_up,
)


def _pressed(request: Any, deed: Deed, initiative: Initiative) -> HttpResponse:
    return carried_out(request, DeedForm(request.POST or None), deed, initiative)


@page(rules.is_lead, find=initiative_at)
def open_it(request: Any, initiative: Initiative) -> HttpResponse:
    """Everybody can read it from now on."""
    return _pressed(request, OPEN, initiative)


@page(rules.is_lead, find=initiative_at)
def begin(request: Any, initiative: Initiative) -> HttpResponse:
    """Something is being done."""
    return _pressed(request, BEGIN, initiative)


@page(rules.may_end, find=initiative_at)
def end(request: Any, initiative: Initiative) -> HttpResponse:
    """It has come to its end."""
    return carried_out(request, BecauseForm(request.POST or None), END, initiative)


@page(rules.may_end, find=initiative_at)
def withdraw(request: Any, initiative: Initiative) -> HttpResponse:
    """Nobody else reads it any more."""
    return carried_out(request, BecauseForm(request.POST or None), WITHDRAW, initiative)


@page(rules.may_reopen, find=initiative_at)
def reopen(request: Any, initiative: Initiative) -> HttpResponse:
    """It goes on."""
    return _pressed(request, REOPEN, initiative)


@page(rules.may_support, find=initiative_at)
def support(request: Any, initiative: Initiative) -> HttpResponse:
    """I think so too."""
    return _pressed(request, SUPPORT, initiative)


@page(rules.may_support, find=initiative_at)
def stop_supporting(request: Any, initiative: Initiative) -> HttpResponse:
    """Taken back."""
    return _pressed(request, STOP, initiative)


@page(rules.may_hand_over, find=initiative_at)
def hand_over(request: Any, initiative: Initiative) -> HttpResponse:
    """Somebody else leads it."""
    form = HandOverForm(request.POST or None, initiative=initiative)
    return carried_out(request, form, HAND_OVER, initiative)


@page(rules.may_take_up, find=initiative_at)
def take_up(request: Any, initiative: Initiative) -> HttpResponse:
    """It does something about a need."""
    form = TakeUpForm(request.POST or None, initiative=initiative)
    return carried_out(request, form, TAKE_UP, initiative)
