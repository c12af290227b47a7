"""What may be said of an alpha in plain words."""

from enum import Enum

from medskab.methods.agreement.interval import Interval

FIRM = 0.80
TENTATIVE = 0.667


class Verdict(Enum):
    """The three answers that are given."""

    GOOD = "good"
    LOOK_AGAIN = "look-again"
    TOO_FEW = "too-few"


def verdict(value: float | None, interval: Interval | None, *, times_given: int, fewest: int = 10) -> Verdict:
    """Good where alpha is firm and its low end still tentative; too few where a code was hardly given.

    Source: Krippendorff 2004, Reliability in Content Analysis (.800, and .667 as the lowest that is of use).

    >>> verdict(0.9, Interval(0.7, 0.95, 1000), times_given=40)
    <Verdict.GOOD: 'good'>
    """
    if value is None or interval is None or times_given < fewest:
        return Verdict.TOO_FEW
    if value >= FIRM and interval.low >= TENTATIVE:
        return Verdict.GOOD
    return Verdict.LOOK_AGAIN
