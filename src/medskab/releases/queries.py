"""Questions about what was published, and whether something may be."""

from collections.abc import Iterable, Iterator

from medskab.places.models import Area

from . import calculations
from .models import Release, ReleaseQuerySet
from .tables import THRESHOLD, PeopleTable


def releases(area: Area) -> ReleaseQuerySet:
    """What the area has published about groups of people, newest first."""
    return Release.objects.for_area(area).order_by("-id")


def may_publish_ballots(combination_counts: Iterable[int], possible: int, voters: int) -> bool:
    """Whether ballots may be published one by one, so that nobody can be held to an agreed pattern.

    `combination_counts`: how often each combination of marks occurs; `possible`: how many different valid
    ballots there are; `voters`: how many ballots were counted.
    """
    return calculations.may_publish_single_ballots(combination_counts, possible, voters)


def beside(area: Area, what: str) -> ReleaseQuerySet:
    """What is out about the same people, oldest first."""
    return Release.objects.for_area(area).filter(what=what).order_by("id")


def rehearse(area: Area, tables: Iterable[PeopleTable], threshold: int = THRESHOLD) -> Iterator[PeopleTable]:
    """Work out beforehand what publishing these tables in this order will ask; each once it is worked out.

    Changes nothing and holds no lock. `release_table` asks the same again, and finds the answer unless
    something else was published meanwhile: then it is worked out anew.
    """
    out: dict[str, list[Release]] = {}
    for table in tables:
        earlier = out.setdefault(table.what, list(beside(area, table.what)))
        try:
            checked = calculations.checked(earlier, table, threshold)
        except ValueError:  # refused, as it will be when it is published
            checked = None
        if checked and not checked.exposed:
            cells = [calculations.written(cell) for cell in checked.cells]
            earlier.append(Release(area=area, name=table.name, what=table.what, cells=cells))
        yield table
