"""Which statements tell one group from the others."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from .tallies import Tallies

Z90 = 1.2816
"""One-sided: a difference that chance alone would give one time in ten."""
_MOST = 5


class Direction(StrEnum):
    """Which answer is told of."""

    AGREE = "agree"
    DISAGREE = "disagree"


@dataclass(frozen=True, slots=True)
class Representative:
    """One statement that a group stands for, and why.

    `statement` is a position among the statements. `count` of `answered` members gave the answer. `share`
    is the careful share of it, `share_test` how clearly that differs from one half, `ratio` the share
    divided by the share among the others, and `ratio_test` how clearly the two differ (both tests in
    standard errors)."""

    statement: int
    direction: Direction
    count: int
    answered: int
    share: float
    share_test: float
    ratio: float
    ratio_test: float
    agreed: int
    """How many members agreed, whatever `direction` says."""
    is_best_agreed: bool = False
    """It was put first because the group agrees with it most clearly."""

    @property
    def told_as(self) -> Direction:
        """What to tell readers. In rare cases the source files the best agreed statement under disagree,
        since the others disagree even less often; a page must not say that a group rejects what most of it
        wants."""
        return Direction.AGREE if self.is_best_agreed else self.direction


@dataclass(frozen=True, slots=True)
class _Side:
    """One answer of one group: arrays over statements."""

    count: NDArray[np.int64]
    share: NDArray[np.float64]
    share_test: NDArray[np.float64]
    ratio: NDArray[np.float64]
    ratio_test: NDArray[np.float64]

    @property
    def is_clear(self) -> NDArray[np.bool_]:
        return (self.ratio_test > Z90) & (self.share_test > Z90)

    @property
    def weight(self) -> NDArray[np.float64]:
        return self.ratio * self.ratio_test * self.share * self.share_test


def representative(groups: Tallies, is_out: NDArray[np.bool_]) -> tuple[tuple[Representative, ...], ...]:
    """For each group up to five statements that tell it from the rest, agreement first.

    A statement qualifies if the group's answer is clearly more than half and clearly more than the others'
    (both at z = 1.2816); the strongest product of ratio, share and both tests comes first. The statement
    that the group agrees with most clearly is always named. If none qualifies, one is named: that one, or
    the nearest. Statements that are out are never named. Statements that are equally strong keep their
    order.

    When not: to say that a group differs; five are named for any grouping, also a random one.

    Source: Polis, whose lists these are, order included.

    >>> one = np.array([[9, 1], [1, 9]])
    >>> groups = Tallies(np.array([10, 10]), one, 10 - one, np.full((2, 2), 10))
    >>> [(told.statement, str(told.direction)) for told in representative(groups, np.zeros(2, bool))[0]]
    [(0, 'agree'), (1, 'disagree')]
    """
    whole = groups.whole
    found = []
    for group in range(len(groups.members)):
        answered = groups.answered[group]
        agree, disagree = (
            _side(count[group], answered, total[0] - count[group], whole.answered[0] - answered)
            for count, total in ((groups.agreed, whole.agreed), (groups.disagreed, whole.disagreed))
        )
        found.append(tuple(_chosen(agree, disagree, answered, np.flatnonzero(~is_out))))
    return tuple(found)


def share_test(count: NDArray[np.int64], answered: NDArray[np.int64]) -> NDArray[np.float64]:
    """How many standard errors a share lies above one half; one answer of each kind is added first."""
    return 2.0 * np.sqrt(answered + 1) * ((count + 1) / (answered + 1) - 0.5)


def _side(
    count: NDArray[np.int64],
    answered: NDArray[np.int64],
    others: NDArray[np.int64],
    others_answered: NDArray[np.int64],
) -> _Side:
    share = (count + 1) / (answered + 2)
    ratio = share / ((others + 1) / (others_answered + 2))
    mine, theirs = (count + 1) / (answered + 1), (others + 1) / (others_answered + 1)
    pooled = (count + others + 2) / (answered + others_answered + 2)
    error = np.sqrt(pooled * (1 - pooled) * (1 / (answered + 1) + 1 / (others_answered + 1)))
    flat = error == 0.0
    ratio_test = np.where(flat, 0.0, (mine - theirs) / np.where(flat, 1.0, error))
    return _Side(count, share, share_test(count, answered), ratio, ratio_test)


def _chosen(
    agree: _Side, disagree: _Side, answered: NDArray[np.int64], shown: NDArray[np.int64]
) -> Iterator[Representative]:
    is_agree = agree.ratio_test > disagree.ratio_test
    best = _best_agreed(agree, disagree, shown)
    clear = shown[(agree.is_clear | disagree.is_clear)[shown]]
    weight = np.where(is_agree, agree.weight, disagree.weight)
    names = sorted(clear.tolist(), key=lambda at: -weight[at])
    if not names and best is None:
        nearest = np.maximum(agree.ratio_test, disagree.ratio_test)
        names = sorted(shown.tolist(), key=lambda at: -nearest[at])[:1]
    if best is not None:
        names = [best, *(at for at in names if at != best)]
    names = names[:_MOST]
    for direction, side, wanted in ((Direction.AGREE, agree, True), (Direction.DISAGREE, disagree, False)):
        for at in (at for at in names if is_agree[at] == wanted):
            yield Representative(
                statement=at,
                direction=direction,
                count=int(side.count[at]),
                answered=int(answered[at]),
                share=float(side.share[at]),
                share_test=float(side.share_test[at]),
                ratio=float(side.ratio[at]),
                ratio_test=float(side.ratio_test[at]),
                agreed=int(agree.count[at]),
                is_best_agreed=at == best,
            )


def _best_agreed(agree: _Side, disagree: _Side, shown: NDArray[np.int64]) -> int | None:
    """The statement that a group agrees with most clearly, if there is any; read in order, as the source
    does."""
    best: int | None = None
    for at in shown.tolist():
        if not agree.count[at] and not disagree.count[at]:
            continue
        if best is None:
            is_better = agree.share_test[at] > Z90 or (agree.ratio[at] > 1.0 and agree.share[at] > 0.5)
        elif agree.ratio[best] > 1.0:
            is_better = agree.weight[at] > agree.weight[best]
        else:
            is_better = agree.share[at] * agree.share_test[at] > agree.share[best] * agree.share_test[best]
        best = at if is_better else best
    return best
