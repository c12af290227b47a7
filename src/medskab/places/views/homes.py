"""The homes of an area, on the screen and to download."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.places import exports, queries, rules
from medskab.places.models import Place
from medskab.places.natural_order import natural_key

PER_PAGE = 50


@page(rules.may_shape)
def homes(request: Any) -> HttpResponse:
    """The homes of the area or of one of its places, in the order of the doors."""
    day = now().date()
    place = _place(request)
    found = sorted(queries.dwellings(request.area, day, place=place), key=_door_order)
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    places = Place.objects.for_area(request.area).standing_on(day).filter(kind__in=["department", "block"])
    context = {
        "page": shown,
        "place": place,
        "places": sorted(places, key=lambda one: (one.kind != "department", natural_key(one.name))),
        "query": f"place={place.pk}&" if place else "",
        "total": sum(one.homes for one in found),
    }
    return render(request, "places/homes.html", context)


@page(rules.may_shape)
def download(request: Any) -> Any:
    """The homes as a list that can be brought in again."""
    found = sorted(queries.dwellings(request.area, now().date()), key=_door_order)
    response = StreamingHttpResponse(
        exports.as_csv(exports.dwelling_row(one) for one in found), content_type="text/csv; charset=utf-8"
    )
    return _as_file(response, f"{request.area.slug}-homes.csv")


@page(rules.may_shape)
def empty_csv(request: HttpRequest) -> HttpResponse:
    """An empty list to fill in, as CSV."""
    content = "".join(exports.as_csv([exports.example_row()]))
    return _as_file(HttpResponse(content, content_type="text/csv; charset=utf-8"), "homes.csv")


@page(rules.may_shape)
def empty_workbook(request: HttpRequest) -> HttpResponse:
    """An empty list to fill in, as a workbook."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    content = exports.as_workbook([exports.example_row()])
    return _as_file(HttpResponse(content, content_type=kind), "homes.xlsx")


def _place(request: Any) -> Place | None:
    wanted = request.GET.get("place", "")
    if not wanted.isdecimal() or len(wanted) > 18:
        return None
    place: Place | None = Place.objects.for_area(request.area).filter(pk=wanted).first()
    return place


def _door_order(dwelling: Any) -> tuple[Any, ...]:
    floor = {"kl": "-1", "st": "0"}.get(dwelling.floor, dwelling.floor)
    height = int(floor) if floor.lstrip("-").isdecimal() else 0
    return natural_key(dwelling.address_line), height, natural_key(dwelling.door)


def _as_file(response: Any, name: str) -> Any:
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
