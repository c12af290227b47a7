"""Inner loops in machine code. `_plain` answers the same questions in numpy, with the same answers.

Only sums and comparisons happen here, in doubles, each with a bound on its error. What lies closer than the
bound is handed back as undecided, and integers decide it (`_shares_run`). Room for results is made outside
the compiled functions and small steps are written out in place: both keep the first compilation short.
"""

import numpy as np

from ._compiled import compiled, inlined
from ._kernels_ballots import hand_on, merge, turn
from ._shapes import EPS, Backing, Ints, Prices, Purse, Sheets, Stand

__all__ = ["charge", "cheapest", "hand_on", "holdings", "merge", "split", "turn"]


@inlined
def _price(project: int, backing: Backing, purse: Purse, prices: Prices) -> tuple[float, float]:
    """The price of one project as (price, error): inf, 0 = cannot be paid; 0, inf = undecided.

    The first pass also drops backers who have spent everything. Then Newton: those who are poor at this price
    give what they have, the others share the rest, and that is the next price, until all of them can pay it.
    """
    cost, current = prices.cost[project], prices.value[project]
    weighted = len(backing.weight) > 0
    begin = keep = backing.start[project]
    money, heads, poor, units, least = 0.0, 0.0, 0.0, 0.0, np.inf
    for place in range(begin, backing.end[project]):
        group = backing.group[place]
        has = purse.money[group]
        if has > 0.0:
            count = float(purse.copies[group])
            weight = float(backing.weight[place]) if weighted else 1.0
            backing.group[keep] = group
            if weighted:
                backing.weight[keep] = backing.weight[place]
            keep += 1
            money += count * has
            heads += count
            is_poor = has < current * weight
            poor += count * has if is_poor else 0.0
            units += 0.0 if is_poor else count * weight
            bound = has / weight if weighted else has
            least = least if is_poor or bound > least else bound
    backing.end[project] = keep
    spread = EPS * purse.blur[0] * heads
    slack = EPS * (keep - begin + 8) * (money + cost) + spread
    if money < cost - slack:
        return np.inf, 0.0
    if money <= cost + slack:
        return 0.0, np.inf
    for _ in range(500):
        if units <= 0.0:
            break
        better = (cost - poor) / units
        if current <= better <= least or better == current:
            return better, (EPS * (keep - begin + 8) * cost + spread) / units + 8 * EPS * better
        current = better
        poor, units, least = 0.0, 0.0, np.inf
        for place in range(begin, keep):
            group = backing.group[place]
            has, count = purse.money[group], float(purse.copies[group])
            weight = float(backing.weight[place]) if weighted else 1.0
            is_poor = has < current * weight
            poor += count * has if is_poor else 0.0
            units += 0.0 if is_poor else count * weight
            bound = has / weight if weighted else has
            least = least if is_poor or bound > least else bound
    return 0.0, np.inf


@compiled
def cheapest(order: Ints, backing: Backing, purse: Purse, prices: Prices) -> tuple[float, int]:
    """Price the projects in order of their last lower bound until none further on can be cheapest.

    Writes price, error and lower bound of each project looked at; returns the least upper bound, and how
    many in the order were looked at.
    """
    best = np.inf
    looked = 0
    for project in order:
        if prices.least[project] > best:
            break
        looked += 1
        value, error = _price(project, backing, purse, prices)
        prices.error[project] = error
        if error == np.inf:
            continue
        prices.value[project] = value
        if value == np.inf:
            prices.least[project] = np.inf
            continue
        scale = prices.scale[project]
        prices.least[project] = (value - error) / scale * (1 - 4 * EPS)
        best = min(best, (value + error) / scale * (1 + 4 * EPS))
    return best, looked


def split(project: int, desk: Stand, purse: Purse, value: float, error: float) -> tuple[Ints, Ints, Ints]:
    """Who is poor and who is rich at a price: integers only.

    Returns (heads that are poor, units that are rich, heads that pay), the places of those too near to tell,
    and per earlier purchase how many units the poor paid for.
    """
    backing = desk.backing
    paid = np.zeros(int(purse.rounds[0]) + 1, np.int64)
    room = np.empty((2, int(backing.end[project] - backing.start[project]) + 1), np.int64)
    sums = np.zeros(4, np.int64)
    _split(project, desk, purse, (value, error), (sums, room, paid))
    return sums[:3], room[0, : sums[3]], paid


