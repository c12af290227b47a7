"""Choosing the rule, and deciding by hand."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.policy import page
from medskab.decisions import actions, queries, rules
from medskab.decisions.forms import CountForm, HandForm
from medskab.decisions.models import Decision, Ruling
from medskab.decisions.words.counting_rules import RULES

from .finding import decision_at


@page(rules.may_conduct, find=decision_at)
def count(request: Any, decision: Decision) -> HttpResponse:
    """How the winner is found: each choice with its effect, then the count as a job."""
    if not queries.is_uncounted(decision):
        return redirect("decision-work", request.area.slug, decision.slug)
    proposals = list(decision.proposals.all())
    agreed = queries.agreed_order(decision)
    form = CountForm(request.POST or None, proposals=proposals, unit=decision.currency_unit, agreed=agreed)
    if request.method == "POST" and form.is_valid():
        try:
            job = actions.order_count(
                decision=decision,
                orders=form.orders,
                by=request.person,
                now=now(),
                idempotency_key=form.key,
            )
        except CannotAct as error:
            form.add_error(None, str(error))
        else:
            return redirect("job", request.area.slug, job.ref)
    context = {
        "form": form,
        "decision": decision,
        "rule_words": RULES,
        "agreed": RULES[agreed.rule] if agreed else None,
        "rulings": queries.rulings(decision),
        "stated_rule": decision.submission.stated_rule,
    }
    return render(request, "decisions/count.html", context)


@page(rules.may_conduct, find=decision_at)
def by_hand(request: Any, decision: Decision) -> HttpResponse:
    """A decision by hand about one proposal, with its reason."""
    if not queries.is_uncounted(decision):
        return redirect("decision-work", request.area.slug, decision.slug)
    form = HandForm(request.POST or None, proposals=list(decision.proposals.all()))
    if request.method == "POST" and form.is_valid():
        try:
            actions.decide_by_hand(
                decision=decision,
                project=form.cleaned_data["project"],
                ruling=Ruling(form.cleaned_data["ruling"]),
                words=form.words,
                by=request.person,
                now=now(),
                idempotency_key=form.key,
            )
        except CannotAct as error:
            form.add_error(None, str(error))
        else:
            return redirect("decision-work", request.area.slug, decision.slug)
    context = {"form": form, "decision": decision, "rulings": queries.rulings(decision)}
    return render(request, "decisions/by_hand.html", context)
