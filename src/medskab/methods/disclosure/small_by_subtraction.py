"""Whether tables that were published one after the other give a small group away together."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from ._cube import Cube, TooManyGroups, cube_of
from .released import ReleasedCell
from .threshold import SMALLEST, checked_threshold

__all__ = ["Contradiction", "Exposed", "TooManyGroups", "small_by_subtraction"]

_CLOSE = 1e-6
_FIRST_LOOKS = 24


class Contradiction(ValueError):
    """The tables cannot all be true: a count was changed after it was published, and the change shows."""


@dataclass(frozen=True)
class Exposed:
    """A group that the tables together place between two small numbers."""

    group: str
    low: int
    high: int


def small_by_subtraction(
    earlier: Sequence[ReleasedCell], new: Sequence[ReleasedCell], threshold: int = SMALLEST
) -> tuple[Exposed, ...]:
    """The small groups that can be worked out once `new` is out beside `earlier`; none is what you want.

    Answers: may this table be published, given all that is out already? Every cell is a sum over the finest
    groups that any table tells apart. A group (also one that no table shows: a department without the
    blocks that were published; a cumulative table without the one before) is exposed if linear programs
    place it within fewer than `threshold` values, the lowest of them from 1 to below the threshold.

    When not: people in different tables must be the same people at the same time, or be told apart by a
    dimension ("period"); stocks at two dates are two periods and never subtracted. Rounded tables are no
    cells in this sense.

    Errors: Contradiction, TooManyGroups, BadThreshold. Source: A. Hundepool and others, "Statistical
    Disclosure Control" (2012), section 5.3.4 (linked tables).

    >>> def cell(table, places, count):
    ...     return ReleasedCell(table, "all", {"place": frozenset(places)}, count)
    >>> small_by_subtraction([cell("department", {"a", "b"}, 60)], [cell("block", {"a"}, 57)])
    (Exposed(group='place b', low=3, high=3),)
    >>> small_by_subtraction([cell("department", {"a", "b"}, 60)], [cell("block", {"a"}, 31)])
    ()
    """
    checked_threshold(threshold)
    cells = [*earlier, *new]
    return _Search(cube_of(cells), threshold).exposed() if cells else ()


class _Search:
    """Groups and their proven lowest and highest values, narrowed from outside and widened from inside."""

    def __init__(self, cube: Cube, threshold: int) -> None:
        self._cube, self._threshold = cube, threshold
        shown = cube.is_shown
        counts = np.array([cell.count or 0 for cell in cube.cells], dtype=float)
        # A number beyond all counts stands for "no upper end", so that every program has an answer.
        most = max(counts.max(), 1) + 10 * threshold
        # A program without whole numbers: the same answers as `linprog`, with less work around each one.
        self._ask = {
            "constraints": LinearConstraint(
                cube.members, np.where(shown, counts, 1.0), np.where(shown, counts, np.inf)
            ),
            "bounds": Bounds(0, most),
        }
        self._low = np.full(cube.targets.shape[0], np.inf)
        self._high = np.full(cube.targets.shape[0], -np.inf)

    def exposed(self) -> tuple[Exposed, ...]:
        """Every exposed group."""
        self._look_around()
        found = []
        for number in np.flatnonzero(self._is_open()):
            if not self._is_open()[number]:
                continue
            group = self._cube.targets[[number]].toarray()[0]
            low = ceil(self._solve(group) - _CLOSE)
            if not 1 <= low < self._threshold:
                continue
            high = floor(-self._solve(-group) + _CLOSE)
            if high - low < self._threshold:
                found.append(Exposed(self._cube.target_names[number], low, high))
        return tuple(found)

    def _look_around(self) -> None:
        self._solve(np.zeros(self._cube.targets.shape[1]))
        chance = np.random.default_rng(0)
        for _look in range(_FIRST_LOOKS):
            if not self._is_open().any():
                return
            signs = chance.choice([-1.0, -0.5, 0.5, 1.0], len(self._low)) * self._is_open()
            self._solve(self._cube.targets.T @ signs)

    def _is_open(self) -> np.ndarray:
        """Whether a group could still be exposed, after all the tables that were found to be possible."""
        most = 2 * (self._threshold - 1)  # the lowest value is below the threshold, the room too
        is_narrow = self._high - self._low < self._threshold - _CLOSE
        answer: np.ndarray = (self._low > 1 - _CLOSE) & is_narrow & (self._high < most + _CLOSE)
        return answer

    def _solve(self, goal: np.ndarray) -> float:
        done = milp(goal, **self._ask)
        if done.status == 2:
            raise Contradiction("These tables cannot all be true: a published number was changed.")
        if done.status != 0:
            raise ArithmeticError(done.message)
        values = self._cube.targets @ done.x
        self._low, self._high = np.minimum(self._low, values), np.maximum(self._high, values)
        return float(done.fun)
