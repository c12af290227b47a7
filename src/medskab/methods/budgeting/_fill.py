"""Take projects in order of a score while they fit the money left."""

from dataclasses import dataclass, field
from fractions import Fraction

from ._contest import Contest
from ._gate import Gate
from .outcome import Reason, ReasonCode, Step, StepKind, Tie


@dataclass(slots=True)
class Filled:
    """What a pass took, which ties it broke, and why it left what it left."""

    steps: list[Step] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    why: dict[int, Reason] = field(default_factory=dict)


def fill(contest: Contest, gate: Gate, projects: list[int], kind: StepKind, per_cost: bool = False) -> Filled:
    """Go through the projects by votes (or votes per cost), buy what fits, skip what does not.

    A tie is written down only where it mattered: where another with the same score still fitted.
    """
    filled = Filled()
    scores = {at: _score(contest, at, per_cost) for at in projects}
    order = sorted(projects, key=lambda at: (*scores[at], contest.ranks[at]))
    costs = contest.costs
    for place, at in enumerate(order):
        if not gate.is_open(at):
            continue
        if costs[at] > gate.money:
            filled.why[at] = _taken(contest, gate, at)
            continue
        equals = [other for other in order[place:] if scores[other] == scores[at]]
        fitting = [other for other in equals if gate.is_open(other) and costs[other] <= gate.money]
        contest.first_of(fitting, filled.ties)
        filled.steps.append(contest.plain_step(at, kind, gate.money))
        gate.fund(at)
    return filled


def _score(contest: Contest, at: int, per_cost: bool) -> tuple[int, Fraction]:
    """Smallest first; what costs nothing comes before all else when votes are divided by cost."""
    cost, total = contest.costs[at], contest.totals[at]
    if not per_cost:
        return 0, Fraction(-total)
    return (1, Fraction(-total, cost)) if cost else (0, Fraction(-total))


def _taken(contest: Contest, gate: Gate, at: int) -> Reason:
    """Those that came before and without which it would have fitted."""
    because = tuple(contest.election.projects[won].id for won in gate.funded if contest.costs[won])
    return gate.reason(at, ReasonCode.MONEY_TAKEN, gate.money, because=because)
