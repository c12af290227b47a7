"""The page on which a facilitator brings a decision from the votes to the result."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.decisions import live, preflight, queries, rules, working
from medskab.decisions.forms import ConfirmForm
from medskab.decisions.models import Decision, PollState, State
from medskab.tools.jobs.queries import jobs_about

from .finding import decision_at

LIVING = (State.SET_UP, State.RUNNING, State.CALLED_OFF)


@page(rules.may_work_on, find=decision_at)
def work(request: Any, decision: Decision) -> HttpResponse:
    """How far it is, and the next thing to do."""
    return show_work(request, decision)


def show_work(request: Any, decision: Decision, form: ConfirmForm | None = None) -> HttpResponse:
    """The same page, also where something on it could not be done."""
    job = jobs_about(decision).first()
    context: dict[str, Any] = {
        "decision": decision,
        "job": job,
        "may_conduct": rules.may_conduct(request.person, decision),
        "steps": working.steps(decision) if decision.state not in LIVING else live.steps(decision, now()),
        "rulings": queries.rulings(decision),
    }
    if decision.state in LIVING:
        poll = preflight.real_poll(decision)
        context["may_call_off"] = poll is None or poll.state == PollState.PREPARED
        context["checks"] = (
            preflight.before_opening(decision, now())
            if decision.state == State.SET_UP
            else preflight.before_voting(decision, now())
        )
    elif decision.state == State.DRAFT:
        context["preview"] = working.preview(decision)
        context["form"] = form or ConfirmForm(stated=stated_currency(decision))
        context["is_stopped"] = context["preview"] is None and queries.is_stopped(decision)
    elif decision.official_count is not None:
        context["counted"] = working.counted(decision)
        context["is_out_of_date"] = queries.is_out_of_date(decision)
    elif not decision.is_budget:
        context["vote"] = queries.standing_vote(decision)
    return render(request, "decisions/work.html", context)


def stated_currency(decision: Decision) -> str:
    """The money that the uploaded file names."""
    upload = getattr(decision, "upload", None)
    return str(upload.reading["currency"]) if upload and upload.reading else ""
