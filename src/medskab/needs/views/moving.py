"""Staff put needs together, divide them, and undo either."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.needs import actions, queries, rules
from medskab.needs.forms.moving import MergeForm, SplitForm, UndoForm
from medskab.needs.models import Move, Need

from .finding import move_at, need_at


@page(rules.may_sort, find=need_at)
def merge(request: Any, need: Need) -> HttpResponse:
    """Put it together with another."""
    form = MergeForm(request.POST or None, need=need)
    if _carried_out(request, form, actions.merge_need, need=need):
        messages.success(request, _("They are put together."))
        return redirect(form.answer)
    title = _("Put it together with another")
    says = _("Its page stays and leads on to the other. What people said about it goes there too.")
    return _asked(request, form, need, (title, says, _("Put them together")))


@page(rules.may_sort, find=need_at)
def split(request: Any, need: Need) -> HttpResponse:
    """Divide a new one off it."""
    form = SplitForm(request.POST or None, need=need)
    if _carried_out(request, form, actions.split_need, need=need):
        messages.success(request, _("The new one is on the board."))
        return redirect(form.answer)
    says = _("Some of what people said about it goes to a new one.")
    return _asked(request, form, need, (_("Divide it"), says, _("Divide it")))


@page(rules.may_sort, find=move_at)
def undo(request: Any, move: Move) -> HttpResponse:
    """Take back what was put together or divided."""
    form = UndoForm(request.POST or None, move=move)
    if _carried_out(request, form, actions.undo_move, move=move):
        messages.success(request, _("It is undone."))
        return redirect(move.out_of)
    says = _("What people said goes back to where it was.")
    return _asked(request, form, move.out_of, (_("Undo it"), says, _("Undo it")))


@page(rules.may_sort, find=need_at)
def order(request: Any, need: Need) -> HttpResponse:
    """What was put together with it or divided off it, and what can be done."""
    context = {"need": need, "moves": queries.moves_of(need), "said": queries.said_about(need)[:100]}
    return render(request, "needs/order.html", context)


def _asked(request: Any, form: Any, need: Need, words: tuple[str, str, str]) -> HttpResponse:
    title, says, button = words
    context = {"form": form, "need": need, "title": title, "says": says, "button": button}
    return render(request, "needs/move_form.html", context)


def _carried_out(request: Any, form: Any, deed: Any, **about: Any) -> bool:
    if not form.is_bound or not form.is_valid():
        return False
    return form.carry_out(deed, **about, **form.facts, by=request.person, now=now())
