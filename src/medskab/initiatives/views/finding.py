"""How initiatives and their steps are found, always within the area."""

from typing import Any

from django.http import Http404

from medskab.initiatives.models import Initiative
from medskab.initiatives.steps import Writing, step_at
from medskab.needs.models import Need


def initiative_at(request: Any, *, slug: str) -> Initiative:
    """An initiative by its address."""
    found = Initiative.objects.for_area(request.area).filter(slug=slug)
    initiative = found.select_related("area", "lead__area", "place").first()
    if initiative is None:
        raise Http404
    return initiative


def writing_at(request: Any, *, slug: str, step: str) -> Writing:
    """One of its steps."""
    found = step_at(step)
    if found is None:
        raise Http404
    return Writing(initiative_at(request, slug=slug), found)


def need_named(request: Any) -> Need | None:
    """The need from whose page somebody came, if any."""
    return Need.objects.for_area(request.area).filter(slug=request.GET.get("need", "")).first()
