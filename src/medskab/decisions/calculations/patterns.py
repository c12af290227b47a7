"""Whether somebody could be recognised by the pattern of a ballot."""

from collections import Counter
from itertools import pairwise

import numpy as np

from medskab.methods.budgeting.election import BallotKind, Ballots
from medskab.releases.queries import may_publish_ballots

_MANY = 2**62


def are_ballots_common(ballots: Ballots, projects: int) -> bool:
    """Whether every combination of choices that occurs is common enough to be shown one by one."""
    return may_publish_ballots(
        Counter(_patterns(ballots)).values(), _possible(ballots.kind, projects), ballots.count
    )


def _patterns(ballots: Ballots) -> list[tuple[bytes, bytes]]:
    """Each ballot as bytes that are equal where its content is; the order counts only in a ranking."""
    chosen, points = ballots.projects, ballots.points
    if ballots.kind is not BallotKind.ORDINAL:
        voters = np.repeat(np.arange(ballots.count), np.diff(ballots.offsets))
        order = np.lexsort((chosen, voters))
        chosen, points = chosen[order], None if points is None else points[order]
    bounds = ballots.offsets.tolist()
    return [
        (chosen[begin:end].tobytes(), b"" if points is None else points[begin:end].tobytes())
        for begin, end in pairwise(bounds)
    ]


def _possible(kind: BallotKind, projects: int) -> int:
    """How many different ballots there could be; where points or ranks count, too many to matter."""
    if kind is BallotKind.CHOOSE_ONE:
        return projects + 1
    return 2**projects if kind is BallotKind.APPROVAL and projects < 62 else _MANY
