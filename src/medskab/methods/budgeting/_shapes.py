"""The arrays that the inner loops share, by name."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

EPS = 2.0**-52
"""Twice the largest relative error of one operation on doubles: every bound has room to spare."""

Ints = NDArray[np.int64]
Small = NDArray[np.int32]
Floats = NDArray[np.float64]


class Sheets(NamedTuple):
    """Ballots in compressed rows. `weight` is empty where each entry counts one."""

    start: Ints
    project: Small
    weight: Ints


class Backing(NamedTuple):
    """Groups of equal ballots behind each project: `group[start[p]:end[p]]`; `end` moves as money runs out."""

    start: Ints
    end: Ints
    group: Small
    weight: Ints


class Purse(NamedTuple):
    """What one voter of each group still has, and what the bounds on its error need."""

    money: Floats
    copies: Floats
    """Voters in the group: whole numbers below 2⁵³, kept as doubles to save a conversion in each step."""
    bought: Ints
    """Per project: the round in which it was bought, −1 if not."""
    blur: Floats
    """One number: times EPS, the most by which any entry of `money` can be wrong."""
    rounds: Ints
    """One number: purchases so far."""


class Prices(NamedTuple):
    """Per project: the last price, its error, a lower bound on price ÷ scale for all time, cost and scale."""

    value: Floats
    error: Floats
    least: Floats
    cost: Floats
    scale: Floats
