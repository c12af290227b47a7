"""Inner loops in machine code. `_plain` answers the same questions in numpy, with the same answers.

Only sums and comparisons happen here, in doubles, each with a bound on its error. What lies closer than the
bound is handed back as undecided, and integers decide it (`_shares_run`).
"""

import numpy as np
from numba import njit

from ._shapes import EPS, Backing, Purse, Sheets


def _compiled(function):
    """Compile once and keep the result on disk: beside this file, or else in the user's cache directory."""
    try:
        return njit(cache=True, nogil=True)(function)
    except RuntimeError:  # nowhere to keep it: compile for this process only
        return njit(nogil=True)(function)


@_compiled
def _fingerprint(projects, weights, begin, end):
    total = np.uint64(end - begin)
    for place in range(begin, end):
        mixed = np.uint64(projects[place]) + np.uint64(1)
        if len(weights):
            mixed += np.uint64(weights[place]) << np.uint64(20)
        mixed *= np.uint64(0x9E3779B97F4A7C15)
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        total += mixed ^ (mixed >> np.uint64(31))
    return total


@_compiled
def _holds(sheets, begin, end, stamp, stamped):
    for place in range(begin, end):
        project = sheets.project[place]
        if stamp[project] < 0 or (len(sheets.weight) and stamped[project] != sheets.weight[place]):
            return False
    return True


@_compiled
def _alike(sheets, one, other, stamp, stamped):
    """Whether two ballots say the same: their fingerprints agree, now look."""
    begin, end = sheets.start[one], sheets.start[one + 1]
    if end - begin != sheets.start[other + 1] - sheets.start[other]:
        return False
    for place in range(begin, end):
        stamp[sheets.project[place]] = one
        if len(sheets.weight):
            stamped[sheets.project[place]] = sheets.weight[place]
    same = _holds(sheets, sheets.start[other], sheets.start[other + 1], stamp, stamped)
    for place in range(begin, end):
        stamp[sheets.project[place]] = -1
    return same


@_compiled
def merge(sheets, projects):
    """Group equal ballots: the first voter of each group, and how many voters it has. Empty ballots go."""
    voters = len(sheets.start) - 1
    size = 16
    while size < 2 * voters:
        size *= 2
    table = np.full(size, -1, np.int32)
    prints = np.empty(voters, np.uint64)
    first = np.empty(voters, np.int32)
    copies = np.zeros(voters, np.int64)
    stamp = np.full(projects, -1, np.int32)
    stamped = np.zeros(projects, np.int64)
    groups = 0
    for voter in range(voters):
        begin, end = sheets.start[voter], sheets.start[voter + 1]
        if begin == end:
            continue
        key = _fingerprint(sheets.project, sheets.weight, begin, end)
        slot = np.int64(key & np.uint64(size - 1))
        while True:
            group = table[slot]
            if group < 0:
                table[slot] = groups
                prints[groups] = key
                first[groups] = voter
                copies[groups] = 1
                groups += 1
                break
            if prints[group] == key and _alike(sheets, voter, first[group], stamp, stamped):
                copies[group] += 1
                break
            slot = (slot + 1) & (size - 1)
    return first[:groups].copy(), copies[:groups].copy()


@_compiled
def turn(sheets, projects):
    """Who backs each project: the same pairs, listed by project."""
    start = np.zeros(projects + 1, np.int64)
    for place in range(len(sheets.project)):
        start[sheets.project[place] + 1] += 1
    for project in range(projects):
        start[project + 1] += start[project]
    fill = start[:-1].copy()
    group = np.empty(len(sheets.project), np.int32)
    weight = np.empty(len(sheets.weight), np.int64)
    for one in range(len(sheets.start) - 1):
        for place in range(sheets.start[one], sheets.start[one + 1]):
            project = sheets.project[place]
            group[fill[project]] = one
            if len(weight):
                weight[fill[project]] = sheets.weight[place]
            fill[project] += 1
    return start, group, weight


@_compiled
def _weigh(project, backing, purse, guess):
    """Drop backers who have spent everything; then: money, heads, and who would be poor at the guessed price."""
    begin = backing.start[project]
    keep = begin
    money, heads, poor, units = 0.0, 0.0, 0.0, 0.0
    weighted = len(backing.weight) > 0
    for place in range(begin, backing.end[project]):
        group = backing.group[place]
        has = purse.money[group]
        if has > 0.0:
            backing.group[keep] = group
            weight = 1.0
            if weighted:
                backing.weight[keep] = backing.weight[place]
                weight = float(backing.weight[place])
            keep += 1
            count = purse.copies[group]
            money += count * has
            heads += count
            if has < guess * weight:
                poor += count * has
            else:
                units += count * weight
    backing.end[project] = keep
    return money, heads, poor, units


