"""What everybody sees: the board of needs and assets, and each of them."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.policy import anyone, page
from medskab.needs import queries, rules
from medskab.needs.calculations import tried_before
from medskab.needs.models import AssetKind, Need, NeedKind
from medskab.needs.voicing import ORDERS, in_order

from .finding import need_at, place_named

_ON_ONE_PAGE = 20


@page(anyone)
def board(request: Any) -> HttpResponse:
    """Needs and assets side by side, by kind and place."""
    kind = request.GET.get("kind", "")
    kind = kind if kind in NeedKind.values else ""
    asset = request.GET.get("asset", "")
    asset = asset if kind == NeedKind.ASSET and asset in AssetKind.values else ""
    place = place_named(request)
    order = request.GET.get("order", "")
    order = order if order in ORDERS else ORDERS[0]
    listed = in_order(queries.on_board(request.area, kind, place, asset), order)
    found = Paginator(listed, _ON_ONE_PAGE)
    shown = found.get_page(request.GET.get("page"))
    of_place = f"&place={place.pk}" if place else ""
    context = {
        "page": shown,
        "needs": queries.with_voices(shown.object_list),
        "place": place,
        "tabs": _tabs(kind, of_place),
        "asset_tabs": _asset_tabs(asset, of_place) if kind == NeedKind.ASSET else [],
        "orders": _orders(order, f"kind={kind}&asset={asset}{of_place}"),
        "query": f"kind={kind}&asset={asset}{of_place}&order={order}&",
        "waiting": queries.waiting(request.area, now()),
        "may_sort": rules.may_sort(request.person, request.area),
    }
    return render(request, "needs/board.html", context)


def _tabs(here: str, of_place: str) -> list[tuple[str, str, bool]]:
    named = [("", _("All")), (NeedKind.ASSET, _("Assets")), (NeedKind.NEED, _("Needs"))]
    return [(label, f"?kind={kind}{of_place}", kind == here) for kind, label in named]


def _orders(here: str, others: str) -> list[tuple[str, str, bool]]:
    named = zip(ORDERS, (_("Newest first"), _("Most voices first"), _("Most blocks first")), strict=True)
    return [(label, f"?{others}&order={name}", name == here) for name, label in named]


def _asset_tabs(here: str, of_place: str) -> list[tuple[str, str, bool]]:
    named = [("", _("All assets")), *AssetKind.choices]
    of_kind = f"?kind={NeedKind.ASSET}{of_place}&asset="
    return [(str(label), f"{of_kind}{name}", name == here) for name, label in named]


@page(anyone, find=need_at)
def need(request: Any, need: Need) -> HttpResponse:
    """What it says, how many said it, what came of it."""
    context = {
        "need": queries.with_voices([need])[0],
        "goes_on_as": queries.goes_on_as(need),
        "tried": tried_before(need.area, f"{need.title} {need.wording}"),
        "own_words": queries.own_words(need),
        "quotes": queries.quoted(need),
        "became": queries.came_of(need, request.person),
        "may_sort": rules.may_sort(request.person, need),
        "may_start": rules.may_start_something(request.person, need),
    }
    return render(request, "needs/need.html", context)
