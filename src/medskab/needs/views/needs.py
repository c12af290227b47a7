"""Staff word needs and assets."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.needs import actions, rules
from medskab.needs.forms.needs import NeedForm, as_heard, as_written
from medskab.needs.models import Need

from .finding import input_named, need_at
from .queue import onward


@page(rules.may_sort)
def new(request: Any) -> HttpResponse:
    """Put one on the board; `?input=` says in what it was heard."""
    row = input_named(request)
    form = NeedForm(request.POST or None, area=request.area, initial=as_heard(row))
    about = {"row": row} if row else {"area": request.area}
    deed = actions.make_need_of if row else actions.make_need
    if _carried_out(request, form, deed, **about):
        messages.success(request, _("It is on the board."))
        return redirect(onward(row) if row else form.answer)
    return render(request, "needs/need_form.html", {"form": form, "row": row})


@page(rules.may_sort, find=need_at)
def change(request: Any, need: Need) -> HttpResponse:
    """Word it better, or say how far it came."""
    form = NeedForm(request.POST or None, area=request.area, initial=as_written(need))
    if _carried_out(request, form, actions.edit_need, need=need):
        messages.success(request, _("It is changed."))
        return redirect(need)
    return render(request, "needs/need_form.html", {"form": form, "need": need})


def _carried_out(request: Any, form: NeedForm, deed: Any, **about: Any) -> bool:
    if not form.is_bound or not form.is_valid():
        return False
    return form.carry_out(deed, **about, worded=form.worded, by=request.person, now=now())
