"""Who read what, and why: for a second person to look at."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from medskab.common.policy import page
from medskab.fieldwork import queries, rules

_ON_ONE_PAGE = 50


@page(rules.may_work)
def readings(request: Any) -> HttpResponse:
    """Newest first."""
    found = Paginator(queries.readings(request.area), _ON_ONE_PAGE)
    context = {"page": found.get_page(request.GET.get("page")), "most": rules.READ_ALONE_IN_A_DAY}
    return render(request, "fieldwork/readings.html", context)
