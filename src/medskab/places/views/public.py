"""A place as everybody sees it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from medskab.common.clock import now
from medskab.common.policy import anyone, page
from medskab.places import queries, rules
from medskab.places.map_drawing import drawn_map
from medskab.places.models import Place

from . import finding


@page(anyone, find=finding.place)
def place(request: Any, place: Place) -> HttpResponse:
    """Where it lies, what lies in it, its outline."""
    day = now().date()
    context = {
        "place": place,
        "above": queries.ancestors(place),
        "branch": queries.branch_of(place, day),
        "map": drawn_map(queries.boundaries(request.area, day).filter(place=place)),
        "works_here": rules.works_here(request.person, request.area),
    }
    return render(request, "places/place.html", context)