@compiled
def _split(
    project: int, desk: Stand, purse: Purse, at: tuple[float, float], out: tuple[Ints, Ints, Ints]
) -> None:
    """Note who is near and who is poor without branching much; then read the ballots of the poor."""
    value, error = at
    sums, room, paid = out
    near, poor = room
    backing, sheets = desk
    blur = EPS * purse.blur[0]
    weighted = len(backing.weight) > 0
    heads, units, payers, close, broke = 0, 0, 0, 0, 0
    for place in range(backing.start[project], backing.end[project]):
        group = backing.group[place]
        has = purse.money[group]
        count = int(purse.copies[group]) if has > 0.0 else 0
        weight = int(backing.weight[place]) if weighted else 1
        share = value * weight
        margin = error * weight + blur + 4 * EPS * share
        is_rich = has > share + margin
        is_poor = has < share - margin
        payers += count
        units += count * weight if is_rich else 0
        heads += count if is_poor else 0
        poor[broke] = group
        broke += 1 if is_poor and has > 0.0 else 0
        near[close] = place
        close += 0 if is_poor or is_rich or has <= 0.0 else 1
    for index in range(broke):
        group = poor[index]
        count = int(purse.copies[group])
        for entry in range(sheets.start[group], sheets.start[group + 1]):
            each = sheets.weight[entry] if weighted else 1
            paid[purse.bought[sheets.project[entry]]] += count * each
    sums[0], sums[1], sums[2], sums[3] = heads, units, payers, close


@compiled
def charge(project: int, backing: Backing, purse: Purse, value: float) -> None:
    """Take the price from each backer, or all that it has."""
    weighted = len(backing.weight) > 0
    for place in range(backing.start[project], backing.end[project]):
        group = backing.group[place]
        has = purse.money[group]
        share = value * backing.weight[place] if weighted else value
        left = has - share
        purse.money[group] = left if left > 0.0 else 0.0
        if has > 0.0 and left <= 0.0:
            purse.spent[group] = purse.rounds[0] + 1


def holdings(sheets: Sheets, purse: Purse) -> tuple[Ints, Ints]:
    """What the backers of each project hold: before it was bought, or at the end if it was not.

    Returns per project the heads of the backers who still had money then, and per earlier purchase the
    units they paid for.
    """
    size = len(purse.bought)
    heads = np.zeros(size, np.int64)
    paid = np.zeros((size, int(purse.rounds[0]) + 1), np.int64)
    _holdings(sheets, purse, np.empty((3, size + 1), np.int64), (heads, paid))
    return heads, paid


@compiled
def _holdings(sheets: Sheets, purse: Purse, notes: Ints, out: tuple[Ints, Ints]) -> None:
    """List what a group paid for, in order, then what else it named; a payment counts towards all after."""
    rounds, entries, projects = notes
    heads, paid = out
    weighted = len(sheets.weight) > 0
    for group in range(len(sheets.start) - 1):
        count, spent = np.int64(purse.copies[group]), purse.spent[group]
        begin, end = sheets.start[group], sheets.start[group + 1]
        noted = 0
        for entry in range(begin, end):
            bought = purse.bought[sheets.project[entry]]
            if bought > 0 and bought <= spent:
                place = noted
                while place > 0 and rounds[place - 1] > bought:
                    rounds[place], entries[place] = rounds[place - 1], entries[place - 1]
                    place -= 1
                rounds[place], entries[place] = bought, entry
                noted += 1
        for note in range(noted):
            projects[note] = sheets.project[entries[note]]
        named = noted
        if spent > purse.rounds[0]:
            for entry in range(begin, end):
                projects[named] = sheets.project[entry]
                named += purse.bought[sheets.project[entry]] == 0
        for place in range(named):
            heads[projects[place]] += count
        for note in range(noted):
            units = count * sheets.weight[entries[note]] if weighted else count
            for place in range(note + 1, named):
                paid[projects[place], rounds[note]] += units
