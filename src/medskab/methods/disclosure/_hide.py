"""Choosing which further cells to hide: as little as is needed, so that no hidden cell can be worked out.

Fischetti and Salazar's method: a small integer program over one yes/no per cell knows only the demands
found so far; the audit of its answer finds further ones (each the dual of a linear program), until none
are left. Then every hidden cell, the added ones too, has the room that is asked.
"""

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from ._audit import Audit
from ._cells import Cells, Flags, Floats

_EXACT_ROUNDS = 10
_GAP = 0.001


def hide(cells: Cells, first: Flags, widths: Floats) -> Flags:
    """The cells to hide: the first ones and what they need beside them.

    For ten rounds the answer is the cheapest there is; in the rare table that needs more, what is hidden
    by then stays hidden, so that it ends soon.
    """
    hidden, demands = first.copy(), []
    may_hide = (cells.values > 0).astype(float)
    rounds = 0
    while found := Audit(cells, widths, hidden).cuts():
        demands += [_demand(cell, cut) for cell, cut in found]
        kept = first if rounds < _EXACT_ROUNDS else first | hidden
        hidden = _cheapest(cells.weights, demands, kept.astype(float), may_hide)
        rounds += 1
    return hidden


def _demand(cell: int, cut: Floats) -> Floats:
    row = cut.copy()
    row[cell] = -1  # only if the cell is hidden at all
    return row


def _cheapest(weights: Floats, demands: list[Floats], kept: Floats, may_hide: Floats) -> Flags:
    done = milp(
        weights,
        constraints=LinearConstraint(csr_array(np.array(demands)), 0, np.inf),
        integrality=np.ones(len(weights)),
        bounds=Bounds(kept, may_hide),
        options={"mip_rel_gap": _GAP},
    )
    if done.x is None:  # hiding everything that is not zero always gives room
        raise ArithmeticError(done.message)
    return done.x > 0.5
