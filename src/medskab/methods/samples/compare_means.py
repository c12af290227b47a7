"""What changed in a mean between two waves."""

from scipy.special import ndtri, stdtr, stdtrit

from medskab.methods.samples.changes import POWER, Change
from medskab.methods.samples.shapes import LEVEL, Mean


def compare_means(earlier: Mean, later: Mean, worth_knowing: float, *, level: float = LEVEL) -> Change:
    """The difference of two means with its interval (Welch's), and what could have been seen.

    `worth_knowing`: the smallest difference that matters, in the scale's own units.

    When not: for the same people asked twice: it then asks for more than is needed.

    Source: Welch 1947.

    >>> change = compare_means(Mean(3, 2.8, 3.2, 100, 0.1, 99), Mean(3.5, 3.3, 3.7, 100, 0.1, 99), 0.5)
    >>> round(change.low, 2), round(change.high, 2), round(change.chance, 4), round(change.could_see, 2)
    (0.22, 0.78, 0.0005, 0.4)
    """
    difference = later.mean - earlier.mean
    squares = earlier.error**2 + later.error**2
    if not squares:
        return Change(difference, difference, difference, float(not difference), 0.0, worth_knowing)
    freedom = squares**2 / sum(wave.error**4 / wave.freedom for wave in (earlier, later))
    error = squares**0.5
    times = float(stdtrit(freedom, (1 + level) / 2))
    chance = 2 * float(stdtr(freedom, -abs(difference) / error))
    could_see = (times + float(ndtri(POWER))) * error
    arm = times * error
    return Change(difference, difference - arm, difference + arm, chance, could_see, worth_knowing)
