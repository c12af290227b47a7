"""What may be said of each statement in words, and how sure it is."""

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from .tallies import Tallies

FEWEST_ANSWERS = 5
_Z95 = 1.959963984540054


class Verdict(StrEnum):
    """How the crowd stands to a statement."""

    MOST_AGREE = "most-agree"
    MOST_DISAGREE = "most-disagree"
    TWO_WAYS = "two-ways"
    """One group clearly agrees, another clearly disagrees."""
    UNDECIDED = "undecided"
    TOO_FEW = "too-few"
    """Fewer than five answers: only their number may be shown."""


def share_interval(
    count: NDArray[np.int64], answered: NDArray[np.int64], population: int | None = None
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Between which shares the true share lies, 95 times in 100: Wilson's interval, lower and upper ends.

    `population` is the number of residents that the answers stand for: as they near it, the interval
    closes, and it is a point once all have answered. Without it the crowd is taken as endless. It covers
    chance in who happened to answer, not that those who answer differ from those who do not.

    Source: Wilson 1927; with the finite population correction of Cochran 1977, §3.

    >>> [part.round(3).tolist() for part in share_interval(np.array([8]), np.array([10]))]
    [[0.49], [0.943]]
    >>> [part.tolist() for part in share_interval(np.array([8]), np.array([10]), 10)]
    [[0.8], [0.8]]
    """
    size = answered.astype(float)
    if population is not None:
        left = population - size
        size = np.where(left > 0, size * max(population - 1, 0) / np.where(left > 0, left, 1), np.inf)
    share = count / np.maximum(answered, 1)
    with np.errstate(invalid="ignore", divide="ignore"):
        over = np.where(size > 0, _Z95**2 / size, np.inf)
        middle = (share + over / 2) / (1 + over)
        half = _Z95 / (1 + over) * np.sqrt(share * (1 - share) / size + over / (4 * size))
    known = answered > 0
    low = np.where(known, np.clip(middle - half, 0.0, 1.0), 0.0)
    return low, np.where(known, np.clip(middle + half, 0.0, 1.0), 1.0)


def verdicts(
    whole: Tallies, groups: Tallies | None = None, *, population: int | None = None
) -> tuple[Verdict, ...]:
    """One verdict per statement. `groups` are given where they are clear, else None.

    Most agree where the whole interval of the share that agrees lies above one half; likewise for
    disagreement. Two ways comes first: a majority may not cover a group that clearly sees it the other way.
    Groups of whom fewer than five answered say nothing.

    >>> counts = Tallies(np.array([9]), np.array([[9, 5]]), np.array([[0, 4]]), np.array([[9, 9]]))
    >>> [str(one) for one in verdicts(counts)]
    ['most-agree', 'undecided']
    """
    agree, disagree = (_is_most(whole, count, population)[0] for count in (whole.agreed, whole.disagreed))
    two_ways = np.zeros(len(agree), dtype=bool)
    if groups is not None:
        for_it, against = (_is_most(groups, count, None) for count in (groups.agreed, groups.disagreed))
        two_ways = np.asarray(for_it.any(axis=0) & against.any(axis=0))
    few = whole.answered[0] < FEWEST_ANSWERS
    ranked = (
        (few, Verdict.TOO_FEW),
        (two_ways, Verdict.TWO_WAYS),
        (agree, Verdict.MOST_AGREE),
        (disagree, Verdict.MOST_DISAGREE),
    )
    return tuple(
        next((verdict for holds, verdict in ranked if holds[at]), Verdict.UNDECIDED) for at in range(len(few))
    )


def may_show_groups(whole: Tallies, groups: Tallies, fewest: int = FEWEST_ANSWERS) -> NDArray[np.bool_]:
    """Per statement whether its counts may be shown group by group beside the total.

    No group, and no rest of people in no group, may have between one and four answers on it: each of these
    could be had by subtraction from the total and the others. Use it wherever counts are shown to others
    than staff."""
    rest = whole.answered[0] - groups.answered.sum(axis=0)
    parts = np.vstack((groups.answered, rest))
    return np.asarray(((parts == 0) | (parts >= fewest)).all(axis=0))


def _is_most(tallies: Tallies, count: NDArray[np.int64], population: int | None) -> NDArray[np.bool_]:
    low, _ = share_interval(count, tallies.answered, population)
    return (low > 0.5) & (tallies.answered >= FEWEST_ANSWERS)
