"""The page of a published result. What is published never changes, so what is drawn of it is kept."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.gzip import gzip_page

from medskab.common.policy import page
from medskab.decisions import exports, rules
from medskab.decisions.models import Decision, Publication
from medskab.decisions.results import Sorting, budget_result, homes_result
from medskab.decisions.results.rows import ORDERS, SHOWN, arranged
from medskab.decisions.words.headlines import description, headline

from .finding import decision_at, published_at
from .running import show_running

_KEPT_SECONDS = 3600


@gzip_page
@page(rules.may_see, find=decision_at)
def result(request: Any, decision: Decision) -> HttpResponse:
    """The result in words, then in a picture, then with the reason for each proposal."""
    if decision.is_taken_here and decision.publication is None:
        return show_running(request, decision)
    if decision.publication is None:
        return redirect("decision-work", request.area.slug, decision.slug)
    summary = decision.publication.summary
    sorting = Sorting.asked(request.GET, summary.get("categories", ()))
    context = {
        "decision": decision,
        "headline": headline(summary, decision.nature),
        "description": description(summary, decision.nature),
        "site_address": settings.SITE_ADDRESS,
        "thread": _thread(decision),
        "may_conduct": rules.may_conduct(request.person, decision),
        **_drawn(decision, decision.publication, sorting),
    }
    return render(request, "decisions/result.html", context)


@gzip_page
@page(rules.may_see, find=published_at)
def embed(request: Any, decision: Decision) -> HttpResponse:
    """The result in few words, for a frame on somebody else's page: no cookies, nothing from elsewhere."""
    assert decision.publication is not None  # noqa: S101  it was found among the published
    summary = decision.publication.summary
    context = {
        "decision": decision,
        "headline": headline(summary, decision.nature),
        "description": description(summary, decision.nature),
    }
    response = render(request, "decisions/embed.html", context)
    response.may_be_embedded = True  # type: ignore[attr-defined]
    response.xframe_options_exempt = True
    return response


def result_parts(
    decision: Decision, snapshot: Mapping[str, Any], sorting: Sorting | None = None
) -> dict[str, str]:
    """The body and the side of a result's page, drawn."""
    shown = {"decision": decision, "area": decision.area, "shown": snapshot}
    if decision.is_budget:
        kind, context = "budget", shown | _budget(decision, snapshot, sorting or Sorting())
    else:
        kind, context = "homes", shown | {"result": homes_result(snapshot)}
    return {
        "body": render_to_string(f"decisions/{kind}/body.html", context),
        "side": render_to_string(f"decisions/{kind}/side.html", context),
    }


def _budget(decision: Decision, snapshot: Mapping[str, Any], sorting: Sorting) -> dict[str, Any]:
    found = budget_result(snapshot)
    return {
        "result": found,
        "winners": arranged(list(found.winners), sorting),
        "others": arranged(list(found.others), sorting),
        "sorting": sorting,
        "orders": ORDERS.items(),
        "choices": SHOWN.items(),
        "recount": exports.recount(decision, snapshot),
    }


def _thread(decision: Decision) -> str:
    return reverse("thread", args=[decision.area.slug, decision._meta.label_lower, decision.pk])


def _drawn(decision: Decision, publication: Publication, sorting: Sorting) -> dict[str, str]:
    address = f"{decision.get_absolute_url()} {get_language()} {sorting}"
    key = f"decisions:{publication.sha256}:{sha256(address.encode()).hexdigest()}"
    drawn = cache.get(key)
    if drawn is None:
        drawn = result_parts(decision, publication.snapshot, sorting)
        cache.set(key, drawn, _KEPT_SECONDS)
    return drawn
