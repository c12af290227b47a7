"""Ratings made ready for counting: each value by its number, units without a pair left out."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from medskab.methods.agreement.level import Level

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Coded:
    """Units × coders as numbers of values (-1: missing); `scale` holds the values themselves, sorted."""

    rows: NDArray[np.int64]
    sizes: NDArray[np.int64]
    scale: Floats
    level: Level

    def marginals(self, weights: Floats) -> Floats:
        """How often each value was given."""
        filled = self.rows >= 0
        spread = np.broadcast_to(weights[:, None], self.rows.shape)
        counted = np.bincount(self.rows[filled], weights=spread[filled], minlength=len(self.scale))
        return counted.astype(np.float64)

    def disagreement(self, marginals: Floats) -> Floats:
        """Of each unit: how far its values are apart, over all ordered pairs, by one less than its size."""
        places = self._places(marginals)
        apart = np.zeros(len(self.rows))
        for one, other in combinations(range(self.rows.shape[1]), 2):
            left, right = self.rows[:, one], self.rows[:, other]
            both = (left >= 0) & (right >= 0)
            apart += np.where(both, self._apart(places[left], places[right]), 0.0)
        return 2.0 * apart / (self.sizes - 1)

    def by_chance(self, marginals: Floats) -> float:
        """How far all values are apart, over all ordered pairs of the whole table."""
        total = marginals.sum()
        if self.level is Level.NOMINAL:
            return float(total**2 - (marginals**2).sum())
        places = self._places(marginals)
        if self.level is Level.RATIO:
            each = (
                number * (marginals @ self._apart(place, places))
                for number, place in _pairs(marginals, places)
            )
            return float(sum(each))
        middle = (marginals @ places) / total if total else 0.0
        return float(2.0 * total * (marginals @ (places - middle) ** 2))

    def _places(self, marginals: Floats) -> Floats:
        # The distance of ranks counts half of both ends: that is the distance of the middles.
        return np.cumsum(marginals) - marginals / 2 if self.level is Level.ORDINAL else self.scale

    def _apart(self, left: Floats | float, right: Floats) -> Floats:
        if self.level is Level.NOMINAL:
            return np.not_equal(left, right).astype(np.float64)
        if self.level is not Level.RATIO:
            return (left - right) ** 2
        sums = np.asarray(left + right)
        return np.divide(left - right, sums, out=np.zeros_like(sums), where=sums != 0) ** 2


def coded(ratings: ArrayLike, level: Level) -> Coded:
    """The table, without the units that fewer than two judged; refuses what is no table of numbers."""
    table = np.asarray(ratings, dtype=np.float64)
    if table.ndim != 2 or np.isinf(table).any():
        raise ValueError("ratings are units × coders, each a finite number or NaN")
    if level is Level.RATIO and (table < 0).any():
        raise ValueError("the level of ratios has no values below zero")
    sizes = (~np.isnan(table)).sum(axis=1)
    table, sizes = table[sizes >= 2], sizes[sizes >= 2]
    filled = ~np.isnan(table)
    scale, numbers = np.unique(table[filled], return_inverse=True)
    rows = np.full(table.shape, -1, dtype=np.int64)
    rows[filled] = numbers.ravel()
    return Coded(rows, sizes, scale if len(scale) else np.zeros(1), level)


def _pairs(marginals: Floats, places: Floats) -> list[tuple[float, float]]:
    return list(zip(marginals.tolist(), places.tolist(), strict=True))
