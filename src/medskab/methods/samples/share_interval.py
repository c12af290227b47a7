"""Between which shares the true share lies."""

from math import inf, sqrt

from scipy.special import ndtri

from medskab.methods.samples.shapes import LEVEL, BadSample, Share, check_population


def share_interval(
    part: float,
    answers: float,
    population: int | None = None,
    *,
    worth: float | None = None,
    level: float = LEVEL,
) -> Share:
    """A share with the interval that holds the true one `level` of the time (Wilson's).

    `part` of `answers` gave the answer; both may be sums of weights. `worth`: the effective size of weighted
    answers, from `effective_size`; without it each answer counts as one. `population`: how many could have
    answered. The more of them did, the narrower; if all did, nothing is left open.

    Use it for small samples too: it never leaves 0 to 1, and is never empty at 0 or all.

    When not: for people who chose themselves whether to be asked. The interval tells of chance alone, never
    of who stayed away.

    Errors: `BadSample` if nobody answered, or the part is larger than the whole.

    Source: Wilson 1927; Cochran 1977, §3 (finite population); Kish 1965, §11.7 (effective size).

    >>> half = share_interval(0.535 * 293, 293)
    >>> round(half.share, 3), round(100 * half.margin, 1)
    (0.535, 5.7)
    >>> round(100 * share_interval(0.535 * 293, 293, population=675).margin, 1)
    4.3
    """
    if answers <= 0:
        raise BadSample("Nobody answered: there is no share.")
    if not 0 <= part <= answers * (1 + 1e-12):
        raise BadSample(f"{part:g} of {answers:g} is no share.")
    size = answers if worth is None else worth
    check_population(size, population)
    share = min(part / answers, 1.0)
    size = _endless(size, population)
    if size == inf:
        return Share(share, share, share, answers, size)
    z = float(ndtri((1 + level) / 2))
    middle = (share + z * z / (2 * size)) / (1 + z * z / size)
    arm = z * sqrt(share * (1 - share) / size + z * z / (4 * size * size)) / (1 + z * z / size)
    low, high = max(middle - arm, 0.0), min(middle + arm, 1.0)
    return Share(share, min(low, share), max(high, share), answers, size)


def _endless(size: float, population: int | None) -> float:
    """How many answers from an endless population would tell as much."""
    if population is None:
        return size
    left = population - size
    return size * (population - 1) / left if left > 0 else inf