@_compiled
def _poor_at(project, backing, purse, price):
    poor, units = 0.0, 0.0
    weighted = len(backing.weight) > 0
    for place in range(backing.start[project], backing.end[project]):
        group = backing.group[place]
        has = purse.money[group]
        count = purse.copies[group]
        weight = float(backing.weight[place]) if weighted else 1.0
        if has < price * weight:
            poor += count * has
        else:
            units += count * weight
    return poor, units


@_compiled
def price(project, backing, purse, cost, guess):
    """The price of one project as (price, error): inf, 0 = cannot be paid; 0, inf = undecided."""
    money, heads, poor, units = _weigh(project, backing, purse, guess)
    entries = backing.end[project] - backing.start[project] + 8
    spread = EPS * purse.blur[0] * heads
    slack = EPS * entries * (money + cost) + spread
    if money < cost - slack:
        return np.inf, 0.0
    if money <= cost + slack:
        return 0.0, np.inf
    current = guess
    for _ in range(500):
        if units <= 0.0:
            break
        better = (cost - poor) / units
        if better == current:
            return current, (EPS * entries * cost + spread) / units + 8 * EPS * current
        current = better
        poor, units = _poor_at(project, backing, purse, current)
    return 0.0, np.inf


@_compiled
def cheapest(order, backing, purse, prices):
    """Price the projects in order of their last lower bound until none further on can be cheapest.

    Writes value, error and lower bound of each project looked at; returns the least upper bound, and how
    many in the order were looked at.
    """
    best = np.inf
    looked = 0
    for project in order:
        if prices.least[project] > best:
            break
        looked += 1
        value, error = price(project, backing, purse, prices.cost[project], prices.value[project])
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


@_compiled
def split(project, backing, sheets, purse, at):
    """Who is poor and who is rich at a price: integers only.

    `at` = (price, error). Returns heads that are poor, units that are rich, heads that pay, places of those too
    near to tell, and per earlier purchase how many units the poor paid for.
    """
    value, error = at
    blur = EPS * purse.blur[0]
    paid = np.zeros(purse.rounds[0] + 1, np.int64)
    near = np.empty(backing.end[project] - backing.start[project], np.int64)
    heads, units, payers, close = 0, 0, 0, 0
    weighted = len(backing.weight) > 0
    for place in range(backing.start[project], backing.end[project]):
        group = backing.group[place]
        has = purse.money[group]
        if has <= 0.0:
            continue
        weight = backing.weight[place] if weighted else 1
        count = np.int64(purse.copies[group])
        payers += count
        share = value * weight
        margin = error * weight + blur + 4 * EPS * share
        if has > share + margin:
            units += count * weight
        elif has < share - margin:
            heads += count
            for entry in range(sheets.start[group], sheets.start[group + 1]):
                bought = purse.bought[sheets.project[entry]]
                if bought >= 0:
                    paid[bought] += count * (sheets.weight[entry] if weighted else 1)
        else:
            near[close] = place
            close += 1
    return heads, units, payers, near[:close], paid


@_compiled
def charge(project, backing, purse, value):
    """Take the price from each backer, or all that it has."""
    weighted = len(backing.weight) > 0
    for place in range(backing.start[project], backing.end[project]):
        group = backing.group[place]
        share = value * backing.weight[place] if weighted else value
        has = purse.money[group]
        purse.money[group] = has - share if has > share else 0.0


@_compiled
def holdings(sheets, purse, wanted):
    """For each project: heads of its backers who still have money, and the units they paid per purchase."""
    projects = len(wanted)
    heads = np.zeros(projects, np.int64)
    paid = np.zeros((projects, purse.rounds[0] + 1), np.int64)
    weighted = len(sheets.weight) > 0
    rounds = np.empty(projects, np.int64)
    units = np.empty(projects, np.int64)
    for group in range(len(sheets.start) - 1):
        if purse.money[group] <= 0.0:
            continue
        count = np.int64(purse.copies[group])
        earlier = 0
        for entry in range(sheets.start[group], sheets.start[group + 1]):
            bought = purse.bought[sheets.project[entry]]
            if bought >= 0:
                rounds[earlier] = bought
                units[earlier] = count * (sheets.weight[entry] if weighted else 1)
                earlier += 1
        for entry in range(sheets.start[group], sheets.start[group + 1]):
            project = sheets.project[entry]
            if wanted[project]:
                heads[project] += count
                for index in range(earlier):
                    paid[project, rounds[index]] += units[index]
    return heads, paid


@_compiled
def hand_on(project, backing, sheets, copies, last, counts):
    """Phragmén: the backers of a project now all carry the load of the round written in `last[-1]`."""
    now = last[-1]
    for place in range(backing.start[project], backing.end[project]):
        group = backing.group[place]
        before = last[group]
        last[group] = now
        for entry in range(sheets.start[group], sheets.start[group + 1]):
            other = sheets.project[entry]
            counts[other, before] -= copies[group]
            counts[other, now] += copies[group]
