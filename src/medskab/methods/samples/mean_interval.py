"""Between which values the true mean of a scale lies."""

from collections.abc import Sequence
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

from medskab.methods.samples.effective_size import effective_size
from medskab.methods.samples.shapes import LEVEL, BadSample, Mean, check_population

Numbers = Sequence[float] | NDArray[np.float64]


def mean_interval(
    values: Numbers,
    weights: Numbers | None = None,
    population: int | None = None,
    *,
    level: float = LEVEL,
) -> Mean:
    """A mean with the interval that holds the true one `level` of the time (Student's t).

    `values`: one per answer, in the scale's own units; `weights`: one per answer; `population`: how many
    could have answered.

    When not: for amounts with a long tail and few answers (money, hours): look at the answers themselves. For
    steps that have no even distance, show the shares.

    Errors: `BadSample` under two answers, or for a weight too many or too few.

    Source: Student 1908; Cochran 1977, §2 (finite population); Kish 1965 (effective size).

    >>> found = mean_interval([1, 2, 3, 4, 5])
    >>> found.mean, round(found.low, 3), round(found.high, 3)
    (3.0, 1.037, 4.963)
    """
    found = np.asarray(values, dtype=np.float64)
    heavy = np.ones(found.size) if weights is None else np.asarray(weights, dtype=np.float64)
    if heavy.shape != found.shape:
        raise BadSample("Each answer needs one weight.")
    if found.size < 2:
        raise BadSample("A mean with an interval takes two answers.")
    if not np.isfinite(found).all():
        raise BadSample("Every answer must be a number.")
    check_population(found.size, population)
    worth = effective_size(heavy)
    mean = float(np.average(found, weights=heavy))
    if worth <= 1 + 1e-9:
        raise BadSample("All the weight is on one answer: it takes two.")
    variance = float(np.average((found - mean) ** 2, weights=heavy)) * worth / (worth - 1)
    unseen = 1.0 if population is None else max(population - found.size, 0) / max(population, 1)
    error = sqrt(variance / worth * unseen)
    arm = float(stdtrit(worth - 1, (1 + level) / 2)) * error
    return Mean(mean, mean - arm, mean + arm, found.size, error, worth - 1)
