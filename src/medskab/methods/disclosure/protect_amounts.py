"""Hide sums of money in which one payer or receiver could be recognised."""

import numpy as np

from ._assemble import Choice, protected_table
from ._cells import Cells, Flags, cells_of
from ._hide import hide
from .dominance import is_dominated
from .tables import AmountTable, Because, ProtectedTable
from .threshold import SMALLEST, checked_threshold

_SHARE = 0.2
_SCALED = 1_000.0


def protect_amounts(table: AmountTable, threshold: int = SMALLEST) -> ProtectedTable:
    """The table with its totals, without sums that come from too few, or that one amount dominates.

    Answers: which sums of money can be shown? Hidden are sums of fewer than `threshold` contributors, sums
    that are dominated (`is_dominated`), and as few others as are needed, so that each hidden sum can only
    be placed within a range at least a fifth as wide as the sum itself.

    When not: for numbers of people use `protect_counts`. A contributor who is in several cells is taken
    for several; give one table per kind of contributor where that matters.

    Errors: BadTable, BadThreshold. Source: as `protect_counts`, and `is_dominated`.

    >>> grants = AmountTable(("Sport", "Music"), ("2025",), ((90_000,), (60_000,)), ((6,), (9,)),
    ...                      ((85_000,), (9_000,)), ((2_000,), (8_000,)))
    >>> protect_amounts(grants).shown
    ((None,), (None,), (150000,))
    """
    checked_threshold(threshold)
    cells = cells_of(table.amounts)
    scale = max(cells.values.max(), 1.0) / _SCALED  # programs reckon badly with very large numbers
    scaled = Cells(cells.shape, cells.inner, cells.values / scale, cells.sums)
    first = _too_clear(table, cells, threshold)
    widths = np.maximum(cells.values * _SHARE, 1.0)
    choice = Choice(hide(scaled, first, widths / scale), first, widths, Because.DOMINATED)
    return protected_table((table.rows, table.columns), cells, choice, threshold)


def _too_clear(table: AmountTable, cells: Cells, threshold: int) -> Flags:
    contributors = cells.with_totals(table.contributors)
    largest, second = _largest_two(table, cells)
    dominated = [
        is_dominated(int(total), int(first), int(next_one))
        for total, first, next_one in zip(cells.values, largest, second, strict=True)
    ]
    flags: Flags = (cells.values > 0) & ((contributors < threshold) | np.array(dominated))
    return flags


def _largest_two(table: AmountTable, cells: Cells) -> tuple[np.ndarray, np.ndarray]:
    """The two largest single amounts of each cell and of each total."""
    first, second = np.array(table.largest), np.array(table.second)
    if cells.has_row_totals:
        first, second = _with_last(first, second)
    if cells.has_column_totals:
        turned = _with_last(first.T, second.T)
        first, second = turned[0].T, turned[1].T
    return first.ravel(), second.ravel()


def _with_last(first: np.ndarray, second: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    both = np.sort(np.hstack([first, second]), axis=1)
    return np.hstack([first, both[:, -1:]]), np.hstack([second, both[:, -2:-1]])
