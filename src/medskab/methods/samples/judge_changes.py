"""Which of several changes can be told from chance."""

from collections.abc import Sequence

from medskab.methods.samples.changes import Change, Verdict
from medskab.methods.samples.shapes import LEVEL


def judge_changes(changes: Sequence[Change], *, level: float = LEVEL) -> tuple[Verdict, ...]:
    """One verdict per change, in the order given; all that are looked at together belong in one call.

    Of twenty changes that never happened, chance makes one look real. So the smallest chance is held against
    a twentieth of the limit, the next against a nineteenth, and so on (Holm): the risk of a single false "up"
    or "down" among them all stays within 1 - `level`. What is left is "no difference seen" only if a
    difference worth knowing would have been found; otherwise it "cannot tell yet".

    When not: to pick the changes first and judge only those.

    Source: Holm 1979.

    >>> clear = Change(0.2, 0.1, 0.3, 0.001, 0.14, 0.1)
    >>> slight = Change(0.09, 0.01, 0.17, 0.03, 0.11, 0.1)
    >>> [str(verdict) for verdict in judge_changes([slight])]
    ['up']
    >>> [str(verdict) for verdict in judge_changes([slight, clear, slight])]
    ['cannot tell yet', 'up', 'cannot tell yet']
    """
    limit = 1 - level
    order = sorted(range(len(changes)), key=lambda number: changes[number].chance)
    seen: set[int] = set()
    for rank, number in enumerate(order):
        if changes[number].chance * (len(order) - rank) > limit:
            break
        seen.add(number)
    return tuple(_verdict(change, number in seen) for number, change in enumerate(changes))


def _verdict(change: Change, is_seen: bool) -> Verdict:
    if is_seen and change.difference:
        return Verdict.UP if change.difference > 0 else Verdict.DOWN
    return Verdict.SAME if change.could_see <= change.worth_knowing else Verdict.OPEN
