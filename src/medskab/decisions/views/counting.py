"""Choosing the rule, and deciding by hand."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.decisions import actions, queries, rules
from medskab.decisions.forms import CountForm, HandForm
from medskab.decisions.models import Decision
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
    ordered = partial(actions.order_count, decision=decision, by=request.person, now=now())
    if form.carry_out(lambda **key: ordered(orders=form.orders, **key)):
        return redirect("job", request.area.slug, form.answer.ref)
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
    decided = partial(actions.decide_by_hand, decision=decision, by=request.person, now=now())
    if form.carry_out(lambda **key: decided(**form.facts, **key)):
        return redirect("decision-work", request.area.slug, decision.slug)
    context = {"form": form, "decision": decision, "rulings": queries.rulings(decision)}
    return render(request, "decisions/by_hand.html", context)
