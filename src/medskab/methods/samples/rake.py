"""Weights with which the answers fit what is known of everybody."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from medskab.methods.samples.effective_size import effective_size
from medskab.methods.samples.margins import Margin, Raked
from medskab.methods.samples.shapes import BadSample

Side = tuple[NDArray[np.int64], NDArray[np.float64]]

_MOST_CUTS = 50


def rake(
    margins: Sequence[Margin], *, most: float | None = 5.0, tolerance: float = 1e-10, rounds: int = 500
) -> Raked:
    """Weight respondents so that each margin has the known shares (iterative proportional fitting).

    `most`: no weight is more than so many times the average, or less than its inverse; None leaves them as
    they come. Where weights are cut the margins may be missed, and `largest_miss` says by how much.
    Respondents in the same groups always have the same weight.

    Use it when some answered more often than others and the answers differ between them.

    When not: it cannot mend that within a group only some sort of people answered, and it widens every
    interval (`worth`). With fewer than about five answers in a group, join groups first.

    Errors: `BadSample` for a group without respondents, or lists of unlike length.

    Source: Deming, Stephan 1940; Deville, Särndal, Sautory 1993 (raking ratio, bounds).

    >>> age = Margin("age", {"young": 50, "old": 50}, ["young", "old", "old", "old"])
    >>> rake([age]).weights.round(3).tolist()
    [2.0, 0.667, 0.667, 0.667]
    """
    size = _size(margins)
    if most is not None and most <= 1:
        raise BadSample("The largest weight must be more than the average: more than 1.")
    sides, cell_of, counts = _cells(margins, size)
    weights, used, has_settled = _fitted(sides, counts, tolerance, rounds)
    cut = np.zeros(len(counts), dtype=np.bool_)
    for _ in range(_MOST_CUTS if most is not None else 0):
        limit = most or 1.0
        over = (weights > limit * (1 + 1e-12)) | (weights < (1 - 1e-12) / limit)
        if not over.any():
            break
        cut |= over
        # What is cut is spread again over all by one more fit, as long as that still helps.
        weights, more, has_settled = _fitted(
            sides, counts, tolerance, rounds, np.clip(weights, 1 / limit, limit)
        )
        used += more
    if most is not None:
        weights = np.clip(weights, 1 / most, most)
    miss = _miss(sides, counts * weights)
    each = weights[cell_of]
    each = each / each.mean()
    return Raked(
        weights=each,
        rounds=used,
        largest_miss=miss,
        has_converged=has_settled and miss <= max(tolerance, 1e-9),
        trimmed=int(counts[cut].sum()),
        worth=effective_size(each),
    )


def _size(margins: Sequence[Margin]) -> int:
    sizes = {len(margin.groups) for margin in margins}
    if len(sizes) != 1 or sizes == {0}:
        raise BadSample("Every margin needs the group of each respondent, and there must be respondents.")
    return sizes.pop()


def _cells(margins: Sequence[Margin], size: int) -> tuple[list[Side], NDArray[np.int64], NDArray[np.float64]]:
    """Respondents in the same groups as one cell: the fitting then no longer depends on how many answered."""
    cell_of = np.zeros(size, dtype=np.int64)
    columns, shares = [], []
    for margin in margins:
        number_of = {name: number for number, name in enumerate(margin.known)} | {"": len(margin.known)}
        numbers = np.fromiter(map(number_of.__getitem__, margin.groups), np.int64, size)
        known = np.fromiter(margin.known.values(), np.float64)
        columns.append(numbers)
        shares.append(known / known.sum())
        mixed = cell_of * (len(known) + 1) + numbers
        cell_of = _numbered(mixed)
    first = np.unique(cell_of, return_index=True)[1]
    counts = np.bincount(cell_of).astype(np.float64)
    return [(column[first], share) for column, share in zip(columns, shares, strict=True)], cell_of, counts


def _numbered(codes: NDArray[np.int64]) -> NDArray[np.int64]:
    """Codes numbered without gaps, so that they never outgrow the number of respondents."""
    present = np.zeros(int(codes.max()) + 1, dtype=np.bool_)
    present[codes] = True
    fresh = np.cumsum(present) - 1
    return np.asarray(fresh[codes], dtype=np.int64)


def _fitted(
    sides: list[Side],
    counts: NDArray[np.float64],
    tolerance: float,
    rounds: int,
    start: NDArray[np.float64] | None = None,
) -> tuple[NDArray[np.float64], int, bool]:
    weights = np.ones(len(counts)) if start is None else start
    for done in range(1, rounds + 1):
        for groups, shares in sides:
            sums = np.bincount(groups, weights=counts * weights, minlength=len(shares) + 1)[: len(shares)]
            wanted = shares * sums.sum()
            factor = np.ones(len(shares) + 1)
            factor[:-1] = np.divide(wanted, sums, out=np.ones(len(shares)), where=sums > 0)
            weights = weights * factor[groups]
        weights *= counts.sum() / (counts @ weights)
        if _miss(sides, counts * weights) <= tolerance:
            return weights, done, True
    return weights, rounds, False


def _miss(sides: list[Side], heavy: NDArray[np.float64]) -> float:
    worst = 0.0
    for groups, shares in sides:
        sums = np.bincount(groups, weights=heavy, minlength=len(shares) + 1)[: len(shares)]
        worst = max(worst, float(np.abs(sums / sums.sum() - shares).max()))
    return worst
