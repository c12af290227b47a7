"""How places, needs and inputs are found, always within the area."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404

from medskab.common.typed import whole_number
from medskab.needs.models import Input, Move, Need
from medskab.places.models import Area, Place, PlaceKind

from .doings import DOINGS, Doing


@dataclass(frozen=True)
class Sorting:
    """One input, and what shall be done with it."""

    row: Input
    doing: Doing

    @property
    def area(self) -> Area:
        """Where it was said."""
        return self.row.area


def place_at(request: Any, *, pk: int) -> Place:
    """The place that a code on the wall belongs to."""
    found = Place.objects.for_area(request.area).filter(pk=pk).select_related("area", "parent").first()
    if found is None:
        raise Http404
    return found


def place_named(request: Any) -> Place | None:
    """The place from whose page somebody came, if any."""
    if (named := whole_number(request.GET.get("place"))) is None:
        return None
    return Place.objects.for_area(request.area).filter(pk=named).select_related("area", "parent").first()


def block_of(place: Place | None) -> Place | None:
    """The place itself, but never finer than the block."""
    return place.parent if place and place.kind == PlaceKind.STAIRWELL else place


def need_at(request: Any, *, need_slug: str) -> Need:
    """A need by its address."""
    found = Need.objects.for_area(request.area).filter(slug=need_slug).select_related("area", "place").first()
    if found is None:
        raise Http404
    return found


def move_at(request: Any, *, pk: int) -> Move:
    """What was put together or divided, by its number."""
    found = Move.objects.for_area(request.area).filter(pk=pk)
    move = found.select_related("area", "out_of__area", "into__area").first()
    if move is None:
        raise Http404
    return move


def input_at(request: Any, *, pk: int) -> Input:
    """An input by its number."""
    found = Input.objects.for_area(request.area).filter(pk=pk)
    row = found.select_related("area", "place", "said_by", "typed_by").first()
    if row is None:
        raise Http404
    return row


def input_named(request: Any) -> Input | None:
    """The input of which a need shall be made, if any."""
    named = whole_number(request.GET.get("input"))
    return None if named is None else input_at(request, pk=named)


def sorting_at(request: Any, *, pk: int, deed: str) -> Sorting:
    """An input, and one of the things that can be done with it."""
    if deed not in DOINGS:
        raise Http404
    return Sorting(input_at(request, pk=pk), DOINGS[deed])
