"""The inner loops of `_kernels` in plain numpy: for small counts, and where numba is not at hand.

Same questions, same answers; a test holds the two side by side.
"""

from itertools import pairwise

import numpy as np

from ._shapes import EPS, Backing, Floats, Ints, Prices, Purse, Sheets, Small, Stand


def merge(sheets: Sheets, projects: int) -> tuple[Sheets, Small]:
    """Group equal ballots: one ballot of each group, and how many voters cast it. Empty ballots go."""
    voter = np.repeat(np.arange(len(sheets.start) - 1), np.diff(sheets.start))
    order = np.lexsort((sheets.project, voter))
    columns = [sheets.project[order].astype(np.int64)]
    if len(sheets.weight):
        columns.append(sheets.weight[order])
    said = np.stack(columns, axis=1)
    groups: dict[bytes, int] = {}
    first: list[int] = []
    copies: list[int] = []
    for index, (begin, end) in enumerate(pairwise(sheets.start.tolist())):
        if begin == end:
            continue
        group = groups.setdefault(said[begin:end].tobytes(), len(first))
        if group == len(first):
            first.append(index)
            copies.append(0)
        copies[group] += 1
    return _only(sheets, np.array(first, np.int64)), np.array(copies, np.int32)


def _only(sheets: Sheets, chosen: Ints) -> Sheets:
    places, _ = _entries(sheets, chosen)
    start = np.zeros(len(chosen) + 1, np.int64)
    np.cumsum(np.diff(sheets.start)[chosen], out=start[1:])
    weight = sheets.weight[places] if len(sheets.weight) else sheets.weight
    return Sheets(start, sheets.project[places], weight)


def turn(sheets: Sheets, projects: int) -> tuple[Ints, Small, Ints]:
    """Who backs each project: the same pairs, listed by project."""
    groups = np.repeat(np.arange(len(sheets.start) - 1, dtype=np.int32), np.diff(sheets.start))
    order = np.argsort(sheets.project, kind="stable")
    start = np.zeros(projects + 1, np.int64)
    np.cumsum(np.bincount(sheets.project, minlength=projects), out=start[1:])
    weight = sheets.weight[order] if len(sheets.weight) else sheets.weight
    return start, groups[order], weight


def _drop_spent(project: int, backing: Backing, purse: Purse) -> None:
    """Drop backers who have spent everything."""
    begin, end = backing.start[project], backing.end[project]
    group = backing.group[begin:end]
    rich = purse.money[group] > 0.0
    left = int(rich.sum())
    if left < len(group):
        backing.group[begin : begin + left] = group[rich]
        if len(backing.weight):
            backing.weight[begin : begin + left] = backing.weight[begin:end][rich]
        backing.end[project] = begin + left


def _columns(project: int, backing: Backing, purse: Purse) -> tuple[Floats, Ints, Ints]:
    """Money, voters and weight of each group behind a project."""
    part = slice(backing.start[project], backing.end[project])
    group = backing.group[part]
    weight = backing.weight[part] if len(backing.weight) else np.ones(len(group), np.int64)
    return purse.money[group], purse.copies[group].astype(np.int64), weight


def _price(project: int, backing: Backing, purse: Purse, prices: Prices) -> tuple[float, float]:
    """The price of one project as (price, error): inf, 0 = cannot be paid; 0, inf = undecided."""
    cost, current = float(prices.cost[project]), float(prices.value[project])
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


def cheapest(order: Ints, backing: Backing, purse: Purse, prices: Prices) -> tuple[float, int]:
    """Price the projects in order of their last lower bound until none further on can be cheapest."""
    best = np.inf
    looked = 0
    for project in order.tolist():
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


def _entries(sheets: Sheets, groups: Ints) -> tuple[Ints, Ints]:
    """Places of all entries of these groups' ballots, and to which of the groups each belongs."""
    sizes = sheets.start[groups + 1] - sheets.start[groups]
    owner = np.repeat(np.arange(len(groups)), sizes)
    skipped = np.repeat(np.cumsum(sizes) - sizes, sizes)
    return np.arange(len(owner)) - skipped + sheets.start[groups][owner], owner


