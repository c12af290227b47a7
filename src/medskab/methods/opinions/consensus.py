"""What the whole crowd agrees on, and what all of its groups agree on."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .representative import Z90, share_test
from .tallies import Tallies

_MOST = 5


@dataclass(frozen=True, slots=True)
class Consensus:
    """Positions of statements, strongest first."""

    agreed: tuple[int, ...]
    disagreed: tuple[int, ...]


def consensus(whole: Tallies, is_out: NDArray[np.bool_]) -> Consensus:
    """Up to five statements that most agree with, and up to five that most disagree with, of the whole
    crowd.

    `whole` counts everybody as one group, also those in no group of the map. Most is: a careful share above
    one half, clearly so (z = 1.2816). Share times clarity orders them.

    When not: as proof that a minority agrees too; see `agreed_across`. Source: Polis, whose lists these
    are."""
    shown = ~is_out
    return Consensus(
        _strongest(whole.agreed[0], whole.answered[0], shown),
        _strongest(whole.disagreed[0], whole.answered[0], shown),
    )


def agreed_across(groups: Tallies) -> NDArray[np.float64]:
    """Per statement the product over groups of (agreed + 1) / (answered + 2), from 0 to 1.

    Only what every group agrees with scores high, however small a group is. It falls with the number of
    groups: compare within one map only, or use `agreed_across_mean`. Source: Polis ("group-aware
    consensus").

    >>> agreed, disagreed = np.array([[8], [3]]), np.array([[0], [5]])
    >>> agreed_across(Tallies(np.array([8, 8]), agreed, disagreed, agreed + disagreed)).round(2).tolist()
    [0.36]
    """
    return np.asarray(groups.agree_share.prod(axis=0))


def agreed_across_mean(groups: Tallies) -> NDArray[np.float64]:
    """The geometric mean over groups of their careful agree shares: comparable between maps of 2 and 5
    groups."""
    return np.asarray(agreed_across(groups) ** (1 / max(1, len(groups.members))))


def disagreed_across(groups: Tallies) -> NDArray[np.float64]:
    """The same product for disagreement: what every group rejects."""
    return np.asarray(groups.disagree_share.prod(axis=0))


def _strongest(
    count: NDArray[np.int64], answered: NDArray[np.int64], shown: NDArray[np.bool_]
) -> tuple[int, ...]:
    share, test = (count + 1) / (answered + 2), share_test(count, answered)
    named = np.flatnonzero(shown & (share > 0.5) & (test > Z90))
    return tuple(sorted(named.tolist(), key=lambda at: -share[at] * test[at])[:_MOST])
