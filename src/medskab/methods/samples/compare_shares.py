"""What changed in a share between two waves."""

from math import inf, sqrt

from scipy.special import ndtr, ndtri

from medskab.methods.samples.changes import POWER, Change
from medskab.methods.samples.shapes import LEVEL, Share


def compare_shares(
    earlier: Share, later: Share, worth_knowing: float = 0.1, *, level: float = LEVEL
) -> Change:
    """The difference of two shares with its interval (Newcombe's), and what could have been seen.

    Both come from `share_interval` at the same level, so that weights and small populations are in them.
    `worth_knowing`: the smallest difference that matters, 0.1 being ten points. `judge_changes` says in words
    what it amounts to.

    When not: for the same people asked twice, whose answers hang together: it then asks for more than is
    needed. For two groups inside one wave it holds as it is.

    Source: Newcombe 1998, method 10 (interval); pooled two-proportion test (chance and smallest difference).

    >>> before, after = (Share(s, s - 0.057, s + 0.057, 293, 293) for s in (0.535, 0.60))
    >>> change = compare_shares(before, after)
    >>> round(change.difference, 3), round(change.low, 3), round(change.high, 3), round(change.could_see, 3)
    (0.065, -0.016, 0.146, 0.115)
    """
    difference = later.share - earlier.share
    below = sqrt((later.share - later.low) ** 2 + (earlier.high - earlier.share) ** 2)
    above = sqrt((later.high - later.share) ** 2 + (earlier.share - earlier.low) ** 2)
    error = _pooled_error(earlier, later)
    z = float(ndtri((1 + level) / 2))
    chance = 2 * float(ndtr(-abs(difference) / error)) if error else float(not difference)
    could_see = (z + float(ndtri(POWER))) * error
    return Change(difference, difference - below, difference + above, chance, could_see, worth_knowing)


def _pooled_error(earlier: Share, later: Share) -> float:
    """The standard error if nothing had changed; a share of 0 or 1 is drawn in by one answer of each kind."""
    known = [share for share in (earlier, later) if share.worth < inf]
    if not known:
        return 0.0
    size = sum(share.worth for share in known)
    pooled = (sum(share.share * share.worth for share in known) + 1) / (size + 2)
    return sqrt(pooled * (1 - pooled) * sum(1 / share.worth for share in known))
