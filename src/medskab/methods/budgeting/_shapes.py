"""The arrays that the inner loops share, by name."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

EPS = 2.0**-52
"""Twice the largest relative error of one operation on doubles: every bound has room to spare."""

NEVER = 2**62
"""A round that does not come."""

Ints = NDArray[np.int64]
Small = NDArray[np.int32]
Floats = NDArray[np.float64]


class Sheets(NamedTuple):
    """Ballots in compressed rows. `weight` is empty where each entry counts one."""

    start: Ints
    project: Small
    weight: Ints


class Backing(NamedTuple):
    """Groups of equal ballots behind each project: `group[start[p]:end[p]]`.

    `end` moves as money runs out.
    """

    start: Ints
    end: Ints
    group: Small
    weight: Ints


class Stand(NamedTuple):
    """The same ballots listed by project and by group."""

    backing: Backing
    sheets: Sheets


class Purse(NamedTuple):
    """What one voter of each group still has, and what the bounds on its error need."""

    money: Floats
    copies: Small
    """Voters in the group."""
    spent: Ints
    """The round in which the last of the money went, NEVER if there is some left. Rounds begin with 1."""
    bought: Ints
    """Per project: the round in which it was bought, 0 if not."""
    blur: Floats
    """One number: times EPS, the most by which any entry of `money` can be wrong."""
    rounds: Ints
    """One number: purchases so far."""


class Prices(NamedTuple):
    """Per project: the last price, its error, a lower bound on price ÷ scale for good, cost and scale."""

    value: Floats
    error: Floats
    least: Floats
    cost: Floats
    scale: Floats


class MergeRoom(NamedTuple):
    """Where merging puts its groups, and what it needs on the way."""

    table: Small
    prints: NDArray[np.uint64]
    marks: NDArray[np.uint64]
    seen: Ints
    copies: Small
    merged: Sheets
