"""What everybody sees of initiatives, and one's own list."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.policy import anyone, page
from medskab.initiatives import queries, rules
from medskab.initiatives.models import Initiative, InitiativeQuerySet, Track
from medskab.people.rules import is_signed_in, is_staff

from .finding import initiative_at

_ON_ONE_PAGE = 20
ENDED = "ended"


@page(anyone)
def initiatives(request: Any) -> HttpResponse:
    """What people here do, by what it touches."""
    track, only = request.GET.get("track", ""), request.GET.get("only") == "one"
    track = track if track in {*Track.values, ENDED} else ""
    found = Paginator(_found(request.area, track, only=only), _ON_ONE_PAGE)
    context = {
        "page": found.get_page(request.GET.get("page")),
        "tabs": _tabs(request.area, track),
        "counts": queries.track_counts(request.area),
        "track": track,
        "is_ended": track == ENDED,
        "is_only": only,
        "query": f"track={track}&only={'one' if only else ''}&",
        "may_start": rules.may_start(request.person, request.area) or request.person is None,
    }
    return render(request, "initiatives/list.html", context)


@page(rules.may_see, find=initiative_at)
def initiative(request: Any, initiative: Initiative) -> HttpResponse:
    """One initiative: its card, its team, how to support it."""
    me = request.person
    if not rules.may_see_card(me, initiative):
        return render(request, "initiatives/withdrawn.html", {"initiative": initiative})
    is_author, works_here = rules.is_author(me, initiative), is_staff(me, initiative.area)
    is_inside = is_author or works_here
    context = {
        "initiative": initiative,
        "members": queries.members(initiative, is_inside=is_inside, now=now()),
        "support_count": queries.support_count(initiative),
        "is_supporting": queries.is_supporting(me, initiative),
        "needs": queries.needs_of(initiative),
        "missing": queries.why_not_ready(initiative) if is_inside else [],
        "is_author": is_author,
        "is_invited": rules.is_invited(me, initiative),
        "is_lead": rules.is_lead(me, initiative),
        "is_inside": is_inside,
        "may_end": rules.may_end(me, initiative),
        "may_reopen": rules.may_reopen(me, initiative),
    }
    return render(request, "initiatives/initiative.html", context)


@page(is_signed_in)
def mine(request: Any) -> HttpResponse:
    """What I am part of, what I am writing, what I am asked to join."""
    context = {
        "initiatives": queries.initiatives_of(request.person),
        "invitations": queries.invitations_of(request.person),
        "may_start": rules.may_start(request.person, request.area),
    }
    return render(request, "initiatives/mine.html", context)


def _found(area: Any, track: str, *, only: bool) -> InitiativeQuerySet:
    if track == ENDED:
        return queries.ended_initiatives(area)
    found = queries.open_initiatives(area)
    found = found.touching(track) if track else found
    return found.touching_only_one() if only else found


def _tabs(area: Any, here: str) -> list[tuple[str, str, bool]]:
    shown = [("", _("All")), *((track.value, str(track.label)) for track in Track), (ENDED, _("Ended"))]
    return [(label, f"?track={key}", key == here) for key, label in shown]
