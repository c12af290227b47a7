"""All decisions of an area."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from medskab.common.clock import now
from medskab.common.policy import anyone, page
from medskab.decisions import queries, rules
from medskab.people.rules import is_staff

_A_PAGE = 20


@page(anyone)
def decisions(request: Any) -> HttpResponse:
    """What was decided, newest first; staff also see what is on its way."""
    person, area = request.person, request.area
    shown = Paginator(queries.published(area), _A_PAGE).get_page(request.GET.get("page"))
    works_here = is_staff(person, area)
    context = {
        "decisions": shown,
        "running": queries.doings(area, now()),
        "results": queries.results(shown),
        "drafts": queries.unpublished(area) if works_here else [],
        "works_here": works_here,
        "may_prepare": works_here and rules.may_prepare(person, area),
    }
    return render(request, "decisions/list.html", context)
