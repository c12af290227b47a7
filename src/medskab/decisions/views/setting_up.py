"""A facilitator sets a decision up, plans it and opens it."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.decisions import actions, preflight, rules
from medskab.decisions.forms.attaching import AttachForm
from medskab.decisions.forms.setting_up import MoveForm, PlanForm, SetUpForm
from medskab.decisions.models import Decision, Phase

from .finding import decision_at


@page(rules.may_prepare)
def new_here(request: Any) -> HttpResponse:
    """What is decided, by what right, with which money."""
    form = SetUpForm(request.POST or None, area=request.area, today=now().date())
    if form.carry_out(lambda **key: actions.set_up(**_made(request, form), **key)):
        return redirect("decision-plan", request.area.slug, form.answer.slug)
    return render(request, "decisions/here/set_up.html", {"form": form})


@page(rules.may_conduct, find=decision_at)
def set_up(request: Any, decision: Decision) -> HttpResponse:
    """The same, for one that nobody else has seen yet."""
    form = SetUpForm.for_decision(decision, now().date(), request.POST or None)

    def change(**key: Any) -> Decision:
        return actions.change_set_up(decision=decision, facts=form.facts, by=request.person, now=now(), **key)

    if form.carry_out(change):
        return redirect("decision-work", request.area.slug, decision.slug)
    return render(request, "decisions/here/set_up.html", {"form": form, "decision": decision})


@page(rules.may_conduct, find=decision_at)
def plan(request: Any, decision: Decision) -> HttpResponse:
    """The days of each phase."""
    form = (
        PlanForm(request.POST, is_budget=decision.is_budget)
        if request.method == "POST"
        else PlanForm.for_decision(decision, localdate(now()))
    )

    def keep(**key: Any) -> Decision:
        return actions.plan(decision=decision, dates=form.dates, by=request.person, now=now(), **key)

    if form.carry_out(keep):
        return redirect("decision-work", request.area.slug, decision.slug)
    context = {"form": form, "decision": decision, "is_proposed": not decision.phases.exists()}
    return render(request, "decisions/here/plan.html", context)


@page(rules.may_conduct, find=decision_at)
def open_decision(request: Any, decision: Decision) -> HttpResponse:
    """The list of what must be in place, and the button."""
    form = DeedForm(request.POST or None)
    if form.carry_out(actions.open_decision, decision=decision, by=request.person, now=now()):
        return redirect(decision)
    checks = preflight.before_opening(decision, now())
    context = {
        "form": form,
        "decision": decision,
        "checks": checks,
        "may_conduct": True,
        "is_ready": all(check.is_done for check in checks),
    }
    return render(request, "decisions/here/open.html", context)


@page(rules.may_conduct, find=decision_at)
def meeting(request: Any, decision: Decision) -> HttpResponse:
    """The point of a meeting's agenda that the vote belongs to."""
    form = AttachForm(request.POST or None, decision=decision, initial={"item": decision.agenda_item_id})

    def attach(**key: Any) -> Decision:
        item = form.cleaned_data["item"]
        return actions.attach_to_item(decision=decision, item=item, by=request.person, now=now(), **key)

    if form.carry_out(attach):
        return redirect("decision-work", request.area.slug, decision.slug)
    return render(request, "decisions/here/meeting.html", {"form": form, "decision": decision})


def phase_at(request: Any, *, slug: str, kind: str) -> Phase:
    """A phase of a decision by its kind."""
    found = Phase.objects.for_area(request.area).filter(decision__slug=slug, kind=kind)
    phase = found.select_related("decision__area").first()
    if phase is None:
        raise Http404
    return phase


@page(rules.may_move, find=phase_at)
def move(request: Any, phase: Phase) -> HttpResponse:
    """Other days for a phase that everybody can see, with the reason."""
    form = MoveForm(request.POST) if request.method == "POST" else MoveForm.for_phase(phase)

    def move_it(**key: Any) -> object:
        return actions.move_phase(
            phase=phase,
            **form.dates(phase),
            because=form.cleaned_data["because"],
            by=request.person,
            now=now(),
            **key,
        )

    if form.carry_out(move_it):
        return redirect(phase.decision)
    return render(request, "decisions/here/move.html", {"form": form, "phase": phase})


def _made(request: Any, form: SetUpForm) -> dict[str, Any]:
    about = {"area": request.area, "facts": form.facts, "need": form.cleaned_data["need"]}
    return {**about, "by": request.person, "now": now()}
