"""Bringing a file of votes, looking at it, and taking it in."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medskab.common.clock import now
from medskab.common.deed import CannotAct
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
    if request.method == "POST" and form.is_valid():
        try:
            decision = actions.submit_file(
                area=request.area,
                words=form.words,
                **form.upload,
                by=request.person,
                now=now(),
                idempotency_key=form.key,
            )
        except CannotAct as error:
            form.add_error(None, str(error))
        else:
            return _to_job(decision)
    return render(request, "decisions/import.html", {"form": form})


@page(rules.may_conduct, find=decision_at)
def replace_file(request: Any, decision: Decision) -> HttpResponse:
    """Another file for a draft; what was typed is still there, and what was wrong stands above it."""
    if decision.state != State.DRAFT:
        return redirect("decision-work", request.area.slug, decision.slug)
    form = ReplaceForm(request.POST or None, request.FILES or None, decision=decision)
    if request.method == "POST" and form.is_valid():
        try:
            actions.replace_file(
                decision=decision,
                words=form.words,
                **form.upload,
                by=request.person,
                now=now(),
                idempotency_key=form.key,
            )
        except CannotAct as error:
            form.add_error(None, str(error))
        else:
            return _to_job(decision)
    job = jobs_about(decision).first()
    context = {"form": form, "decision": decision, "wrong": job.error_sentence if job else ""}
    return render(request, "decisions/import.html", context)


@require_POST
@page(rules.may_conduct, find=decision_at)
def confirm(request: Any, decision: Decision) -> HttpResponse:
    """Take the votes in as they were shown."""
    form = ConfirmForm(request.POST, stated=stated_currency(decision))
    if form.is_valid():
        try:
            actions.confirm_import(
                decision=decision,
                currency=form.cleaned_data["currency"],
                by=request.person,
                now=now(),
                idempotency_key=form.key,
            )
        except CannotAct as error:
            form.add_error(None, str(error))
        else:
            return redirect("decision-work", request.area.slug, decision.slug)
    return show_work(request, decision, form)


@page(rules.may_conduct, find=decision_at)
def discard(request: Any, decision: Decision) -> HttpResponse:
    """Forget a draft, after asking."""
    form = DeedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.discard_draft(decision=decision, by=request.person, now=now(), idempotency_key=form.key)
        except CannotAct as error:
            form.add_error(None, str(error))
        else:
            return redirect("decisions", request.area.slug)
    return render(request, "decisions/discard.html", {"form": form, "decision": decision})


def _to_job(decision: Decision) -> HttpResponse:
    job = jobs_about(decision).first()
    if job is None:
        return redirect("decision-work", decision.area.slug, decision.slug)
    return redirect("job", decision.area.slug, job.ref)
