"""Inner loops in machine code over whole ballots: merging equal ones, listing backers, handing on loads."""

import numpy as np

from ._compiled import compiled, inlined
from ._shapes import Ints, MergeRoom, Sheets, Small, Stand


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


@inlined
def _alike(sheets: Sheets, voter: int, room: MergeRoom, group: int) -> bool:
    """Whether a voter's ballot says what the group's says, in whatever order."""
    merged, weighted = room.merged, len(sheets.weight) > 0
    begin, end = sheets.start[voter], sheets.start[voter + 1]
    other, stop = merged.start[group], merged.start[group + 1]
    same = stop - other == end - begin
    for place in range(begin, end):
        room.seen[sheets.project[place]] = sheets.weight[place] if weighted else 1
    while same and other < stop:
        same = room.seen[merged.project[other]] == (merged.weight[other] if weighted else 1)
        other += 1
    for place in range(begin, end):
        room.seen[sheets.project[place]] = -1
    return same


@compiled
def _merge(sheets: Sheets, room: MergeRoom) -> int:
    """Fingerprint each ballot whatever its order; where two agree, compare entry by entry."""
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
        slot = np.int64((key * np.uint64(0x9E3779B97F4A7C15)) >> shift)
        while True:
            group = room.table[slot]
            if group < 0:
                break
            if room.prints[group] == key and _alike(sheets, voter, room, group):
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
    return groups


def turn(sheets: Sheets, projects: int) -> tuple[Ints, Small, Ints]:
    """Who backs each project: the same pairs, listed by project."""
    start = np.zeros(projects + 1, np.int64)
    np.cumsum(np.bincount(sheets.project, minlength=projects), out=start[1:])
    group = np.empty(len(sheets.project), np.int32)
    weight = np.empty(len(sheets.weight), np.int64)
    _turn(sheets, start[:-1].copy(), group, weight)
    return start, group, weight


@compiled
def _turn(sheets: Sheets, fill: Ints, group: Small, weight: Ints) -> None:
    for one in range(len(sheets.start) - 1):
        for place in range(sheets.start[one], sheets.start[one + 1]):
            project = sheets.project[place]
            group[fill[project]] = one
            if len(weight):
                weight[fill[project]] = sheets.weight[place]
            fill[project] += 1


@compiled
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
