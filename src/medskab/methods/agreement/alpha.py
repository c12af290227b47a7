"""Krippendorff's alpha: agreement of any number of coders, with gaps, beyond what chance would give."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from medskab.methods.agreement._coded import Coded, coded
from medskab.methods.agreement.level import Level


@dataclass(frozen=True)
class Alpha:
    """What came out: 1 is full agreement, 0 what chance gives, below 0 less than that.

    `value` is None where nothing can be told: nobody's values meet, or all of them are one and the same.
    """

    value: float | None
    units: int
    values: int


def krippendorff_alpha(ratings: ArrayLike, level: Level) -> Alpha:
    """Alpha of units (rows) judged by coders (columns); a missing value is NaN.

    Only units that two or more judged count. The work grows with units × coders²; at the level of ratios
    also with the square of how many different values there are.

    Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability.

    >>> krippendorff_alpha([[1, 1], [2, 2], [1, 2], [2, 2]], Level.NOMINAL)
    Alpha(value=0.5333333333333333, units=4, values=8)
    """
    table = coded(ratings, level)
    weights = np.ones(len(table.rows))
    return Alpha(weighted_alpha(table, weights), len(table.rows), int(table.sizes.sum()))


def weighted_alpha(table: Coded, weights: NDArray[np.float64]) -> float | None:
    """Alpha where each unit stands for as many as its weight says."""
    marginals = table.marginals(weights)
    total = float(marginals.sum())
    seen = float(weights @ table.disagreement(marginals))
    by_chance = table.by_chance(marginals)
    if total < 2 or by_chance <= 0:
        return None
    return 1.0 - (total - 1.0) * seen / by_chance


def from_names(rows: Sequence[Sequence[str | None]]) -> NDArray[np.float64]:
    """Ratings by name, such as codes, as numbers for the nominal level; None is missing.

    >>> from_names([["play", "light"], [None, "play"]])
    array([[ 1.,  0.],
           [nan,  1.]])
    """
    numbers = {name: float(at) for at, name in enumerate(sorted({n for row in rows for n in row if n}))}
    return np.array([[numbers[n] if n else np.nan for n in row] for row in rows], dtype=np.float64)
