"""Tables before and after protection."""

from dataclasses import dataclass
from enum import StrEnum

MOST_CELLS = 20_000
MOST = 10**9


class BadTable(ValueError):
    """The table cannot be protected as it is; the text says what to mend."""


Grid = tuple[tuple[int, ...], ...]
Labels = tuple[str, ...]


@dataclass(frozen=True)
class CountTable:
    """How many people there are in each cell; margins are worked out, not given.

    A table with one row or one column is a list, and has one total only.
    """

    rows: Labels
    columns: Labels
    counts: Grid

    def __post_init__(self) -> None:
        check_shape(self.rows, self.columns, self.counts)
        for row, counts in zip(self.rows, self.counts, strict=True):
            for column, count in zip(self.columns, counts, strict=True):
                if not 0 <= count <= MOST:
                    raise BadTable(f"{row} / {column}: {count} is no count of people.")


@dataclass(frozen=True)
class AmountTable:
    """Money (in øre) in each cell, how many it comes from, and the two largest single amounts."""

    rows: Labels
    columns: Labels
    amounts: Grid
    contributors: Grid
    largest: Grid
    second: Grid

    def __post_init__(self) -> None:
        for grid in (self.amounts, self.contributors, self.largest, self.second):
            check_shape(self.rows, self.columns, grid)
        for r, row in enumerate(self.rows):
            for c, column in enumerate(self.columns):
                if not self._is_possible(r, c):
                    raise BadTable(f"{row} / {column}: the single amounts do not fit the sum.")

    def _is_possible(self, r: int, c: int) -> bool:
        amount, number = self.amounts[r][c], self.contributors[r][c]
        first, second = self.largest[r][c], self.second[r][c]
        if number == 0:
            return amount == first == second == 0
        if number == 1:
            return (first, second) == (amount, 0) and amount > 0
        return 0 <= second <= first and first + second <= amount <= first + second * (number - 1)


class Because(StrEnum):
    """Why a cell is hidden."""

    SMALL = "small"
    DOMINATED = "dominated"
    COMPLEMENT = "complement"


@dataclass(frozen=True)
class HiddenCell:
    """A hidden cell: where, why, and between which values a reader can place it (None: no upper end).

    Row and column are indices into the protected table's labels. `because` is for the keeper of the
    table: a published table marks all hidden cells alike.
    """

    row: int
    column: int
    because: Because
    low: int
    high: int | None


@dataclass(frozen=True)
class ProtectedTable:
    """A table with its totals as it may be published; None is a hidden cell, and the label None a total."""

    rows: tuple[str | None, ...]
    columns: tuple[str | None, ...]
    shown: tuple[tuple[int | None, ...], ...]
    hidden: tuple[HiddenCell, ...]
    threshold: int


def check_shape(rows: Labels, columns: Labels, grid: Grid) -> None:
    """Refuse what is no table: missing or double labels, rows of unlike length, far too many cells."""
    if not rows or not columns:
        raise BadTable("The table is empty: it needs at least one row and one column.")
    for what, labels in (("row", rows), ("column", columns)):
        twice = sorted({label for label in labels if labels.count(label) > 1})
        if twice:
            raise BadTable(f"Two {what}s have the same name: {twice[0]}.")
    if len(grid) != len(rows) or any(len(row) != len(columns) for row in grid):
        raise BadTable(f"The table needs {len(rows)} rows with {len(columns)} numbers each.")
    if len(rows) * len(columns) > MOST_CELLS:
        raise BadTable(f"The table has more than {MOST_CELLS:,} cells. Split it.")
