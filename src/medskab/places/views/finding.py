"""Finding the row of this area that an address names."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from medskab.places.models import Boundary, DwellingList, MapFile, Place


def place(request: HttpRequest, *, pk: int) -> Place:
    """A place."""
    return _of_area(request, Place, pk)


def boundary(request: HttpRequest, *, pk: int) -> Boundary:
    """A version of a boundary."""
    return _of_area(request, Boundary, pk)


def dwelling_list(request: HttpRequest, *, pk: int) -> DwellingList:
    """An uploaded list."""
    return _of_area(request, DwellingList, pk)


def map_file(request: HttpRequest, *, pk: int) -> MapFile:
    """An uploaded map."""
    return _of_area(request, MapFile, pk)


def _of_area(request: Any, model: Any, pk: int) -> Any:
    return get_object_or_404(model.objects.for_area(request.area).select_related("area"), pk=pk)
