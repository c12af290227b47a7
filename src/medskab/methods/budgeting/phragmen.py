"""Phragmén's sequential rule: everybody earns at the same rate, a project is bought when its backers can."""

from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np

from ._contest import enter
from ._desk import lay_out
from ._gate import Gate
from ._ledger import Ledger
from ._shapes import Stand
from ._shares_run import Desk
from .election import Election
from .limits import Limits
from .outcome import Outcome, Reason, ReasonCode, Step, StepKind, Tie
from .rule import BadRule, Rule, RuleName

_NEAR = 1e-11
"""Relative: doubles add at most some hundred roundings of 2⁻⁵³, so what lies further apart is told apart."""


def phragmen(election: Election, rule: Rule, limits: Limits | None = None) -> Outcome:
    """Count by Phragmén's sequential rule, exactly.

    All voters earn money at the same steady rate. As soon as the backers of a project together hold its
    cost it is bought, and they are left with nothing. The count stops when a project that is next in line
    (or tied for it) would exceed the budget. Projects that cost more than the budget take no part; those
    that the limits shut out are passed over without stopping.

    When to use: for proportional outcomes where voters name projects and costs matter little to them.
    When not: with points or rankings (only who names what counts), or if as much of the budget as possible
    should be used: it stops at the first project that does not fit.

    Raises:
        BadRule: the rule is not Phragmén's.

    Source: Los, Christoff, Grossi, "Proportional Budget Allocations: Towards a Systematization", IJCAI 2022.

    >>> from medskab.methods.budgeting.election import Ballots, BallotKind, Project
    >>> import numpy as np
    >>> projects = (Project("pond", 60), Project("swing", 40), Project("stage", 60))
    >>> ballots = Ballots(BallotKind.APPROVAL, np.array([0, 2, 3, 4]), np.array([0, 1, 0, 2], np.int32))
    >>> phragmen(Election(100, projects, ballots), Rule("phragmen")).winners
    ('pond',)
    """
    if rule.name is not RuleName.PHRAGMEN:
        raise BadRule(f"This counts by Phragmén's rule, not by {rule.name}.")
    contest = enter(election, rule, limits or Limits())
    race = _Race(lay_out(contest))
    race.go()
    steps = contest.steps_by_hand() + race.steps
    return contest.outcome(race.gate, steps, race.why(), ties=tuple(race.ties))


@dataclass(slots=True)
class _Race:
    """Loads: each voter carries the load of the round in which it last paid (column 0: never)."""

    desk: Desk
    gate: Gate = field(init=False)
    running: np.ndarray = field(init=False)
    counts: np.ndarray = field(init=False)
    """Per project and round: its backers whose last payment was in that round."""
    last: np.ndarray = field(init=False)
    ledger: Ledger = field(init=False)
    steps: list[Step] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    stopped_by: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        contest = self.desk.contest
        self.gate = contest.gate.fresh()
        size = len(contest.backers)
        fits = [cost <= self.gate.money for cost in contest.costs]
        self.running = (np.array(contest.backers) > 0) & np.array(fits, np.bool_)
        self.running[self.gate.funded] = False
        self.counts = np.zeros((size, int(self.running.sum()) + 1), np.int64)
        self.counts[:, 0] = contest.backers
        self.last = np.zeros(len(self.desk.copies) + 1, np.int64)
        self.ledger = Ledger(Fraction(0))

    def go(self) -> None:
        """Buy until the money or the projects end."""
        loads = np.zeros(self.counts.shape[1])
        backers = np.maximum(np.array(self.desk.contest.backers, dtype=np.float64), 1.0)
        while True:
            self.running[list(self.gate.shut)] = False
            still = np.flatnonzero(self.running)
            if not len(still):
                return
            rounds = len(self.ledger.numerators)
            rough = self.counts[still, :rounds] @ loads[:rounds]
            rough = (self.desk.costs[still] + rough) / backers[still]
            near = still[rough <= rough.min() * (1 + _NEAR)].tolist()
            tied, numerator = self._least(near)
            if any(self.desk.contest.costs[at] > self.gate.money for at in tied):
                self.stopped_by = tuple(at for at in tied if self.desk.contest.costs[at] > self.gate.money)
                return
            loads[rounds] = self._buy(self.desk.contest.first_of(tied, self.ties), numerator)

    def _least(self, near: list[int]) -> tuple[list[int], int]:
        """Return who is next in line, exactly, and the numerator of its load times its backers."""
        contest = self.desk.contest
        exact = {at: self._carried(at) for at in near}
        best = near[0]
        for at in near[1:]:
            if exact[at] * contest.backers[best] < exact[best] * contest.backers[at]:
                best = at
        tied = [at for at in near if exact[at] * contest.backers[best] == exact[best] * contest.backers[at]]
        return tied, exact[contest.first_of(tied, [])]

    def _carried(self, at: int) -> int:
        """Cost plus what its backers carry, as a numerator."""
        rounds = len(self.ledger.numerators)
        carried = -self.ledger.left(0, self.counts[at, :rounds].tolist())
        return self.desk.contest.costs[at] * self.ledger.denominator + carried

    def _buy(self, at: int, numerator: int) -> float:
        contest = self.desk.contest
        backers, project = contest.backers[at], contest.election.projects[at]
        load = self.ledger.fraction(numerator, backers)
        votes, money = Fraction(backers), Fraction(project.cost)
        self.steps.append(Step(project.id, project.cost, StepKind.RULE, backers, load, votes, money))
        self.ledger.append(numerator, backers)
        self.last[-1] = len(self.ledger.numerators) - 1
        desk = self.desk
        desk.loops.hand_on(at, Stand(desk.backing, desk.sheets), desk.copies, self.last, self.counts)
        self.gate.fund(at)
        self.running[at] = False
        return float(load)

    def why(self) -> dict[int, Reason]:
        """Those who were too dear from the start, and those who still ran when the count stopped."""
        contest = self.desk.contest
        ids = [project.id for project in contest.election.projects]
        reasons = {}
        for at, backed in enumerate(contest.backers):
            if self.running[at]:
                because = tuple(sorted(ids[stop] for stop in self.stopped_by))
                reasons[at] = self.gate.reason(at, ReasonCode.STOPPED, self.gate.money, because=because)
            elif backed and contest.costs[at] > contest.gate.money:
                because = tuple(sorted(ids[won] for won in contest.gate.by_hand))
                reasons[at] = self.gate.reason(
                    at, ReasonCode.MONEY_TAKEN, contest.gate.money, because=because
                )
        return reasons
