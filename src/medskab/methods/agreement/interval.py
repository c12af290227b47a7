"""How sure alpha is: the same table drawn again many times, unit by unit."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from medskab.methods.agreement._coded import Coded, coded
from medskab.methods.agreement.alpha import weighted_alpha
from medskab.methods.agreement.level import Level


@dataclass(frozen=True)
class Interval:
    """Nineteen of twenty draws lie between; `told` of them had an alpha at all."""

    low: float
    high: float
    told: int


def alpha_interval(ratings: ArrayLike, level: Level, *, seed: int, draws: int = 1000) -> Interval | None:
    """The middle 95 per cent of alpha when units are drawn again with replacement; None where too few tell.

    Whole units are drawn, so what is agreed within one stays together. The coders are taken as they are:
    it says nothing about other coders. Units judged alike are drawn together, which is quicker and the same.

    Source: Efron, Tibshirani 1993 (percentile bootstrap); Zapf et al. 2016 (for alpha).

    >>> alpha_interval([[1, 1], [2, 2], [1, 2], [2, 2]] * 10, Level.NOMINAL, seed=1) == \
        alpha_interval([[1, 1], [2, 2], [1, 2], [2, 2]] * 10, Level.NOMINAL, seed=1)
    True
    """
    table, often = _alike_together(coded(ratings, level))
    units = int(often.sum())
    if units < 2:
        return None
    chance = np.random.default_rng(seed).multinomial(units, often / units, size=draws).astype(np.float64)
    drawn = [weighted_alpha(table, weights) for weights in chance]
    told = np.array([value for value in drawn if value is not None])
    if len(told) < draws // 2:
        return None
    low, high = np.quantile(told, [0.025, 0.975])
    return Interval(float(low), float(high), len(told))


def _alike_together(table: Coded) -> tuple[Coded, np.ndarray]:
    """Units with the same values, whoever gave them, as one row and how often it is there."""
    if not len(table.rows):
        return table, np.zeros(0)
    ordered = np.sort(table.rows, axis=1)
    rows, first, often = np.unique(ordered, axis=0, return_index=True, return_counts=True)
    return Coded(rows, table.sizes[first], table.scale, table.level), often
