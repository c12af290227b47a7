"""The page that works at the door without network, and what it fetches and sends when there is one."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from medskab.common.clock import now
from medskab.common.policy import anyone, page
from medskab.common.typed import read_json
from medskab.rounds import actions, asking, queries, rules, shell
from medskab.rounds.models import Round, Status
from medskab.rounds.opening import open_waiting
from medskab.rounds.sending import NotASending, sending
from medskab.tools.vault import bag as vault

from .finding import round_at


@page(rules.may_walk, find=round_at)
@require_GET
def door(request: Any, round_: Round) -> HttpResponse:
    """The shell: no door, no status and no name is in it."""
    words: dict[str, Any] = {
        "statuses": Status.choices,
        "set": Status.choices[:-1],
        "inputs": queries.sorts(),
    }
    words |= {"choices": queries.choices(), "languages": asking.languages(), "ages": asking.ages()}
    return render(request, "rounds/door.html", {"pk": round_.pk, **words})


@page(anyone, find=lambda _request, *, pk: pk)
@require_GET
def worker(request: Any, pk: int) -> HttpResponse:
    """The service worker of this page. Browsers ask for it without cookies; it names our own files alone."""
    home = reverse("round-door", args=[request.area.slug, pk])
    return HttpResponse(shell.worker(home), content_type="text/javascript; charset=utf-8")


@page(rules.may_walk, find=round_at)
@require_GET
def manifest(request: Any, round_: Round) -> HttpResponse:
    """How the page stands on a phone's home screen."""
    home = reverse("round-door", args=[request.area.slug, round_.pk])
    return JsonResponse(shell.manifest(home), content_type="application/manifest+json")


@page(rules.may_walk, find=round_at)
@require_GET
def route(request: Any, round_: Round) -> HttpResponse:
    """Stairwells and door numbers, what became of them, and the key to seal to."""
    key = vault.public_key()
    facts = {
        "area": request.area.slug,
        "title": round_.title,
        "stops": queries.route(round_),
        "statements": queries.statements(round_, now()),
        "survey": asking.survey(round_, now()),
        "statuses": queries.statuses(round_, now()),
        "key": {"number": key.number, "point": key.point},
    }
    return JsonResponse(facts)


@page(rules.may_walk, find=round_at)
@require_http_methods(["GET", "POST"])
def sync(request: Any, round_: Round) -> HttpResponse:
    """Asked first for a token; then bags come in, and an answer for each goes back."""
    if request.method == "GET":
        return JsonResponse({"token": get_token(request)})
    try:
        sent = sending(read_json(request.body))
    except (NotASending, ValueError):
        return JsonResponse({}, status=400)
    phone = actions.take_bags(round_=round_, mark=sent.mark, bags=sent.bags, by=request.person, now=now())
    if sent.is_erased:
        actions.confirm_erased(phone=phone, by=request.person, now=now())
    open_waiting(round_.bags.all(), now())
    answer = {
        "arrived": list(sent.bags),
        "statuses": queries.statuses(round_, now()),
        "erase": phone.erase_asked_at is not None and phone.erased_at is None and not sent.is_erased,
    }
    return JsonResponse(answer)
