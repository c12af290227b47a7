"""The front page of an area: what is going on here now."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.policy import anyone, page
from medskab.decisions.queries import doings, published, results, unpublished
from medskab.decisions.rules import may_prepare
from medskab.gatherings.queries import coming
from medskab.needs.queries import board
from medskab.noticeboard.queries import notices_now
from medskab.people.models import STAFF_ROLES, Person, Role
from medskab.people.rules import is_staff
from medskab.places import queries
from medskab.places.models import Area
from medskab.site.pages.asked import asked_now

_DECISIONS = 4
_NEEDS = 4
_URGENT = 6


@dataclass(frozen=True)
class Step:
    """Something that makes a new area ready; done, or waiting at its address."""

    title: str
    text: str
    url: str
    is_done: bool


@page(anyone)
def area(request: Any) -> HttpResponse:
    """What is going on here now, what was decided, who runs this."""
    area, day = request.area, now().date()
    works_here = is_staff(request.person, area)
    size, tree = queries.size(area, day), queries.tree(area, day)
    decisions = list(published(area)[: _DECISIONS + 1])
    context = {
        "size": size,
        "plan": queries.picture(area, tree, day),
        "results": results(decisions[:_DECISIONS]),
        "doings": (under_way := doings(area, now())),
        "asked": asked_now(area, now()),
        "can_vote": any(one.can_vote for one in under_way),
        "meeting": coming(area, now()).select_related("area").first(),
        "urgent": notices_now(area, None, day).filter(is_urgent=True)[:_URGENT],
        "needs": board(area, limit=_NEEDS),
        "has_more": len(decisions) > _DECISIONS,
        "blocks": queries.blocks(tree),
        "works_here": works_here,
        "waiting": list(unpublished(area)[:5]) if works_here else [],
        "steps": first_steps(request.person, area, size) if works_here else [],
    }
    return render(request, "hall/place.html", context)


def first_steps(person: Person, area: Area, size: queries.Size) -> list[Step]:
    """What a new area needs, in order; nothing once all of it is done."""
    steps = [
        Step(
            _("Say who runs this"),
            _("Everybody must be able to find out who answers for their data."),
            _address("area-describe", area),
            is_done=bool(area.data_controller and area.contact),
        ),
        Step(
            _("Bring in the homes"),
            _("A list from the housing department makes departments, blocks and stairwells at once."),
            _address("dwelling-lists", area),
            is_done=size.homes > 0,
        ),
        Step(
            _("Bring in a decision"),
            _("A vote that was held, counted again so that everybody can follow it."),
            _address("decision-new", area) if may_prepare(person, area) else "",
            is_done=published(area).exists() or unpublished(area).exists(),
        ),
        Step(
            _("Invite the people you work with"),
            _("One alone can fall ill or move. Two keep it going."),
            _address("invite", area),
            is_done=has_colleagues(area),
        ),
    ]
    open_to_them = [step for step in steps if step.url]
    return [] if all(step.is_done for step in open_to_them) else open_to_them


def has_colleagues(area: Area) -> bool:
    """Whether at least two people work for the area."""
    working = Role.objects.for_area(area).held_on(now().date()).filter(kind__in=STAFF_ROLES)
    return working.values("person").distinct().count() > 1


def _address(name: str, area: Area) -> str:
    """Where a page is; empty where this installation does not have it."""
    try:
        return reverse(name, args=[area.slug])
    except NoReverseMatch:
        return ""
