"""Questions about what was published, and whether something may be."""

from collections.abc import Iterable

from medskab.places.models import Area

from . import calculations
from .models import Release, ReleaseQuerySet


def releases(area: Area) -> ReleaseQuerySet:
    """What the area has published about groups of people, newest first."""
    return Release.objects.for_area(area).order_by("-id")


def may_publish_ballots(combination_counts: Iterable[int], possible: int, voters: int) -> bool:
    """Whether ballots may be published one by one, so that nobody can be held to an agreed pattern.

    `combination_counts`: how often each combination of marks occurs; `possible`: how many different valid
    ballots there are; `voters`: how many ballots were counted.
    """
    return calculations.may_publish_single_ballots(combination_counts, possible, voters)
