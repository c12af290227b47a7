"""How the things that pages are about are found, always within the area."""

from typing import Any

from django.shortcuts import get_object_or_404

from medskab.rounds.models import Bag, Phone, Round


def round_at(request: Any, *, pk: int) -> Round:
    """A round by its number."""
    return get_object_or_404(
        Round.objects.for_area(request.area).select_related("area", "conversation", "survey"), pk=pk
    )


def phone_at(request: Any, *, pk: int) -> Phone:
    """A phone that walks one of the area's rounds."""
    return get_object_or_404(Phone.objects.for_area(request.area).select_related("area"), pk=pk)


def bag_at(request: Any, *, pk: int) -> Bag:
    """A bag that came in."""
    return get_object_or_404(Bag.objects.for_area(request.area).select_related("area"), pk=pk)
