"""Following the thread of a thing, both ways, as far as the viewer may see."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db import models
from django.utils import timezone

from .following import Things, far_end, follow
from .models import Link
from .showing import Key, Showing, key_of, register, showing_of, visible

__all__ = ["Knot", "Month", "Reason", "Showing", "register", "thing_at", "thread_of"]


@dataclass(frozen=True)
class Reason:
    """What led to a thing, and how."""

    why: str
    cause: str


@dataclass(frozen=True)
class Knot:
    """One thing on the thread."""

    kind_name: str
    name: str
    url: str
    reasons: tuple[Reason, ...]
    is_here: bool


@dataclass(frozen=True)
class Month:
    """The things of one month; no finer time is shown. No month where nothing is linked yet."""

    begins_on: date | None
    knots: tuple[Knot, ...]


def thing_at(kind: str, pk: str, *, area_id: int, viewer: Any) -> models.Model | None:
    """The thing with this address, or None where there is none or the viewer may not see it."""
    return visible([(kind, pk)], area_id=area_id, viewer=viewer).get((kind, pk))


def thread_of(thing: models.Model, viewer: Any) -> tuple[Month, ...]:
    """What led to the thing and what it led to, oldest month first.

    What the viewer may not see is absent, and so is all that can be reached only through it.
    """
    before, links_before = follow(thing, viewer, back=True)
    after, links_after = follow(thing, viewer, back=False)
    things = before | after
    links = sorted(links_before | links_after, key=lambda link: (link.at, link.pk))
    tied = sorted((_tied(key, links), key) for key in things)
    return tuple(
        Month(begins_on, tuple(_knot(key, things, links, key_of(thing)) for _when, key in group))
        for begins_on, group in groupby(tied, key=lambda entry: entry[0][0])
    )


def _tied(key: Key, links: list[Link]) -> tuple[date | None, int, int]:
    """When a thing came onto the thread: its month and its place there, a cause before its effect."""
    arrivals = [place for place, link in enumerate(links) if far_end(link, back=False) == key]
    departures = [place for place, link in enumerate(links) if far_end(link, back=True) == key]
    if not arrivals and not departures:
        return None, 0, 0
    place = arrivals[-1] if arrivals else departures[0]
    return timezone.localdate(links[place].at).replace(day=1), place, int(bool(arrivals))


def _knot(key: Key, things: Things, links: list[Link], here: Key) -> Knot:
    thing, showing = things[key], showing_of(things[key])
    reasons = []
    for link in links:
        if far_end(link, back=False) == key:
            cause = things[far_end(link, back=True)]
            reasons.append(Reason(link.reason, showing_of(cause).name(cause)))
    return Knot(str(showing.kind_name), showing.name(thing), showing.url(thing), tuple(reasons), key == here)
