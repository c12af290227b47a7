"""Hide the small cells of a table of people, and as little else as is needed to keep them unknown."""

import numpy as np

from ._assemble import Choice, protected_table
from ._cells import cells_of
from ._hide import hide
from .tables import Because, CountTable, ProtectedTable
from .threshold import SMALLEST, checked_threshold


def protect_counts(table: CountTable, threshold: int = SMALLEST) -> ProtectedTable:
    """The table with its totals, without any count from 1 to below the threshold, and none to be worked out.

    Answers: which cells of a frequency table can be shown? Small cells are hidden (zeros are shown), then
    the cheapest further cells, until each hidden cell could be any of at least `threshold` + 1 values as
    far as a reader can tell. Audited cell by cell before it is given out.

    When not: for tables that share people with others already published, ask `small_by_subtraction` as
    well. It does not hide that a whole group has one answer (a row with a single cell above zero), and not
    what somebody knows who is counted in a hidden cell: choose groups that are not that narrow. For money
    use `protect_amounts`.

    Errors: BadTable, BadThreshold. Source: Fischetti and Salazar 2000 (see `_hide`); A. Hundepool and
    others, "Statistical Disclosure Control" (2012), chapters 4 and 5.

    >>> ages = CountTable(("Block 1", "Block 2"), ("0-17", "18-64", "65+"), ((3, 40, 12), (9, 31, 8)))
    >>> for row in protect_counts(ages).shown:
    ...     print(row)
    (None, 40, None, 55)
    (None, 31, None, 48)
    (12, 71, 20, 103)
    """
    checked_threshold(threshold)
    cells = cells_of(table.counts)
    first = (cells.values > 0) & (cells.values < threshold)
    widths = np.full(len(cells.values), float(threshold))
    choice = Choice(hide(cells, first, widths), first, widths, Because.SMALL)
    return protected_table((table.rows, table.columns), cells, choice, threshold)
