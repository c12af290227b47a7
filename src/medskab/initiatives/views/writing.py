"""Writing an idea card: six small steps, each kept at once, to be left and taken up again."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.initiatives import actions, queries, rules
from medskab.initiatives.forms import IdeaForm, StepForm, form_of
from medskab.initiatives.models import Initiative
from medskab.initiatives.steps import FIRST, Writing, after, mark_of, walk

from .finding import initiative_at, need_named, writing_at


@page(rules.may_start)
def new(request: Any) -> HttpResponse:
    """The first step: an initiative exists as soon as it is kept."""
    need = need_named(request)
    form = IdeaForm(request.POST or None)
    words = form.words if form.is_bound and form.is_valid() else {}
    facts = {"area": request.area, "words": words, "need": need}
    if form.carry_out(actions.start, **facts, by=request.person, now=now()):
        return _onwards(request, Writing(form.answer, FIRST))
    context = {"form": form, "here": FIRST, "steps": list(walk(None, FIRST)), "need": need}
    return render(request, "initiatives/write.html", context)


@page(rules.may_write_step, find=writing_at)
def step(request: Any, writing: Writing) -> HttpResponse:
    """One step: keep it and go on, or keep it and come back another day."""
    initiative, here = writing.initiative, writing.step
    form = form_of(here, initiative, request.POST or None)
    given = {"initiative": initiative, "step": here, **_written(form)}
    if form.carry_out(actions.save_step, **given, by=request.person, now=now()):
        return _onwards(request, writing)
    stands = mark_of(initiative, here)
    is_overtaken = form.is_bound and form["seen"].value() != stands
    if is_overtaken:
        form.show_again(stands)
    context = {
        "form": form,
        "here": here,
        "initiative": initiative,
        "steps": list(walk(initiative, here)),
        "theirs": form_of(here, initiative) if is_overtaken else None,
        "following": after(here),
    }
    return render(request, "initiatives/write.html", context)


@page(rules.may_preview, find=initiative_at)
def preview(request: Any, initiative: Initiative) -> HttpResponse:
    """The card as everybody will see it, and what is still missing."""
    context = {
        "initiative": initiative,
        "missing": queries.why_not_ready(initiative),
        "members": queries.members(initiative, is_inside=False, now=now()),
        "needs": queries.needs_of(initiative),
        "steps": list(walk(initiative, None)),
        "is_lead": rules.is_lead(request.person, initiative),
        "is_author": rules.is_author(request.person, initiative),
    }
    return render(request, "initiatives/preview.html", context)


def _written(form: StepForm) -> dict[str, Any]:
    is_whole = form.is_bound and form.is_valid()
    return {"words": form.words, "seen": form.cleaned_data["seen"]} if is_whole else {}


def _onwards(request: Any, writing: Writing) -> HttpResponse:
    messages.success(request, _("Kept. You can go on now or come back another day."))
    if "later" in request.POST:
        return redirect("initiatives-mine", request.area.slug)
    following = after(writing.step)
    if following is None:
        return redirect("initiative-preview", request.area.slug, writing.initiative.slug)
    return redirect("initiative-step", request.area.slug, writing.initiative.slug, following.key)