def _paid(sheets: Sheets, purse: Purse, groups: Ints) -> tuple[Ints, Ints, Ints]:
    """Entries of these groups that were paid for: round, voters, units and owner (an index into groups)."""
    places, owner = _entries(sheets, groups)
    bought = purse.bought[sheets.project[places]]
    paid = bought > 0
    units = purse.copies[groups][owner[paid]].astype(np.int64)
    if len(sheets.weight):
        units = units * sheets.weight[places[paid]]
    return bought[paid], units, owner[paid]


def split(project: int, desk: Stand, purse: Purse, value: float, error: float) -> tuple[Ints, Ints, Ints]:
    """Who is poor and who is rich at a price: integers only. See `_kernels.split`."""
    backing = desk.backing
    begin, end = backing.start[project], backing.end[project]
    has, count, weight = _columns(project, backing, purse)
    holds = has > 0.0
    share = value * weight
    margin = error * weight + EPS * float(purse.blur[0]) + 4 * EPS * share
    rich = holds & (has > share + margin)
    poor = holds & (has < share - margin)
    near = np.flatnonzero(holds & ~rich & ~poor) + begin
    rounds, units, _ = _paid(desk.sheets, purse, backing.group[begin:end][poor].astype(np.int64))
    paid = np.zeros(int(purse.rounds[0]) + 1, np.int64)
    np.add.at(paid, rounds, units)
    sums = np.array([count[poor].sum(), (count[rich] * weight[rich]).sum(), count[holds].sum()])
    return sums, near, paid


def charge(project: int, backing: Backing, purse: Purse, value: float) -> None:
    """Take the price from each backer, or all that it has."""
    part = slice(backing.start[project], backing.end[project])
    group = backing.group[part]
    share = value * backing.weight[part] if len(backing.weight) else value
    has = purse.money[group]
    purse.spent[group[(has > 0.0) & (has <= share)]] = purse.rounds[0] + 1
    purse.money[group] = np.where(has > share, has - share, 0.0)


_BLOCK = 50_000
"""Groups looked at together: enough for numpy, little for memory."""


def holdings(sheets: Sheets, purse: Purse) -> tuple[Ints, Ints]:
    """What the backers of each project hold: before it was bought, or at the end if it was not."""
    heads = np.zeros(len(purse.bought), np.int64)
    paid = np.zeros((len(purse.bought), int(purse.rounds[0]) + 1), np.int64)
    groups = len(sheets.start) - 1
    for begin in range(0, groups, _BLOCK):
        _add_holdings(sheets, purse, np.arange(begin, min(begin + _BLOCK, groups)), (heads, paid))
    return heads, paid


def _add_holdings(sheets: Sheets, purse: Purse, groups: Ints, out: tuple[Ints, Ints]) -> None:
    heads, paid = out
    rounds = int(purse.rounds[0])
    places, owner = _entries(sheets, groups)
    each = np.zeros((len(groups), rounds + 1), np.int64)
    bought, units, payer = _paid(sheets, purse, groups)
    each[payer, bought] = units
    projects = sheets.project[places]
    by_project = np.argsort(projects, kind="stable")
    bounds = np.searchsorted(projects[by_project], np.arange(len(heads) + 1))
    for project in range(len(heads)):
        when = int(purse.bought[project]) or rounds + 1
        backers = owner[by_project[bounds[project] : bounds[project + 1]]]
        backers = backers[purse.spent[groups[backers]] >= when]
        heads[project] += purse.copies[groups[backers]].astype(np.int64).sum()
        paid[project, :when] += each[backers, :when].sum(axis=0)


def hand_on(project: int, desk: Stand, copies: Small, last: Ints, counts: Ints) -> None:
    """Phragmén: the backers of a project now all carry the load of the round written in `last[-1]`."""
    backing, sheets = desk
    now = last[-1]
    groups = backing.group[backing.start[project] : backing.end[project]].astype(np.int64)
    before = last[groups]
    last[groups] = now
    places, owner = _entries(sheets, groups)
    other = sheets.project[places]
    moved = copies[groups][owner].astype(np.int64)
    np.subtract.at(counts, (other, before[owner]), moved)
    np.add.at(counts, (other, now), moved)
