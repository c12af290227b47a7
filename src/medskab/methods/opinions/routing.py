"""Which statement a person is shown next."""

import numpy as np
from numpy.typing import NDArray

from .tallies import Tallies

_META = 49.0


def priorities(
    groups: Tallies, extremity: NDArray[np.float64], is_meta: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """How much each statement should be shown, as a positive weight; statements without votes included.

    What many agree with, few pass on and what tells people apart is worth an answer: importance is (1 -
    (P+1)/(S+2)) · (E+1) · (A+1)/(S+2), with passes P, agreements A and all answers S over all groups, and
    extremity E from `Components`. New statements come up to nine times as often: the weight is (importance
    · (1 + 8 · 2^(-S/5)))². Statements that are meta have 49.

    Source: Polis. There, a statement in no result yet has weight 1; here the formula says it too (5.06).

    >>> nobody = np.zeros((1, 1), dtype=np.int64)
    >>> new = Tallies(np.array([0]), nobody, nobody, nobody)
    >>> priorities(new, np.zeros(1), np.zeros(1, dtype=bool)).round(2).tolist()
    [5.06]
    """
    whole = groups.whole
    agreed, answered = whole.agreed[0], whole.answered[0]
    passed = answered - agreed - whole.disagreed[0]
    importance = (1 - (passed + 1) / (answered + 2)) * (extremity + 1) * (agreed + 1) / (answered + 2)
    weight = (importance * (1 + 8 * 2.0 ** (-answered / 5))) ** 2
    return np.where(is_meta, _META, weight)


def next_statement(weights: NDArray[np.float64], may_be_shown: NDArray[np.bool_], draw: float) -> int | None:
    """The position of the statement that a draw falls on, or None where nothing is left to show.

    `draw` is a number from 0 up to but not including 1, drawn by whoever asks; `may_be_shown` leaves out
    what the person has answered and what is out. Each statement's chance is its weight divided by all.

    Raises:
        ValueError: the draw is not in that range.

    >>> next_statement(np.array([1.0, 3.0]), np.array([True, True]), 0.3)
    1
    """
    if not 0.0 <= draw < 1.0:
        raise ValueError("A draw is a number from 0 up to, not including, 1.")
    left = np.flatnonzero(may_be_shown & (weights > 0))
    if not len(left):
        return None
    reached = np.cumsum(weights[left])
    at = int(np.searchsorted(reached, draw * reached[-1], side="right"))
    return int(left[min(at, len(left) - 1)])
