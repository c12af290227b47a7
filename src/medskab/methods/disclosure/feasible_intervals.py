"""What a reader can work out about each hidden cell."""

from math import ceil, floor

import numpy as np
from scipy.optimize import linprog

from ._cells import Cells, Flags

_CLOSE = 1e-6
Interval = tuple[int, int | None]


def feasible_intervals(cells: Cells, hidden: Flags) -> dict[int, Interval]:
    """Lowest and highest value of each hidden cell, given all shown cells, all sums, and no hidden zero.

    The audit of a protected table, one cell at a time and sharing nothing with the search that chose what
    to hide. In a table with two ways in, the linear bounds are exact for whole numbers (the sums form a
    network). No upper end (None) where the totals are hidden too.

    When not: it does not know what a reader knows from elsewhere (one's own answer, a neighbour's).

    Source: M. Fischetti, J. J. Salazar, "Models and algorithms for optimizing cell suppression in tabular
    data with linear constraints", JASA 95 (2000).

    >>> from medskab.methods.disclosure._cells import cells_of
    >>> cells = cells_of(((3, 7, 20),))
    >>> feasible_intervals(cells, np.array([True, True, False, False]))
    {0: (1, 9), 1: (1, 9)}
    """
    at = np.flatnonzero(hidden)
    if not len(at):
        return {}
    known = np.where(hidden, 0.0, cells.values)
    ask = {
        "A_eq": cells.sums[:, at],
        "b_eq": -(cells.sums @ known),
        "bounds": [(1, None)] * len(at),
    }
    return {int(cell): _interval(number, len(at), ask) for number, cell in enumerate(at)}


def _interval(number: int, size: int, ask: dict[str, object]) -> Interval:
    goal = np.zeros(size)
    goal[number] = 1
    low = linprog(goal, **ask)
    high = linprog(-goal, **ask)
    if low.status != 0:
        raise ArithmeticError(low.message)
    end = None if high.status == 3 else floor(-high.fun + _CLOSE * max(1, -high.fun))
    return ceil(low.fun - _CLOSE * max(1, low.fun)), end
