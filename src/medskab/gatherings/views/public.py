"""What everybody sees of meetings."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render

from medskab.common.clock import now
from medskab.common.policy import anyone, page
from medskab.gatherings import calendars, prints, queries, rules, words
from medskab.gatherings.models import Gathering

from .finding import gathering_at

_ON_ONE_PAGE = 20


@page(anyone)
def gatherings(request: Any) -> HttpResponse:
    """What is coming and what has been."""
    moment = now()
    may_prepare = rules.may_prepare(request.person, request.area)
    context = {
        "coming": queries.coming(request.area, moment).select_related("area"),
        "past": Paginator(queries.past(request.area, moment), _ON_ONE_PAGE).get_page(request.GET.get("page")),
        "drafts": queries.in_preparation(request.area) if may_prepare else (),
        "may_prepare": may_prepare,
    }
    return render(request, "gatherings/list.html", context)


@page(rules.may_see, find=gathering_at)
def gathering(request: Any, gathering: Gathering) -> HttpResponse:
    """One meeting: what it is, when, where, what about, and what came of it."""
    is_out = gathering.is_public_in_full
    rule, day = gathering.rule, gathering.held_on
    context = {
        "gathering": gathering,
        "nature": words.nature(gathering),
        "when": words.when(gathering),
        "items": words.shown_items(queries.agenda(gathering), with_results=is_out),
        "calls": list(gathering.calls.all()),
        "attendance": words.attendance_words(gathering) if is_out and gathering.is_lawful else "",
        "last_motion_day": rule.last_motion_day(day) if gathering.takes_motions else None,
        "may_hand_in": gathering.takes_motions and rules.may_hand_in(request.person, gathering),
        "may_conduct": rules.may_conduct(request.person, gathering),
        "minutes": queries.latest_minutes(gathering) if is_out else None,
    }
    return render(request, "gatherings/gathering.html", context)


@page(rules.may_see, find=gathering_at)
def calendar(request: Any, gathering: Gathering) -> HttpResponse:
    """The meeting for one's own calendar."""
    response = HttpResponse(calendars.ics(gathering), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{gathering.slug}.ics"'
    return response


@page(rules.may_see, find=gathering_at)
def agenda_pdf(request: Any, gathering: Gathering) -> HttpResponse:
    """The agenda on paper."""
    if not gathering.has_agenda:
        raise Http404
    return _pdf(prints.agenda(gathering), f"{gathering.slug}-agenda.pdf")


@page(rules.may_read_minutes, find=gathering_at)
def minutes_pdf(request: Any, gathering: Gathering) -> HttpResponse:
    """The minutes on paper, as they stand."""
    if not gathering.has_agenda:
        raise Http404
    return _pdf(prints.minutes(gathering), f"{gathering.slug}-minutes.pdf")


def _pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response
