"""Answered forms as a result sees them: who answered is not in them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .items import CHOSEN, NOT_CHOSEN, Item

DIMENSIONS = ("place", "age", "channel")


@dataclass(frozen=True)
class Reply:
    """One finished form: block, age band and door (empty where not known), and the answers by question."""

    place: str
    age: str
    channel: str
    answers: Mapping[str, Any]

    def group(self, dimension: str) -> str:
        """The group of this reply."""
        return str(getattr(self, dimension))


@dataclass(frozen=True)
class Counted:
    """A table that could be published: how often each option was given, in all or by group."""

    item: Item
    option: str
    rows: Mapping[str, str]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


def counted(item: Item, replies: Sequence[Reply], dimension: str = "") -> list[Counted]:
    """One table where people chose one option; one for each option where they could choose several."""
    if item.kind == "one":
        return [_table(item, "", item.options, replies, dimension)]
    if item.kind == "many":
        return [_table(item, option, _both(), replies, dimension) for option in item.options]
    return []


def answer_in(item: Item, option: str, reply: Reply) -> str | None:
    """The row of the table that a reply belongs to."""
    given = item.given(reply.answers)
    if given is None or not option:
        return None if given is None else str(given)
    return CHOSEN if option in given else NOT_CHOSEN


def _both() -> dict[str, str]:
    return {CHOSEN: CHOSEN, NOT_CHOSEN: NOT_CHOSEN}


def _table(
    item: Item, option: str, rows: Mapping[str, str], replies: Sequence[Reply], dimension: str
) -> Counted:
    found: Counter[tuple[str, str]] = Counter()
    for reply in replies:
        row = answer_in(item, option, reply)
        column = reply.group(dimension) if dimension else "all"
        if row is not None and column:
            found[row, column] += 1
    columns = tuple(sorted({column for _row, column in found})) if dimension else ("all",)
    counts = tuple(tuple(found[row, column] for column in columns) for row in rows)
    return Counted(item, option, rows, columns, counts)
