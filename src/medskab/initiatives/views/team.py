"""Asking people to be part of it, and their answers."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.initiatives import actions, queries, rules
from medskab.initiatives.forms import AnswerForm, AskForm
from medskab.initiatives.models import Initiative

from .doing import Deed, Doing, carried_out, shown
from .finding import initiative_at

ASK = Doing(
    gettext_lazy("Ask somebody to join"),
    gettext_lazy("Ask them"),
    "",
    gettext_lazy("They can say no without a reason. Until they say yes, nobody sees that they are asked."),
)
YES = Deed(
    Doing(
        gettext_lazy("Will you be part of it?"),
        gettext_lazy("Yes, I am part of it"),
        gettext_lazy("You are part of it."),
        gettext_lazy(
            "The others who are part of it and staff see your name. Everybody does only if you agree."
        ),
    ),
    actions.accept_invitation,
)
NO = Deed(
    Doing(
        gettext_lazy("Say no?"),
        gettext_lazy("No, thank you"),
        gettext_lazy("You are not part of it. Nobody is told why."),
    ),
    actions.decline_invitation,
)
LEAVE = Deed(
    Doing(
        gettext_lazy("Leave it?"),
        gettext_lazy("Leave it"),
        gettext_lazy("You are no longer part of it."),
        gettext_lazy("What you wrote stays in the card."),
        is_dangerous=True,
    ),
    actions.leave,
)


@page(rules.may_write, find=initiative_at)
def ask(request: Any, initiative: Initiative) -> HttpResponse:
    """Ask by mail address. The answer does not tell whether somebody here has it."""
    form = AskForm(request.POST or None)
    if not form.is_bound or not form.is_valid():
        return shown(request, form, ASK, initiative)
    person = queries.person_at(initiative.area, form.cleaned_data["address"])
    facts = {"initiative": initiative, "person": person, "by": request.person, "now": now()}
    if person is not None and not form.carry_out(actions.invite_author, **facts):
        return shown(request, form, ASK, initiative)
    messages.success(request, _("If somebody who takes part here has this address, they are asked now."))
    return redirect(initiative.get_absolute_url())


@page(rules.is_invited, find=initiative_at)
def accept(request: Any, initiative: Initiative) -> HttpResponse:
    """Yes."""
    form = AnswerForm(request.POST or None, person=request.person, initiative=initiative)
    return carried_out(request, form, YES, initiative)


@page(rules.is_invited, find=initiative_at)
def decline(request: Any, initiative: Initiative) -> HttpResponse:
    """No."""
    return carried_out(request, DeedForm(request.POST or None), NO, initiative)


@page(rules.is_author, find=initiative_at)
def leave(request: Any, initiative: Initiative) -> HttpResponse:
    """Out of it again."""
    return carried_out(request, DeedForm(request.POST or None), LEAVE, initiative)
