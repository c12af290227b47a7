"""One entry to all rules."""

from collections.abc import Callable

from .bos import bos
from .election import Election
from .equal_shares import equal_shares
from .greedy import greedy
from .limits import Limits
from .outcome import Outcome
from .phragmen import phragmen
from .rule import Rule, RuleName

_COUNTS: dict[RuleName, Callable[[Election, Rule, Limits], Outcome]] = {
    RuleName.EQUAL_SHARES: equal_shares,
    RuleName.PHRAGMEN: phragmen,
    RuleName.BOS: bos,
    RuleName.GREEDY_VOTES: greedy,
    RuleName.GREEDY_VOTES_PER_COST: greedy,
}


def count(election: Election, rule: Rule | None = None, limits: Limits | None = None) -> Outcome:
    """Count an election by a rule (equal shares with add1 unless told otherwise) under the given limits.

    Returns the winners in the order in which they came in, how each was bought, and for each other project
    the reason with its numbers. The same input gives the same outcome on every machine.

    Raises:
        BadRule: rule or limits do not fit each other or the ballots; the text says what to change.
        BadElection: the ballots cannot be counted exactly.

    >>> from medskab.methods.budgeting.election import Ballots, BallotKind, Project
    >>> import numpy as np
    >>> ballots = Ballots(BallotKind.APPROVAL, np.array([0, 1, 2]), np.array([0, 1], np.int32))
    >>> count(Election(100, (Project("pond", 50), Project("stage", 80)), ballots)).winners
    ('pond',)
    """
    rule = rule or Rule()
    return _COUNTS[rule.name](election, rule, limits or Limits())
