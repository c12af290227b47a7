"""The inner loops of `_kernels` in plain numpy: for small counts, and where numba is not at hand.

Same questions, same answers; a test holds the two side by side.
"""

import numpy as np

from ._shapes import EPS


def merge(sheets, projects):
    """Group equal ballots: the first voter of each group, and how many voters it has. Empty ballots go."""
    voter = np.repeat(np.arange(len(sheets.start) - 1), np.diff(sheets.start))
    order = np.lexsort((sheets.project, voter))
    columns = [sheets.project[order].astype(np.int64)]
    if len(sheets.weight):
        columns.append(sheets.weight[order])
    said = np.stack(columns, axis=1)
    groups = {}
    first, copies = [], []
    bounds = sheets.start.tolist()
    for index, (begin, end) in enumerate(zip(bounds, bounds[1:], strict=False)):
        if begin == end:
            continue
        group = groups.setdefault(said[begin:end].tobytes(), len(first))
        if group == len(first):
            first.append(index)
            copies.append(0)
        copies[group] += 1
    return np.array(first, np.int32), np.array(copies, np.int64)


def turn(sheets, projects):
    """Who backs each project: the same pairs, listed by project."""
    groups = np.repeat(np.arange(len(sheets.start) - 1, dtype=np.int32), np.diff(sheets.start))
    order = np.argsort(sheets.project, kind="stable")
    start = np.zeros(projects + 1, np.int64)
    np.cumsum(np.bincount(sheets.project, minlength=projects), out=start[1:])
    weight = sheets.weight[order] if len(sheets.weight) else sheets.weight
    return start, groups[order], weight


def _drop_spent(project, backing, purse):
    """Drop backers who have spent everything; return who is left."""
    begin, end = backing.start[project], backing.end[project]
    group = backing.group[begin:end]
    rich = purse.money[group] > 0.0
    left = int(rich.sum())
    if left < len(group):
        backing.group[begin : begin + left] = group[rich]
        if len(backing.weight):
            backing.weight[begin : begin + left] = backing.weight[begin:end][rich]
        backing.end[project] = begin + left


def _columns(project, backing, purse):
    """Money, voters and weight of each group behind a project."""
    part = slice(backing.start[project], backing.end[project])
    group = backing.group[part]
    weight = backing.weight[part] if len(backing.weight) else np.ones(len(group), np.int64)
    return purse.money[group], purse.copies[group], weight


def _price(project, backing, purse, cost, guess):
    """The price of one project as (price, error): inf, 0 = cannot be paid; 0, inf = undecided."""
    _drop_spent(project, backing, purse)
    has, count, weight = _columns(project, backing, purse)
    held = count * has
    money = float(held.sum())
    entries = len(has) + 8
    spread = EPS * float(purse.blur[0]) * float(count.sum())
    slack = EPS * entries * (money + cost) + spread
    if money < cost - slack:
        return np.inf, 0.0
    if money <= cost + slack:
        return 0.0, np.inf
    units_each = count * weight
    current = guess
    for _ in range(500):
        poor = has < current * weight
        units = float(units_each[~poor].sum())
        if units <= 0.0:
            break
        better = (cost - float(held[poor].sum())) / units
        if better == current:
            return current, (EPS * entries * cost + spread) / units + 8 * EPS * current
        current = better
    return 0.0, np.inf


def cheapest(order, backing, purse, prices):
    """Price the projects in order of their last lower bound until none further on can be cheapest."""
    best = np.inf
    looked = 0
    for project in order.tolist():
        if prices.least[project] > best:
            break
        looked += 1
        value, error = _price(project, backing, purse, prices.cost[project], prices.value[project])
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


def _entries(sheets, groups):
    """Places of all entries of these groups' ballots, and to which of the groups each belongs."""
    sizes = sheets.start[groups + 1] - sheets.start[groups]
    owner = np.repeat(np.arange(len(groups)), sizes)
    skipped = np.repeat(np.cumsum(sizes) - sizes, sizes)
    return np.arange(len(owner)) - skipped + sheets.start[groups][owner], owner


def _paid(sheets, purse, groups):
    """Entries of these groups that were paid for: round, voters, units and owner (an index into groups)."""
    places, owner = _entries(sheets, groups)
    bought = purse.bought[sheets.project[places]]
    paid = bought >= 0
    units = purse.copies[groups][owner[paid]].astype(np.int64)
    if len(sheets.weight):
        units = units * sheets.weight[places[paid]]
    return bought[paid], units, owner[paid]


def split(project, backing, sheets, purse, at):
    """Who is poor and who is rich at a price: integers only. See `_kernels.split`."""
    value, error = at
    begin, end = backing.start[project], backing.end[project]
    has, copies, weight = _columns(project, backing, purse)
    holds = has > 0.0
    count = copies.astype(np.int64)
    share = value * weight
    margin = error * weight + EPS * float(purse.blur[0]) + 4 * EPS * share
    rich = holds & (has > share + margin)
    poor = holds & (has < share - margin)
    near = np.flatnonzero(holds & ~rich & ~poor) + begin
    rounds, units, _ = _paid(sheets, purse, backing.group[begin:end][poor].astype(np.int64))
    paid = np.zeros(int(purse.rounds[0]) + 1, np.int64)
    np.add.at(paid, rounds, units)
    rich_units = int((count[rich] * weight[rich]).sum())
    return int(count[poor].sum()), rich_units, int(count[holds].sum()), near, paid


def charge(project, backing, purse, value):
    """Take the price from each backer, or all that it has."""
    part = slice(backing.start[project], backing.end[project])
    group = backing.group[part]
    share = value * backing.weight[part] if len(backing.weight) else value
    has = purse.money[group]
    purse.money[group] = np.where(has > share, has - share, 0.0)


def holdings(sheets, purse, wanted):
    """For each project: heads of its backers who still have money, and the units they paid per purchase."""
    projects = len(wanted)
    rounds = int(purse.rounds[0]) + 1
    heads = np.zeros(projects, np.int64)
    paid = np.zeros((projects, rounds), np.int64)
    groups = np.flatnonzero(purse.money > 0.0)
    places, owner = _entries(sheets, groups)
    project = sheets.project[places]
    kept = wanted[project]
    np.add.at(heads, project[kept], purse.copies[groups][owner[kept]].astype(np.int64))
    per_group = np.zeros((len(groups), rounds), np.int64)
    bought, units, payer = _paid(sheets, purse, groups)
    per_group[payer, bought] = units
    for one in np.flatnonzero(wanted).tolist():
        paid[one] = per_group[owner[project == one]].sum(axis=0)
    return heads, paid


def hand_on(project, backing, sheets, copies, last, counts):
    """Phragmén: the backers of a project now all carry the load of the round written in `last[-1]`."""
    now = last[-1]
    groups = backing.group[backing.start[project] : backing.end[project]].astype(np.int64)
    before = last[groups]
    last[groups] = now
    places, owner = _entries(sheets, groups)
    other = sheets.project[places]
    moved = copies[groups][owner]
    np.subtract.at(counts, (other, before[owner]), moved)
    np.add.at(counts, (other, now), moved)
