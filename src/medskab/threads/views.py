"""The page of one thing's thread."""

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from medskab.common.policy import page

from . import queries, rules
from .showing import showing_of


def _find(request: Any, *, kind: str, pk: str) -> models.Model:
    # Hidden and absent are the same answer: an address must not tell whether something is there.
    thing = queries.thing_at(kind, pk, area_id=request.area.pk, viewer=request.person)
    if thing is None:
        raise Http404
    return thing


@page(rules.may_follow, find=_find)
def thread(request: HttpRequest, thing: models.Model) -> HttpResponse:
    """What led to this, and what it led to."""
    showing = showing_of(thing)
    return render(
        request,
        "threads/thread.html",
        {
            "months": queries.thread_of(thing, request.person),  # type: ignore[attr-defined]
            "name": showing.name(thing),
            "kind_name": showing.kind_name,
            "url": showing.url(thing),
        },
    )
