"""How many agreed, disagreed and answered at all, per statement and per group."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .votes import Votes

_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class Tallies:
    """Counts as int64 arrays of groups × statements; `members` holds the size of each group."""

    members: NDArray[np.int64]
    agreed: NDArray[np.int64]
    disagreed: NDArray[np.int64]
    answered: NDArray[np.int64]
    """Passes included."""

    @property
    def whole(self) -> "Tallies":
        """All groups together, as one group."""
        parts = (self.members, self.agreed, self.disagreed, self.answered)
        return Tallies(*(part.sum(axis=0, keepdims=True) for part in parts))

    def first(self, groups: int) -> "Tallies":
        """The first groups alone."""
        parts = (self.members, self.agreed, self.disagreed, self.answered)
        return Tallies(*(part[:groups] for part in parts))

    @property
    def agree_share(self) -> NDArray[np.float64]:
        """(agreed + 1) / (answered + 2): one half where nobody answered, and careful where few did."""
        return (self.agreed + 1) / (self.answered + 2)

    @property
    def disagree_share(self) -> NDArray[np.float64]:
        """(disagreed + 1) / (answered + 2)."""
        return (self.disagreed + 1) / (self.answered + 2)


def tallies(votes: Votes, group: NDArray[np.int64], groups: int) -> Tallies:
    """Count the votes of each group; `group` is the number of each voter's group, or -1 for none.

    Statements that are out are counted like the others: whether they are shown is decided elsewhere.

    >>> from .votes import Statement, gather
    >>> votes = gather(["v", "w"], [Statement("a")], np.array([0, 1]), np.array([0, 0]), np.array([1, 0]))
    >>> found = tallies(votes, np.array([0, 0]), 1)
    >>> found.agreed.tolist(), found.disagreed.tolist(), found.answered.tolist()
    ([[1]], [[0]], [[2]])
    """
    people, size = votes.shape
    total = np.zeros(3 * groups * size, dtype=np.int64)
    for first in range(0, people, _ROWS):
        last = min(first + _ROWS, people)
        offsets, columns, values = votes.rows(first, last)
        cell = np.repeat(group[first:last] * size, np.diff(offsets))
        cell += columns
        cell *= 3
        cell += values + np.int8(1)
        total += np.bincount(cell[cell >= 0], minlength=len(total))
    disagreed, passed, agreed = total.reshape(groups, size, 3).transpose(2, 0, 1)
    members = np.bincount(group[group >= 0], minlength=groups)
    return Tallies(members, agreed, disagreed, agreed + disagreed + passed)
