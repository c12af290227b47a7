"""How the things that pages are about are found, always within the area."""

from typing import Any

from django.http import Http404

from medskab.gatherings.models import AgendaItem, Gathering, Motion


def gathering_at(request: Any, *, slug: str) -> Gathering:
    """A gathering by its address."""
    found = Gathering.objects.for_area(request.area).filter(slug=slug)
    gathering = found.select_related("area", "department", "place").first()
    if gathering is None:
        raise Http404
    return gathering


def item_at(request: Any, *, slug: str, pk: int) -> AgendaItem:
    """A point of its agenda."""
    found = AgendaItem.objects.for_area(request.area).filter(gathering__slug=slug, pk=pk)
    item = found.select_related("gathering__area", "motion").first()
    if item is None:
        raise Http404
    return item


def motion_at(request: Any, *, slug: str, pk: int) -> Motion:
    """A motion for it."""
    found = Motion.objects.for_area(request.area).filter(gathering__slug=slug, pk=pk)
    motion = found.select_related("gathering__area", "author").first()
    if motion is None:
        raise Http404
    return motion
