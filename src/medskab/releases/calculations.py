"""The only file of this room that calls the algorithms."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from medskab.methods.disclosure import area_size, ballot_patterns
from medskab.methods.disclosure.protect_counts import protect_counts
from medskab.methods.disclosure.released import ReleasedCell
from medskab.methods.disclosure.small_by_subtraction import (
    Contradiction,
    Exposed,
    TooManyGroups,
    small_by_subtraction,
)
from medskab.methods.disclosure.tables import BadTable, CountTable, ProtectedTable
from medskab.methods.disclosure.threshold import BadThreshold

from .models import Release
from .remembered import Remembered
from .tables import Axis, Codes, PeopleTable

__all__ = ["BadTable", "BadThreshold", "Contradiction", "TooManyGroups"]

_protected: Remembered[ProtectedTable] = Remembered()
_exposed: Remembered[tuple[Exposed, ...]] = Remembered()


@dataclass(frozen=True)
class Checked:
    """A table as it can be shown, its cells, and the small groups that it would give away beside others."""

    shown: ProtectedTable
    cells: list[ReleasedCell]
    exposed: tuple[Exposed, ...]


def checked(earlier: Iterable[Release], table: PeopleTable, threshold: int) -> Checked:
    """All that has to be worked out before a table may be published."""
    shown = protected(table, threshold)
    cells = cells_of(table, shown)
    return Checked(shown, cells, exposed_beside(earlier, cells, threshold))


def is_large_enough(residents: int, households: int) -> bool:
    """Whether an area may have tables of its own."""
    return area_size.may_publish_area(residents, households)


def may_publish_single_ballots(combination_counts: Iterable[int], possible: int, voters: int) -> bool:
    """Whether ballots may be shown one by one."""
    return ballot_patterns.may_publish_single_ballots(combination_counts, possible, voters)


def protected(table: PeopleTable, threshold: int) -> ProtectedTable:
    """The table with its totals, as far as it can be shown by itself."""
    counts = CountTable(tuple(table.rows.labels), tuple(table.columns.labels), table.counts)
    return _protected.get((counts, threshold), lambda: protect_counts(counts, threshold))


def cells_of(table: PeopleTable, shown: ProtectedTable) -> list[ReleasedCell]:
    """Each cell of a protected table with the people that it counts."""
    return [
        ReleasedCell(
            table=table.name,
            cell=f"{row or ''} / {column or ''}",
            counted={
                **table.also,
                table.rows.dimension: _codes(table.rows, row),
                table.columns.dimension: _codes(table.columns, column),
            },
            count=number,
        )
        for row, numbers in zip(shown.rows, shown.shown, strict=True)
        for column, number in zip(shown.columns, numbers, strict=True)
    ]


def exposed_beside(
    earlier: Iterable[Release], cells: list[ReleasedCell], threshold: int
) -> tuple[Exposed, ...]:
    """The small groups that the cells would give away together with what is already out."""
    out = [_read(release.name, cell) for release in earlier for cell in release.cells]
    facts = [(cell.table, written(cell)) for cell in [*out, *cells]], len(out), threshold
    return _exposed.get(facts, lambda: small_by_subtraction(out, cells, threshold))


def written(cell: ReleasedCell) -> dict[str, object]:
    """A cell as the log keeps it."""
    counted = {name: sorted(codes) for name, codes in sorted(cell.counted.items())}
    return {"cell": cell.cell, "counted": counted, "count": cell.count}


def _read(table: str, kept: dict[str, object]) -> ReleasedCell:
    counted = {name: frozenset(codes) for name, codes in kept["counted"].items()}  # type: ignore[attr-defined]
    return ReleasedCell(table, str(kept["cell"]), counted, kept["count"])  # type: ignore[arg-type]


def _codes(axis: Axis, label: str | None) -> Codes:
    return frozenset(chain.from_iterable(axis.labels.values())) if label is None else axis.labels[label]
