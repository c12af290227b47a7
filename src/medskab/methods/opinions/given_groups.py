"""Groups that are brought instead of found, and labels that stay with people from one count to the next."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from .groups import Clarity, Groups
from .votes import BadVotes, Votes, id_order


def given_groups(votes: Votes, group_of: Mapping[str, str]) -> tuple[Groups, tuple[str, ...]]:
    """Take groups from outside, as names by voter id; give them numbers, and their names in that order.

    Use it to describe blocks, age bands or groups of an earlier count by what they say. Voters without a
    group are in none. Names are sorted, whole numbers by size. Whether a group is large enough to be told
    of is for `describe` to see.

    Raises:
        BadVotes: a voter who did not vote is named, or no voter is.

    >>> from .votes import Statement, gather
    >>> votes = gather(["v", "w"], [Statement("a")], np.array([0, 1]), np.array([0, 0]), np.array([1, 0]))
    >>> groups, names = given_groups(votes, {"w": "north"})
    >>> groups.of.tolist(), names
    ([-1, 0], ('north',))
    """
    known = set(votes.voters)
    if strangers := sorted(set(group_of) - known, key=id_order)[:1]:
        raise BadVotes(f"The groups name voter {strangers[0]}, who has no vote.")
    if not group_of:
        raise BadVotes("The groups name no voter.")
    names = tuple(sorted(set(group_of.values()), key=id_order))
    number = {name: at for at, name in enumerate(names)}
    of = np.array([number[group_of[one]] if one in group_of else -1 for one in votes.voters], dtype=np.int64)
    return Groups(of, len(names), Clarity.GIVEN), names


def kept_labels(earlier: Mapping[str, int], now: Mapping[str, int]) -> dict[int, int]:
    """Which label each group of `now` should carry, so that people find theirs again: {number now: label}.

    Both say the group by voter id. Groups are matched so that as many people as possible keep their label;
    a group that shares nobody with any earlier one gets the smallest label that is free. A pure function of
    both.

    Source: the assignment problem (Kuhn 1955).

    >>> kept_labels({"a": 0, "b": 0, "c": 1}, {"a": 1, "b": 1, "c": 0, "d": 2})
    {0: 1, 1: 0, 2: 2}
    """
    labels, numbers = sorted(set(earlier.values())), sorted(set(now.values()))
    shared = np.zeros((len(numbers), len(labels)))
    for voter, number in now.items():
        if voter in earlier:
            shared[numbers.index(number), labels.index(earlier[voter])] += 1
    rows, columns = linear_sum_assignment(shared, maximize=True)
    kept = {
        numbers[row]: labels[column]
        for row, column in zip(rows, columns, strict=True)
        if shared[row, column] > 0
    }
    free = (label for label in range(len(numbers) + len(labels) + 1) if label not in kept.values())
    taken = dict(zip((one for one in numbers if one not in kept), free, strict=False))
    return dict(sorted((kept | taken).items()))


def steady_count(history: Sequence[int], patience: int = 4) -> int | None:
    """How many groups to show, from the best number of each count so far: it changes only after some in a
    row.

    The first count decides; later another number must come `patience` times without a break. A function of
    the stored history alone, so that a restart shows the same. None where nothing was counted.

    >>> steady_count([2, 3, 3, 3, 2]), steady_count([2, 3, 3, 3, 3])
    (2, 3)
    """
    shown: int | None = None
    run = 0
    for at, count in enumerate(history):
        run = run + 1 if at and history[at - 1] == count else 1
        if shown is None or run >= patience:
            shown = count
    return shown


def own_group(groups: Groups, votes: Votes) -> dict[str, int]:
    """The number of each grouped voter's group, by voter id: what `kept_labels` compares and a room
    stores."""
    inside: NDArray[np.int64] = np.flatnonzero(groups.of >= 0)
    return {votes.voters[at]: int(groups.of[at]) for at in inside}
