"""Compile the inner loops of counting and keep them, so that nobody's first count waits for it."""

import sys

import numba  # noqa: F401  with it loaded, even a small count goes through the compiled loops
import numpy as np

from medskab.methods.budgeting.count import count
from medskab.methods.budgeting.election import BallotKind, Ballots, Election, Project
from medskab.methods.budgeting.rule import BadRule, Completion, Rule, RuleName, Satisfaction

OFFSETS = np.array([0, 2, 4, 5, 7], np.int64)
CHOSEN = np.array([0, 1, 0, 1, 2, 2, 0], np.int32)
PROJECTS = (Project("bench", 30), Project("lamp", 40), Project("shed", 50))


def election(kind: BallotKind) -> Election:
    """Four voters, three projects."""
    points = np.array([2, 1, 3, 1, 3, 2, 2], np.int64) if kind is BallotKind.CUMULATIVE else None
    return Election(100, PROJECTS, Ballots(kind, OFFSETS, CHOSEN, points))


def main() -> int:
    """Count small elections by every rule."""
    for kind in (BallotKind.APPROVAL, BallotKind.CUMULATIVE, BallotKind.ORDINAL):
        for rule in rules():
            try:
                count(election(kind), rule)
            except BadRule:
                continue  # this rule needs other ballots
    return 0


def rules() -> list[Rule]:
    """Every rule, and equal shares in all its forms."""
    shares = [
        Rule(RuleName.EQUAL_SHARES, satisfaction, completion)
        for satisfaction in Satisfaction
        for completion in Completion
    ]
    return shares + [Rule(name) for name in RuleName if name is not RuleName.EQUAL_SHARES]


if __name__ == "__main__":
    sys.exit(main())
