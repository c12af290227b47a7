"""Greedy counting: most votes first, or most votes for the money, while the money lasts."""

from ._contest import enter
from ._fill import fill
from .election import Election
from .limits import Limits
from .outcome import Outcome, StepKind
from .rule import BadRule, Rule, RuleName


def greedy(election: Election, rule: Rule, limits: Limits | None = None) -> Outcome:
    """Count by votes, or by votes per cost: go down the list, fund what fits, skip what does not.

    "Votes" are ballots that name a project; where the satisfaction is points or Borda (the default for
    ballots with points or a ranking), they are its total of points. A project without any is never funded.

    When to use: to show what counting by votes alone would have given; where a statute asks for it.
    When not: to share a budget among groups: half of the voters can take all of it.

    Each project that did not fit has the money left when its turn came, and what had been funded before it.

    Raises:
        BadRule: the rule is not a greedy one, or its satisfaction does not fit the ballots.

    Source: Rey, Schmidt, Maly, "The (Computational) Social Choice Take on Indivisible Participatory
    Budgeting", 2023, section on greedy rules.

    >>> from medskab.methods.budgeting.election import Ballots, BallotKind, Project
    >>> import numpy as np
    >>> projects = (Project("pond", 60), Project("swing", 40), Project("stage", 60))
    >>> ballots = Ballots(BallotKind.APPROVAL, np.array([0, 2, 3, 4]), np.array([0, 1, 0, 2], np.int32))
    >>> outcome = greedy(Election(100, projects, ballots), Rule("greedy-votes"))
    >>> outcome.winners, outcome.reasons["stage"].shortfall
    (('pond', 'swing'), Fraction(20, 1))
    """
    if rule.name not in (RuleName.GREEDY_VOTES, RuleName.GREEDY_VOTES_PER_COST):
        raise BadRule(f"This counts greedily, not by {rule.name}.")
    contest = enter(election, rule, limits or Limits())
    gate = contest.gate.fresh()
    backed = [at for at, count in enumerate(contest.backers) if count and at not in gate.funded]
    filled = fill(contest, gate, backed, StepKind.RULE, rule.name is RuleName.GREEDY_VOTES_PER_COST)
    steps = contest.steps_by_hand() + filled.steps
    return contest.outcome(gate, steps, filled.why, ties=tuple(filled.ties))
