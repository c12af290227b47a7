"""An election made ready for one rule: who gives what how much, who wins a tie, who may take part."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from ._gate import Gate
from ._shapes import Sheets
from ._ties import tie_ranks
from .election import BadElection, Ballots, Election
from .limits import Limits
from .outcome import Outcome, Reason, ReasonCode, Step, StepKind, Tie
from .rule import Rule, Satisfaction, resolve

_NOTHING = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class Contest:
    """What all rules start from. Lists run along `election.projects`."""

    election: Election
    rule: Rule
    gate: Gate
    sheets: Sheets
    """One row per voter, entries of weight 0 left out; weights only where they differ (points, Borda)."""
    named: list[int]
    """Ballots that name each project."""
    backers: list[int]
    """Ballots that give it something."""
    totals: list[int]
    """What they give in all: votes, points or Borda points."""
    ranks: list[int]
    """Order in a tie."""

    @property
    def costs(self) -> list[int]:
        """Cost of each project."""
        return [project.cost for project in self.election.projects]

    def first_of(self, tied: list[int], ties: list[Tie]) -> int:
        """Choose among equals by the rule's tie-break and write the tie down."""
        chosen = min(tied, key=self.ranks.__getitem__)
        if len(tied) > 1:
            others = sorted((at for at in tied if at != chosen), key=self.ranks.__getitem__)
            names = tuple(self.election.projects[at].id for at in others)
            ties.append(Tie(self.election.projects[chosen].id, names, self.rule.tie_break))
        return chosen

    def scale(self, at: int) -> int:
        """What the project is worth to a backer per unit of weight: its cost, or one."""
        return self.election.projects[at].cost if self.rule.satisfaction is Satisfaction.COST else 1

    def take_free(self, gate: Gate) -> list[int]:
        """Take in what costs nothing and has a backer, in the order of ties; return it."""
        free = [at for at, cost in enumerate(self.costs) if cost == 0 and self.backers[at]]
        taken = []
        for at in sorted(free, key=self.ranks.__getitem__):
            if gate.is_open(at) and at not in gate.funded:
                gate.fund(at)
                taken.append(at)
        return taken

    def plain_step(self, at: int, kind: StepKind, left: int) -> Step:
        """Write down a project that came in without payers; `left` is the budget before it."""
        votes = self.totals[at] if kind in (StepKind.RULE, StepKind.FILL) else self.named[at]
        project = self.election.projects[at]
        return Step(project.id, project.cost, kind, 0, Fraction(0), Fraction(votes), Fraction(left))

    def steps_by_hand(self) -> list[Step]:
        """Write down what was funded before the count."""
        left = self.election.budget
        steps = []
        for at in self.gate.by_hand:
            steps.append(self.plain_step(at, StepKind.OVERRIDE, left))
            left -= self.election.projects[at].cost
        return steps

    def settle(self, gate: Gate, why: dict[int, Reason]) -> dict[str, Reason]:
        """Give each project not funded its reason: what shut it out, or what the rule says in `why`."""
        reasons = {}
        budget = self.election.budget
        for at, project in enumerate(self.election.projects):
            if at in gate.funded:
                continue
            if at in gate.shut:
                reasons[project.id] = gate.shut[at]
            elif not self.backers[at]:
                reasons[project.id] = gate.reason(at, ReasonCode.NO_VOTES)
            elif project.cost > budget:
                reasons[project.id] = gate.reason(at, ReasonCode.OVER_BUDGET, budget)
            else:
                reasons[project.id] = why[at]
        return reasons

    def outcome(self, gate: Gate, steps: list[Step], why: dict[int, Reason], **more: object) -> Outcome:
        """Close the count."""
        winners = tuple(self.election.projects[at].id for at in gate.funded)
        election = self.election
        return Outcome(
            rule=self.rule,
            limits=gate.limits,
            winners=winners,
            cost=gate.spent,
            budget=election.budget,
            voters=election.ballots.count,
            steps=tuple(steps),
            reasons=self.settle(gate, why),
            **more,  # type: ignore[arg-type]
        )


def enter(election: Election, rule: Rule, limits: Limits) -> Contest:
    """Make an election ready for a rule; refuse what does not fit together."""
    rule = resolve(rule, election.ballots.kind)
    size = len(election.projects)
    ballots = election.ballots
    sheets = _sheets(ballots, rule.satisfaction)
    named_places = ballots.projects if ballots.points is None else ballots.projects[ballots.points > 0]
    named = np.bincount(named_places, minlength=size).tolist()
    same = ballots.points is None and rule.satisfaction is not Satisfaction.BORDA
    backers = named if same else np.bincount(sheets.project, minlength=size).tolist()
    totals = _totals(sheets, size) if len(sheets.weight) else backers
    ranks = tie_ranks(election, rule, named)
    gate = Gate(election, limits, named, backers)
    return Contest(election, rule, gate, sheets, named, backers, totals, ranks)


def _sheets(ballots: Ballots, satisfaction: Satisfaction | None) -> Sheets:
    # Compiled loops are made for plain writable arrays: a read-only one would be compiled for anew.
    projects = np.require(ballots.projects, np.int32, ["C", "W"])
    start = np.require(ballots.offsets, np.int64, ["C", "W"])
    if satisfaction is Satisfaction.BORDA:
        sizes = np.diff(start)
        weights = np.repeat(start[1:], sizes) - 1 - np.arange(len(projects))
    elif ballots.points is None:
        return Sheets(start, projects, _NOTHING)
    else:
        weights = np.asarray(ballots.points, np.int64)
    return _without_zeros(start, projects, weights, satisfaction in (Satisfaction.BORDA, Satisfaction.POINTS))


def _without_zeros(start: np.ndarray, projects: np.ndarray, weights: np.ndarray, weighted: bool) -> Sheets:
    kept = weights > 0
    before = np.concatenate(([0], np.cumsum(kept)))
    weights = weights[kept]
    if len(weights) and int(weights.max()) * max(len(start), len(weights)) >= 2**53:
        raise BadElection(
            "The points on the ballots are too large to be added exactly. Divide them all alike."
        )
    return Sheets(before[start], projects[kept], weights if weighted else _NOTHING)


def _totals(sheets: Sheets, size: int) -> list[int]:
    # Sums below 2**53 (checked on entry) are exact in doubles.
    return np.bincount(sheets.project, weights=sheets.weight, minlength=size).astype(np.int64).tolist()
