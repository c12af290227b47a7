"""Questions about meetings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db import models
from django.db.models import Count, Prefetch, Sum
from django.urls import reverse

from medskab.common import slugs
from medskab.people.models import Person
from medskab.places import queries as places
from medskab.places.models import Area, Dwelling

from . import calculations
from .models import (
    AgendaItem,
    Call,
    Candidate,
    Election,
    Gathering,
    GatheringQuerySet,
    ItemVote,
    MinutesVersion,
    Motion,
    MotionState,
    State,
)
from .models.gathering import OPEN_ENDS


class Present(NamedTuple):
    """How many homes are in the room, and how many votes they hold."""

    homes: int
    votes: int


class OpenMeeting(NamedTuple):
    """A meeting that must be handed over, as the page that ends a role names it."""

    title: str
    url: str


@dataclass(frozen=True)
class ItemOutcome:
    """What a vote at a meeting came to."""

    vote: ItemVote
    outcome: calculations.YesNoOutcome
    must_go_to_ballot: bool


def coming(area: Area, now: datetime) -> GatheringQuerySet:
    """What everybody may come to, the next one first; what was cancelled stays visible until its day."""
    return Gathering.objects.for_area(area).exclude(called_at=None).announced().not_over(now)


def past(area: Area, now: datetime) -> GatheringQuerySet:
    """What has been, the latest first."""
    return Gathering.objects.for_area(area).exclude(called_at=None).announced().over(now)


def in_preparation(area: Area) -> models.QuerySet[Gathering]:
    """Drafts, for those who conduct."""
    return Gathering.objects.for_area(area).filter(state=State.DRAFT).order_by("begins_at", "id")


def agenda(gathering: Gathering) -> models.QuerySet[AgendaItem]:
    """The points in their order, with votes, elections and motions at hand."""
    elections = Election.objects.prefetch_related("candidates")
    items = AgendaItem.objects.filter(gathering=gathering).select_related("gathering__area", "motion")
    return items.prefetch_related(
        Prefetch("votes", ItemVote.objects.order_by("id")), Prefetch("elections", elections.order_by("id"))
    )


def attendance(gathering: Gathering) -> Present:
    """Homes and votes present; after the meeting the numbers that were kept."""
    if gathering.homes_came is not None:
        return Present(gathering.homes_came, gathering.votes_came or 0)
    found = gathering.attendances.aggregate(homes=Count("id"), votes=Sum("votes"))
    return Present(found["homes"], found["votes"] or 0)


def vote_of(item: AgendaItem) -> ItemVote | None:
    """The vote that holds: the latest."""
    votes = list(item.votes.all())
    return votes[-1] if votes else None


def election_of(item: AgendaItem) -> Election | None:
    """The election that holds: the latest."""
    elections = list(item.elections.all())
    return elections[-1] if elections else None


def outcome_of(item: AgendaItem) -> ItemOutcome | None:
    """What the meeting said to a point; None where it has not voted."""
    vote = vote_of(item)
    if vote is None:
        return None
    vote.item = item
    return ItemOutcome(vote, calculations.counted(vote), calculations.must_go_to_ballot(vote))


def open_motions(gathering: Gathering) -> models.QuerySet[Motion]:
    """Motions that wait for an answer."""
    return gathering.motions.filter(state=MotionState.RECEIVED)


def latest_call(gathering: Gathering) -> Call | None:
    """What the homes were told last."""
    return gathering.calls.order_by("-number").first()


def latest_minutes(gathering: Gathering) -> MinutesVersion | None:
    """The version that may be signed, or was."""
    if gathering.state not in {State.WRITTEN, State.SIGNED, State.PUBLISHED}:
        return None
    return gathering.minutes_versions.prefetch_related("signatures__by").order_by("-number").first()


def homes_of(gathering: Gathering) -> models.QuerySet[Dwelling]:
    """The homes that may come, in the order of their addresses."""
    found = places.dwellings(gathering.area, gathering.held_on, place=gathering.department)
    return found.order_by("address_line", "floor", "door", "id")


def home_called(gathering: Gathering, typed: str) -> Dwelling | None:
    """The home with this address, however it is spaced and written; None where none is meant, or two."""
    wanted = _bare(typed)
    found = [home for home in homes_of(gathering) if _bare(home.full_address) == wanted]
    return found[0] if len(found) == 1 else None


def free_slug(area: Area, title: str) -> str:
    """An address for a title that no other gathering of the area has."""
    others = Gathering.objects.for_area(area)
    return slugs.free_slug(title, others, below="gatherings/", otherwise="meeting")


def duties_of(person: Person) -> Iterable[OpenMeeting]:
    """Meetings that somebody is in charge of and that are not at their end."""
    found = Gathering.objects.for_area(person.area).filter(in_charge=person, state__in=OPEN_ENDS)
    for gathering in found.select_related("area"):
        url = reverse("gathering-work", args=[gathering.area.slug, gathering.slug])
        yield OpenMeeting(gathering.title, url)


def own_things(person: Person) -> Mapping[str, object]:
    """What became of somebody's motions; the motions themselves are taken from their rows."""
    motions = Motion.objects.for_area(person.area).filter(author=person).select_related("gathering")
    return {
        "motions": [
            {"meeting": one.gathering.title, "motion": one.title, "state": one.state, "answer": one.answer}
            for one in motions
        ]
    }


def named(area: Area, name: str) -> models.QuerySet[Candidate]:
    """Candidates who bear this name."""
    return Candidate.objects.for_area(area).filter(name__iexact=name)


def _bare(address: str) -> str:
    return "".join(sign for sign in address.casefold() if sign.isalnum())
