"""Bringing a file of votes, looking at it, and taking it in."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.decisions import actions, rules
from medskab.decisions.forms import ConfirmForm, ImportForm, ReplaceForm
from medskab.decisions.models import Decision, State
from medskab.tools.jobs.queries import jobs_about

from .finding import decision_at
from .work import show_work, stated_currency


@page(rules.may_prepare)
def new_import(request: Any) -> HttpResponse:
    """Begin with a file."""
    form = ImportForm(request.POST or None, request.FILES or None)
    sent = partial(actions.submit_file, area=request.area, by=request.person, now=now())
    if form.carry_out(lambda **key: sent(words=form.words, **form.upload, **key)):
        return _to_job(form.answer)
    return render(request, "decisions/import.html", {"form": form})


@page(rules.may_conduct, find=decision_at)
def replace_file(request: Any, decision: Decision) -> HttpResponse:
    """Another file for a draft; what was typed is still there, and what was wrong stands above it."""
    if decision.state != State.DRAFT:
        return redirect("decision-work", request.area.slug, decision.slug)
    form = ReplaceForm(request.POST or None, request.FILES or None, decision=decision)
    sent = partial(actions.replace_file, decision=decision, by=request.person, now=now())
    if form.carry_out(lambda **key: sent(words=form.words, **form.upload, **key)):
        return _to_job(decision)
    job = jobs_about(decision).first()
    context = {"form": form, "decision": decision, "wrong": job.error_sentence if job else ""}
    return render(request, "decisions/import.html", context)


@require_POST
@page(rules.may_conduct, find=decision_at)
def confirm(request: Any, decision: Decision) -> HttpResponse:
    """Take the votes in as they were shown."""
    form = ConfirmForm(request.POST, stated=stated_currency(decision))
    taken = partial(actions.confirm_import, decision=decision, by=request.person, now=now())
    if form.carry_out(lambda **key: taken(currency=form.cleaned_data["currency"], **key)):
        return redirect("decision-work", request.area.slug, decision.slug)
    return show_work(request, decision, form)


@page(rules.may_conduct, find=decision_at)
def discard(request: Any, decision: Decision) -> HttpResponse:
    """Forget a draft, after asking."""
    form = DeedForm(request.POST or None)
    if form.carry_out(actions.discard_draft, decision=decision, by=request.person, now=now()):
        return redirect("decisions", request.area.slug)
    return render(request, "decisions/discard.html", {"form": form, "decision": decision})


def _to_job(decision: Decision) -> HttpResponse:
    job = jobs_about(decision).first()
    if job is None:
        return redirect("decision-work", decision.area.slug, decision.slug)
    return redirect("job", decision.area.slug, job.ref)
