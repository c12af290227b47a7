"""From a choice of cells to the protected table, audited before anybody gets it."""

from dataclasses import dataclass

import numpy as np

from ._cells import Cells, Flags, Floats
from .feasible_intervals import feasible_intervals
from .tables import Because, HiddenCell, Labels, ProtectedTable


@dataclass(frozen=True, eq=False)
class Choice:
    """The hidden cells; which of them came first, and why; how much room each must have."""

    hidden: Flags
    first: Flags
    widths: Floats
    because: Because


def protected_table(
    labels: tuple[Labels, Labels], cells: Cells, choice: Choice, threshold: int
) -> ProtectedTable:
    """The table as it may be published; a cell that could be worked out is a fault of ours and stops it."""
    columns = cells.shape[1]
    hidden = []
    for cell, (low, high) in feasible_intervals(cells, choice.hidden).items():
        if high is not None and high - low < choice.widths[cell] * (1 - 1e-6) - 1e-6:
            raise ArithmeticError(f"cell {cell} can be placed between {low} and {high}")
        because = choice.because if choice.first[cell] else Because.COMPLEMENT
        hidden.append(HiddenCell(cell // columns, cell % columns, because, low, high))
    return ProtectedTable(
        rows=(*labels[0], None) if cells.has_column_totals else labels[0],
        columns=(*labels[1], None) if cells.has_row_totals else labels[1],
        shown=_shown(cells, choice.hidden),
        hidden=tuple(hidden),
        threshold=threshold,
    )


def _shown(cells: Cells, hidden: Flags) -> tuple[tuple[int | None, ...], ...]:
    values = cells.values.astype(np.int64).reshape(cells.shape)
    flags = hidden.reshape(cells.shape)
    return tuple(
        tuple(None if is_hidden else int(value) for value, is_hidden in zip(row, marks, strict=True))
        for row, marks in zip(values, flags, strict=True)
    )
