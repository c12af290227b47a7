"""Inner loops in machine code. `_plain` answers the same questions in numpy, with the same answers.

Only sums and comparisons happen here, in doubles, each with a bound on its error. What lies closer than the
bound is handed back as undecided, and integers decide it (`_shares_run`). Room for results is made outside
the compiled functions and small steps are written out in place: both keep the first compilation short.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numba import njit

from ._shapes import EPS, Backing, Ints, MergeRoom, Prices, Purse, Sheets, Small, Stand


def _compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile once and keep the result on disk: beside this file, or else in the user's cache directory."""
    try:
        return njit(cache=True, nogil=True)(function)
    except RuntimeError:  # nowhere to keep it: compile for this process only
        return njit(nogil=True)(function)


def merge(sheets: Sheets, projects: int) -> tuple[Sheets, Small]:
    """Group equal ballots: one ballot of each group, and how many voters cast it. Empty ballots go."""
    voters, entries = len(sheets.start) - 1, len(sheets.project)
    narrow = np.uint16 if projects <= 2**16 else np.int32
    room = MergeRoom(
        table=np.full(1 << max(4, (2 * voters).bit_length()), -1, np.int32),
        prints=np.empty(voters, np.uint64),
        marks=np.arange(1, projects + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15),
        seen=np.full(projects, -1, np.int64),
        copies=np.zeros(voters, np.int32),
        merged=Sheets(
            np.zeros(voters + 1, np.int32), np.empty(entries, narrow), np.empty_like(sheets.weight)
        ),
    )
    room.marks[:] = (room.marks ^ (room.marks >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    groups = _merge(sheets, room)
    merged = room.merged
    end = int(merged.start[groups])
    return Sheets(merged.start[: groups + 1], merged.project[:end], merged.weight[:end]), room.copies[:groups]


@_compiled
def _merge(sheets: Sheets, room: MergeRoom) -> int:
    """Hash each ballot whatever its order, and compare with what lies in the same place, entry by entry."""
    merged = room.merged
    weighted = len(sheets.weight) > 0
    shift = np.uint64(64 - np.int64(np.log2(len(room.table)) + 0.5))
    groups = 0
    for voter in range(len(sheets.start) - 1):
        begin, end = sheets.start[voter], sheets.start[voter + 1]
        if begin == end:
            continue
        key = np.uint64(0)
        for place in range(begin, end):
            weight = sheets.weight[place] if weighted else 1
            key += room.marks[sheets.project[place]] * np.uint64(weight)
            room.seen[sheets.project[place]] = weight
        slot = np.int64((key * np.uint64(0x9E3779B97F4A7C15)) >> shift)
        while True:
            group = room.table[slot]
            if group < 0:
                break
            other, stop = merged.start[group], merged.start[group + 1]
            same = room.prints[group] == key and stop - other == end - begin
            while same and other < stop:
                weight = merged.weight[other] if weighted else 1
                same = room.seen[merged.project[other]] == weight
                other += 1
            if same:
                break
            slot = (slot + 1) & (len(room.table) - 1)
        if group < 0:
            group = groups
            groups += 1
            room.table[slot] = group
            room.prints[group] = key
            fill = merged.start[group]
            for place in range(begin, end):
                merged.project[fill] = sheets.project[place]
                if weighted:
                    merged.weight[fill] = sheets.weight[place]
                fill += 1
            merged.start[groups] = fill
        room.copies[group] += 1
        for place in range(begin, end):
            room.seen[sheets.project[place]] = -1
    return groups


def turn(sheets: Sheets, projects: int) -> tuple[Ints, Small, Ints]:
    """Who backs each project: the same pairs, listed by project."""
    start = np.zeros(projects + 1, np.int64)
    np.cumsum(np.bincount(sheets.project, minlength=projects), out=start[1:])
    group = np.empty(len(sheets.project), np.int32)
    weight = np.empty(len(sheets.weight), np.int64)
    _turn(sheets, start[:-1].copy(), group, weight)
    return start, group, weight


@_compiled
def _turn(sheets: Sheets, fill: Ints, group: Small, weight: Ints) -> None:
    for one in range(len(sheets.start) - 1):
        for place in range(sheets.start[one], sheets.start[one + 1]):
            project = sheets.project[place]
            group[fill[project]] = one
            if len(weight):
                weight[fill[project]] = sheets.weight[place]
            fill[project] += 1


@_compiled
def _price(project: int, backing: Backing, purse: Purse, prices: Prices) -> tuple[float, float]:
    """The price of one project as (price, error): inf, 0 = cannot be paid; 0, inf = undecided.

    The first pass also drops backers who have spent everything. Then Newton: those who are poor at this price
    give what they have, the others share the rest, and that is the next price, until it stands.
    """
    cost, current = prices.cost[project], prices.value[project]
    weighted = len(backing.weight) > 0
    begin = keep = backing.start[project]
    money, heads, poor, units = 0.0, 0.0, 0.0, 0.0
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
        if better == current:
            return current, (EPS * (keep - begin + 8) * cost + spread) / units + 8 * EPS * current
        current = better
        poor, units = 0.0, 0.0
        for place in range(begin, keep):
            group = backing.group[place]
            has, count = purse.money[group], float(purse.copies[group])
            weight = float(backing.weight[place]) if weighted else 1.0
            is_poor = has < current * weight
            poor += count * has if is_poor else 0.0
            units += 0.0 if is_poor else count * weight
    return 0.0, np.inf


@_compiled
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


@_compiled
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
        count = np.int64(purse.copies[group]) if has > 0.0 else 0
        weight = backing.weight[place] if weighted else 1
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
        count = np.int64(purse.copies[group])
        for entry in range(sheets.start[group], sheets.start[group + 1]):
            each = sheets.weight[entry] if weighted else 1
            paid[purse.bought[sheets.project[entry]]] += count * each
    sums[0], sums[1], sums[2], sums[3] = heads, units, payers, close


@_compiled
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
    _holdings(sheets, purse, np.empty((3, size), np.int64), (heads, paid))
    return heads, paid


@_compiled
def _holdings(sheets: Sheets, purse: Purse, notes: Ints, out: tuple[Ints, Ints]) -> None:
    """Note in order what each group paid for; then count that towards what its ballot names."""
    rounds, entries, others = notes
    heads, paid = out
    weighted = len(sheets.weight) > 0
    for group in range(len(sheets.start) - 1):
        count, spent = np.int64(purse.copies[group]), purse.spent[group]
        noted, rest = 0, 0
        for entry in range(sheets.start[group], sheets.start[group + 1]):
            bought = purse.bought[sheets.project[entry]]
            if bought == 0:
                others[rest] = sheets.project[entry]
                rest += 1
                continue
            place = noted
            while place > 0 and rounds[place - 1] > bought:
                rounds[place], entries[place] = rounds[place - 1], entries[place - 1]
                place -= 1
            rounds[place], entries[place] = bought, entry
            noted += 1
        for note in range(noted):
            if spent < rounds[note]:
                break
            project = sheets.project[entries[note]]
            heads[project] += count
            for earlier in range(note):
                each = sheets.weight[entries[earlier]] if weighted else 1
                paid[project, rounds[earlier]] += count * each
        if spent > purse.rounds[0]:
            for other in range(rest):
                heads[others[other]] += count
                for note in range(noted):
                    each = sheets.weight[entries[note]] if weighted else 1
                    paid[others[other], rounds[note]] += count * each


@_compiled
def hand_on(project: int, desk: Stand, copies: Small, last: Ints, counts: Ints) -> None:
    """Phragmén: the backers of a project now all carry the load of the round written in `last[-1]`."""
    backing, sheets = desk
    now = last[-1]
    for place in range(backing.start[project], backing.end[project]):
        group = backing.group[place]
        before = last[group]
        last[group] = now
        count = np.int64(copies[group])
        for entry in range(sheets.start[group], sheets.start[group + 1]):
            other = sheets.project[entry]
            counts[other, before] -= count
            counts[other, now] += count
