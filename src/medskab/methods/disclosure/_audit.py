"""How far each hidden cell can move, by linear programs, and what would give it more room.

A reader knows the shown cells, the sums, and that a hidden cell is not zero (zeros are never hidden).
Each solution of a program is a table that the reader cannot tell from the true one; the lowest and
highest value that any of them gives a cell is room that is proven. So one program often clears many cells.
"""

from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import linprog

from ._cells import Cells, Flags, Floats

_CLOSE = 1e-6
_FIRST_LOOKS = 8


@dataclass(eq=False)
class Audit:
    """The hidden cells of a table under suspicion; `widths` is the room that each cell must have."""

    cells: Cells
    widths: Floats
    hidden: Flags
    _at: np.ndarray = field(init=False)
    _low: Floats = field(init=False)
    _high: Floats = field(init=False)

    def __post_init__(self) -> None:
        self._at = np.flatnonzero(self.hidden)
        self._low, self._high = np.zeros(len(self._at)), np.zeros(len(self._at))

    def cuts(self) -> list[tuple[int, Floats]]:
        """Each hidden cell that has too little room, with weights: what must be hidden sums to 1 or more."""
        self._look_around()
        found = []
        for number, cell in enumerate(self._at):
            if not self._is_narrow()[number]:
                continue
            goal = np.zeros(len(self._at))
            goal[number] = 1
            up = self._solve(-goal, self.widths[cell])
            if not self._is_narrow()[number]:
                continue
            down = self._solve(goal, self.widths[cell])
            if self._is_narrow()[number]:
                found.append((int(cell), self._cut(int(cell), up + down)))
        return found

    def _look_around(self) -> None:
        chance = np.random.default_rng(0)
        for _look in range(_FIRST_LOOKS):
            narrow = self._is_narrow()
            if not narrow.any():
                return
            self._solve(chance.choice([-1.0, -0.5, 1.0], len(self._at)) * narrow, self.widths.max())

    def _is_narrow(self) -> Flags:
        return self._high - self._low < self.widths[self._at] * (1 - _CLOSE)

    def _solve(self, goal: Floats, width: float) -> Floats:
        """Move towards the goal; answers what hiding each cell could add to it at most (the dual's view)."""
        down, up = self._room(width)
        bounds = np.column_stack([-down[self._at], np.full(len(self._at), up)])
        sums = self.cells.sums
        done = linprog(goal, A_eq=sums[:, self._at], b_eq=np.zeros(sums.shape[0]), bounds=bounds)
        if done.status != 0:  # the true table is always a solution
            raise ArithmeticError(done.message)
        self._low = np.minimum(self._low, done.x)
        self._high = np.maximum(self._high, done.x)
        whole = np.zeros(len(self.cells.values))
        whole[self._at] = goal
        slope = whole - sums.T @ done.eqlin.marginals
        return np.where(slope > 0, slope * down, -slope * up)

    def _room(self, width: float) -> tuple[Floats, float]:
        # A cell needs to move no further than the width that is asked; it stays at 1 or more.
        return np.clip(self.cells.values - 1, 0, width), float(width)

    def _cut(self, cell: int, gains: Floats) -> Floats:
        missing = self.widths[cell] - gains[cell]
        cut = np.minimum(gains / missing, 1.0)
        cut[cut < _CLOSE] = 0
        cut[cell] = 0
        return cut
