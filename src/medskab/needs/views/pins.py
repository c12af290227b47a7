"""Needs and assets on a map of the area, with the same as a list beside it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from medskab.common.clock import now
from medskab.common.policy import anyone, page
from medskab.needs import queries
from medskab.needs.models import Input
from medskab.needs.pins import sheet_of
from medskab.places import queries as places

MOST_PINS = 150


@page(anyone)
def on_map(request: Any) -> HttpResponse:
    """The map as it is printed; a browser can make it move."""
    day = timezone.localdate(now())
    needs = queries.on_map(request.area, MOST_PINS)
    pins = [(need.latitude or 0.0, need.longitude or 0.0, need.kind) for need in needs]
    context = {
        "needs": needs,
        "drawing": places.area_map(request.area, day, pins),
        "sheet": sheet_of(request.area, day),
    }
    return render(request, "needs/area_map.html", context)


def pin_drawing(row: Input) -> Any:
    """For staff: where on the map an input's pin is; None where it has none."""
    if row.latitude is None or row.longitude is None:
        return None
    day = timezone.localdate(now())
    return places.area_map(row.area, day, [(row.latitude, row.longitude, row.kind)])
