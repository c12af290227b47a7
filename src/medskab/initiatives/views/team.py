"""Asking people to be part of it, and their answers."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from medskab.common.asking import Asking
from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.initiatives import actions, queries, rules
from medskab.initiatives.forms import AnswerForm, AskForm
from medskab.initiatives.models import Initiative

from .doing import asks
from .finding import initiative_at


def _answer(request: Any, initiative: Initiative) -> DeedForm:
    return AnswerForm(request.POST or None, person=request.person, initiative=initiative)


ASK = Asking(
    _("Ask somebody to join"),
    _("Ask them"),
    actions.invite_author,
    _("If somebody who takes part here has this address, they are asked now."),
    _("They can say no without a reason. Until they say yes, nobody sees that they are asked."),
)
YES = Asking(
    _("Will you be part of it?"),
    _("Yes, I am part of it"),
    actions.accept_invitation,
    _("You are part of it."),
    _("The others who are part of it and staff see your name. Everybody does only if you agree."),
)
NO = Asking(
    _("Say no?"),
    _("No, thank you"),
    actions.decline_invitation,
    _("You are not part of it. Nobody is told why."),
)
LEAVE = Asking(
    _("Leave it?"),
    _("Leave it"),
    actions.leave,
    _("You are no longer part of it."),
    _("What you wrote stays in the card."),
    is_dangerous=True,
)

accept = asks(rules.is_invited, YES, _answer)
decline = asks(rules.is_invited, NO)
leave = asks(rules.is_author, LEAVE)


@page(rules.may_write, find=initiative_at)
def ask(request: Any, initiative: Initiative) -> HttpResponse:
    """Ask by mail address. The answer does not tell whether somebody here has it."""
    form = AskForm(request.POST or None)
    if not form.is_bound or not form.is_valid():
        return ASK.page(request, form, initiative)
    person = queries.person_at(initiative.area, form.cleaned_data["address"])
    facts = {"initiative": initiative, "person": person, "by": request.person, "now": now()}
    if person is not None and not form.carry_out(ASK.deed, **facts):
        return ASK.page(request, form, initiative)
    messages.success(request, str(ASK.said))
    return redirect(initiative.get_absolute_url())
