"""What money there is, and where it goes."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from medskab.common.clock import now
from medskab.common.policy import anyone, page

from . import actions, queries, rules
from .forms import LineForm
from .models import BudgetLine


@page(anyone)
def money(request: Any) -> HttpResponse:
    """Each budget line: given, free, reserved, committed, spent."""
    context = {
        "lines": queries.line_states(queries.lines_of(request.area)),
        "may_keep_money": rules.may_keep_money(request.person, request.area),
    }
    return render(request, "resources/money.html", context)


@page(rules.may_keep_money)
def new_line(request: Any) -> HttpResponse:
    """Somebody gives money."""
    form = LineForm(request.POST or None, area=request.area)

    def take_in(**key: Any) -> BudgetLine:
        given = form.cleaned_data
        return actions.open_budget_line(
            area=request.area,
            title=given["title"],
            mandate=given["mandate"],
            amount_ore=given["kroner"] * 100,
            source=given["source"],
            by=request.person,
            now=now(),
            **key,
        )

    if form.carry_out(take_in):
        return redirect("money", request.area.slug)
    return render(request, "resources/new_line.html", {"form": form})
