"""Staff bring the notes of a meeting: divided, looked through, and taken in with one press."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.needs import actions, rules
from medskab.needs.forms.notes import HeardForm, NotesForm, Parts


@page(rules.may_sort)
def notes(request: Any) -> HttpResponse:
    """The notes in one piece, then their parts; `step` says what was pressed."""
    step = request.POST.get("step", "")
    if step == "take":
        return _taken(request)
    if step == "back":
        return _written(request, NotesForm(area=request.area, initial=_as_it_stood(request)))
    form = NotesForm(request.POST or None, area=request.area)
    if not form.is_valid():
        return _written(request, form)
    heard = HeardForm(area=request.area, initial=form.heard)
    return _looked_at(request, heard, Parts(initial=form.looked_at()))


def _taken(request: Any) -> HttpResponse:
    heard, parts = HeardForm(request.POST, area=request.area), Parts(request.POST)
    if not _take_in(request, heard, parts):
        return _looked_at(request, heard, parts)
    number = len(parts.ticked)
    said = ngettext("%(number)d thing was taken in.", "%(number)d things were taken in.", number)
    messages.success(request, said % {"number": number})
    return redirect(f"{reverse('need-queue', args=[request.area.slug])}?with={heard.answer.pk}")


def _take_in(request: Any, heard: HeardForm, parts: Parts) -> bool:
    if not (heard.is_valid() and parts.is_valid()):
        return False
    all_said = [heard.said(part) for part in parts.ticked]
    facts = {"all_said": all_said, "secret": heard.key, "by": request.person}
    return heard.carry_out(actions.take_notes, area=request.area, **facts, now=now())


def _as_it_stood(request: Any) -> dict[str, Any]:
    given = {name: request.POST.get(name, "") for name in ("channel", "day", "place")}
    return {**given, "notes": Parts(request.POST).as_notes()}


def _written(request: Any, form: NotesForm) -> HttpResponse:
    return render(request, "needs/notes.html", {"form": form})


def _looked_at(request: Any, heard: HeardForm, parts: Parts) -> HttpResponse:
    return render(request, "needs/parts.html", {"form": heard, "parts": parts})
