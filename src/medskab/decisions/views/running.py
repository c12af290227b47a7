"""The page of a decision that is under way: what is going on now, and what one can do."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from medskab.common.clock import now
from medskab.decisions import live, rules
from medskab.decisions.models import Decision, PhaseKind


def show_running(request: Any, decision: Decision) -> HttpResponse:
    """Where it stands, with the one thing to do now on top."""
    moment = now()
    page = live.page_of(decision, moment)
    thread = reverse("thread", args=[request.area.slug, decision._meta.label_lower, decision.pk])
    context = {
        "decision": decision,
        "page": page,
        "steps": live.steps(decision, moment),
        "may_conduct": rules.may_conduct(request.person, decision),
        "may_propose": page.now == PhaseKind.PROPOSE
        and (request.person is None or rules.may_propose(request.person, decision))
        and decision.is_running,
        "may_vote": page.is_voting,
        "thread": thread,
    }
    return render(request, "decisions/here/running.html", context)
