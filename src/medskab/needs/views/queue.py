"""Staff hear what people said, and see to it that everything ends."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.needs import queries, rules
from medskab.needs.calculations import likely_for, tried_before
from medskab.needs.coverage import OUTCOMES, coverage
from medskab.needs.forms.sorting import VoiceTextForm
from medskab.needs.models import Channel, Input, InputState
from medskab.needs.term import days_to_answer
from medskab.needs.words import HIDE_REASONS
from medskab.people.models import Person
from medskab.places.models import Area
from medskab.tools.media import transcribing

from .doings import DOINGS, possible
from .finding import Sorting, input_at, sorting_at
from .pins import pin_drawing

_ON_ONE_PAGE = 50
LATE, CARE = "late", "care"


@page(rules.may_sort)
def queue(request: Any) -> HttpResponse:
    """What waits, oldest first."""
    only = request.GET.get("only", "")
    only = only if only in {LATE, CARE, *Channel.values} else ""
    together = _together(request)
    found = _found(request.area, only) if together is None else queries.taken_in_with(together)
    waiting = Paginator(found, _ON_ONE_PAGE)
    context = {
        "page": waiting.get_page(request.GET.get("page")),
        "tabs": _tabs(request.area, None if together else only),
        "query": f"with={together.pk}&" if together else f"only={only}&",
        "days": days_to_answer(request.area),
    }
    return render(request, "needs/queue.html", context)


@page(rules.may_sort)
def who_was_heard(request: Any) -> HttpResponse:
    """Who was heard in the last twelve months, who was not, and what came of it."""
    context = {"coverage": coverage(request.area, now()), "outcomes": [name for name, _states in OUTCOMES]}
    return render(request, "needs/coverage.html", context)


def _together(request: Any) -> Input | None:
    """One of those that were written down together, where only they are asked for."""
    asked = request.GET.get("with", "")
    if not (asked.isascii() and asked.isdigit() and len(asked) < 19):
        return None
    written_down = Input.objects.for_area(request.area).exclude(typed_by=None)
    return written_down.select_related("area").filter(pk=asked).first()


def _found(area: Area, only: str) -> Any:
    if only == LATE:
        return queries.late(area, now())
    found = queries.queue(area)
    if only == CARE:
        return found.filter(state=InputState.HIDDEN)
    return found.filter(channel=only) if only else found


def _tabs(area: Area, here: str | None) -> list[tuple[str, str, bool]]:
    counts = queries.by_channel(area)
    named = [("", _("All")), (LATE, _("Too long")), (CARE, _("With care"))]
    named += [(name, f"{Channel(name).label} ({number})") for name, number in counts]
    return [(label, f"?only={name}", name == here) for name, label in named]


@page(rules.may_sort, find=input_at)
def one(request: Any, row: Input) -> HttpResponse:
    """What one person said, and what can be done with it."""
    names = possible(row)
    forms = {name: DOINGS[name].form(row=row, auto_id=f"{name}_%s") for name in names}
    context = {
        "row": row,
        "doings": [(name, DOINGS[name], forms[name]) for name in names],
        "needs": queries.heard_in(row),
        "care": HIDE_REASONS.get(row.care, ""),
        "drawing": pin_drawing(row),
        **_likely(row, names),
    }
    return render(request, "needs/input.html", context)


def _likely(row: Input, names: list[str]) -> dict[str, Any]:
    """Each suggestion with a form of its own, so that two can be pressed from one page."""
    if "join" not in names:
        return {}
    found = likely_for(row)
    return {
        "likely": [(need, DeedForm()) for need in found.needs],
        "similar": found.inputs,
        "tried": tried_before(row.area, f"{row.words} {row.voice_text}"),
    }


@page(rules.may_sort, find=sorting_at)
def do(request: Any, sorting: Sorting) -> HttpResponse:
    """Do one thing with it: then the next that waits, or back to it."""
    row, doing = sorting.row, sorting.doing
    form = doing.form(request.POST or None, row=row)
    if "propose" in request.GET and not form.is_bound:
        _propose(request, form, row)
    if _carried_out(form, sorting, request.person):
        messages.success(request, str(doing.said))
        if doing.is_end:
            return redirect(onward(row))
        return redirect("need-input", request.area.slug, row.pk)
    can_propose = doing.form is VoiceTextForm and transcribing.is_there()
    context = {"form": form, "doing": doing, "row": row, "can_propose": can_propose}
    return render(request, "needs/input_form.html", context)


def _propose(request: Any, form: Any, row: Input) -> None:
    """What a program hears, to be put right by whoever listens."""
    if not (isinstance(form, VoiceTextForm) and row.voice and transcribing.is_there()):
        return
    try:
        form.initial["text"] = transcribing.proposed_text(row.voice, row.language)
    except CannotAct as error:
        messages.error(request, str(error))


def onward(row: Input) -> str:
    """After an end: the next that waits, or the queue."""
    following = queries.next_after(row)
    if following is None:
        return reverse("need-queue", args=[row.area.slug])
    return reverse("need-input", args=[row.area.slug, following.pk])


def _carried_out(form: Any, sorting: Sorting, by: Person) -> bool:
    if not form.is_bound or not form.is_valid():
        return False
    return form.carry_out(sorting.doing.action, row=sorting.row, **form.facts, by=by, now=now())
