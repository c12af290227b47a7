"""A table of people as a room hands it in to be published."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Codes = frozenset[str]

THRESHOLD = 5


@dataclass(frozen=True)
class Axis:
    """One side of a table: its dimension ("place", "age"), and for each label the finest codes it counts."""

    dimension: str
    labels: Mapping[str, Codes]


@dataclass(frozen=True)
class PeopleTable:
    """Counts of people, with what is needed to judge them.

    `what`: which people, in one word that never changes its meaning. `also`: dimensions that are the same
    for the whole table, the period above all. `source_sha256`: of the figures that it was made from.
    """

    name: str
    what: str
    rows: Axis
    columns: Axis
    counts: tuple[tuple[int, ...], ...]
    residents: int
    households: int
    source_sha256: str
    also: Mapping[str, Codes] = field(default_factory=dict)
