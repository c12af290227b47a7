"""Saying what a result means, publishing it; calling off, withdrawing."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from medskab.common.asking import Asking
from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.decisions import actions, queries, rules, snapshots
from medskab.decisions.forms import CallOffForm, WithdrawForm, WordsForm
from medskab.decisions.models import Decision, State
from medskab.decisions.words.headlines import headline

from .finding import decision_at
from .result import result_parts


@page(rules.may_conduct, find=decision_at)
def words(request: Any, decision: Decision) -> HttpResponse:
    """Who decides, on what basis, what it means, how to object."""
    form = WordsForm(request.POST) if request.method == "POST" else WordsForm.for_decision(decision)
    written = partial(actions.write_words, decision=decision, by=request.person, now=now())
    if form.carry_out(lambda **key: written(words=form.words, **key)):
        return redirect("decision-work", request.area.slug, decision.slug)
    return render(request, "decisions/words.html", {"form": form, "decision": decision})


@page(rules.may_conduct, find=decision_at)
def publish(request: Any, decision: Decision) -> HttpResponse:
    """The result as everybody will see it, and the button that shows it to them."""
    if decision.state != State.COUNTED:
        return redirect("decision-work", request.area.slug, decision.slug)
    form = DeedForm(request.POST or None)
    if form.carry_out(actions.publish, decision=decision, by=request.person, now=now()):
        return redirect(decision)
    snapshot = snapshots.snapshot(decision)
    context = {
        "form": form,
        "decision": decision,
        "headline": headline(snapshots.summary(snapshot), decision.nature),
        "ballots": snapshot.get("ballots", ""),
        "is_out_of_date": queries.is_out_of_date(decision),
        "missing": [name for name in actions.NEEDED_WORDS if not getattr(decision, name).strip()],
        **result_parts(decision, snapshot),
    }
    return render(request, "decisions/publish.html", context)


CALL_OFF = Asking(
    _("Call it off?"),
    _("Call it off"),
    actions.call_off,
    _("It is called off. Everybody can read why."),
    _("Its page stays and says why. The money that was put aside is free again."),
    is_dangerous=True,
)


@page(rules.may_conduct, find=decision_at)
def call_off(request: Any, decision: Decision) -> HttpResponse:
    """Stop a decision before its vote has begun, with a reason that everybody reads."""
    form = CallOffForm(request.POST or None)
    if CALL_OFF.is_done(request, form, decision=decision):
        return redirect(decision)
    return CALL_OFF.page(request, form, decision)


@page(rules.may_conduct, find=decision_at)
def withdraw(request: Any, decision: Decision) -> HttpResponse:
    """Say that a result does not hold, and why."""
    form = WithdrawForm(request.POST or None)
    withdrawn = partial(actions.withdraw, decision=decision, by=request.person, now=now())
    if form.carry_out(lambda **key: withdrawn(because=form.cleaned_data["because"], **key)):
        return redirect(decision)
    return render(request, "decisions/withdraw.html", {"form": form, "decision": decision})
