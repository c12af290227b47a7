"""Staff set within how many days everything is answered."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.needs import actions, rules
from medskab.needs.forms.term import TermForm
from medskab.needs.term import days_to_answer


@page(rules.may_sort)
def term(request: Any) -> HttpResponse:
    """Change the term."""
    form = TermForm(request.POST or None, initial={"days": days_to_answer(request.area)})
    if form.is_bound and form.is_valid() and _is_set(request, form):
        messages.success(request, _("The term is set."))
        return redirect("need-queue", request.area.slug)
    return render(request, "needs/term.html", {"form": form})


def _is_set(request: Any, form: TermForm) -> bool:
    return form.carry_out(actions.set_term, area=request.area, **form.facts, by=request.person, now=now())
