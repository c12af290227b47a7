"""The float pass of bounded overspending: at which price has a project its best score, within bounds."""

from typing import NamedTuple

import numpy as np

from ._shapes import EPS, Backing, Floats, Ints, Purse


class Backers(NamedTuple):
    """Those of one project's backers who still have money, group by group."""

    group: Ints
    weight: Ints
    voters: Ints
    has: Floats


class Terms(NamedTuple):
    """Prices at which the score can be least, with bounds on it.

    `group` is one that runs out of money just there, −1 where the whole cost is covered.
    """

    price: Floats
    group: Ints
    low: Floats
    high: Floats


def backers_of(project: int, backing: Backing, purse: Purse) -> Backers:
    """List them, and drop the others from the project for good."""
    begin, end = int(backing.start[project]), int(backing.end[project])
    group = backing.group[begin:end]
    kept = purse.money[group] > 0.0
    left = begin + int(kept.sum())
    backing.group[begin:left] = group[kept]
    if len(backing.weight):
        backing.weight[begin:left] = backing.weight[begin:end][kept]
    backing.end[project] = left
    still = backing.group[begin:left].astype(np.int64)
    weight = backing.weight[begin:left] if len(backing.weight) else np.ones(left - begin, np.int64)
    voters = purse.copies[still].astype(np.int64)
    return Backers(still, weight, voters, purse.money[still])


def terms(backers: Backers, cost: float, scale: float, blur: float) -> Terms:
    """Score every price at which a backer runs out of money, and the one at which all is covered.

    Between two such prices the score, price ÷ (share covered)², has no minimum of its own: first it may
    rise, then it falls. Prefix sums over the backers sorted by their price give all shares in one go.
    `blur` is the most by which an entry of `has` can be wrong.
    """
    order = np.argsort(backers.has / backers.weight, kind="stable")
    group, weight, voters, has = (column[order] for column in backers)
    price = has / weight
    poor = np.cumsum(voters * has)
    units = np.cumsum((voters * weight)[::-1])[::-1].astype(np.float64)
    covered = poor + price * np.append(units[1:], 0.0)
    error = 2 * EPS * (len(has) + 8) * (covered + cost) + blur * units[0]
    short = covered < cost + error
    share = np.minimum(1.0, covered[short] / cost)
    doubt = blur / has[short] + 2 * error[short] / covered[short] + 1e-11
    price_all, group_all = price[short], group[short]
    full = int(np.searchsorted(covered, cost))
    if full < len(covered):
        whole = (cost - (float(poor[full - 1]) if full else 0.0)) / float(units[full])
        price_all, group_all = np.append(price_all, whole), np.append(group_all, -1)
        share = np.append(share, 1.0)
        doubt = np.append(doubt, float(error[full]) / float(units[full]) / whole + 1e-11)
    score = price_all / share**2 / scale
    return Terms(price_all, group_all, score * np.maximum(0.0, 1 - doubt), score * (1 + doubt))
