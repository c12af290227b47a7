"""Equal shares with bounded overspending: buy also what its backers can only nearly pay, at a penalty."""

from fractions import Fraction

from ._bos_run import BosRun
from ._contest import enter
from ._desk import lay_out
from .election import Election
from .limits import Limits
from .outcome import Outcome, Reason, ReasonCode, Step, StepKind
from .rule import BadRule, Rule, RuleName


def bos(election: Election, rule: Rule, limits: Limits | None = None) -> Outcome:
    """Count by Bounded Overspending (BOS) Equal Shares.

    As in equal shares, every voter starts with budget ÷ voters. But a project may be bought whose backers
    can cover only a share of its cost: at the price that they would pay for that share, divided by the share,
    those who have it pay in full, the others all they have, and the budget carries the rest. The terms with
    the smallest price ÷ share² win, so that overspending stays small where it is not needed. Only what fits
    the money really left can be bought. Needs no completion.

    When to use: where add1 leaves money unused or helps the wrong projects because costs differ widely.
    When not: where every backer's payment must be explained as a fair part (use `equal_shares`), or where a
    statute names equal shares. The rule is from 2024 and has been used in few real elections.

    Scores are told apart for certain, or else agree to 1,200 digits and count as tied (then terms that cover
    more come first, then the tie-break). Amounts in steps and reasons are given to 30 decimals, because as
    fractions they double in length with each purchase.

    Raises:
        BadRule: the rule is not BOS, or its satisfaction does not fit the ballots.

    Source: Papasotiropoulos, Pishbin, Skibski, Skowron, Wąs, "Method of Equal Shares with Bounded
    Overspending", arXiv 2409.15005.

    >>> from medskab.methods.budgeting.election import Ballots, BallotKind, Project
    >>> import numpy as np
    >>> projects = (Project("pond", 60), Project("stage", 60))
    >>> ballots = Ballots(BallotKind.APPROVAL, np.array([0, 1, 2, 3]), np.array([0, 0, 1], np.int32))
    >>> bos(Election(120, projects, ballots), Rule("bos")).winners
    ('pond', 'stage')
    """
    if rule.name is not RuleName.BOS:
        raise BadRule(f"This counts by bounded overspending, not by {rule.name}.")
    contest = enter(election, rule, limits or Limits())
    run = BosRun(lay_out(contest), Fraction(contest.gate.money, max(1, election.ballots.count)))
    run.go()
    held = [amount.shown() for amount in run.holdings()]
    steps = contest.steps_by_hand()
    steps += [contest.plain_step(at, StepKind.FREE, contest.gate.money) for at in run.free]
    steps += _steps(run, held)
    return contest.outcome(run.gate, steps, _why(run, held), start=run.start, ties=tuple(run.ties))


def _steps(run: BosRun, held: list[Fraction]) -> list[Step]:
    steps = []
    for bid, payers in run.sold:
        project = run.desk.contest.election.projects[bid.project]
        rate, share = bid.rate.shown(), bid.share.shown()
        votes = Fraction(project.cost) / rate
        step = Step(project.id, project.cost, StepKind.RULE, payers, rate, votes, held[bid.project], share)
        steps.append(step)
    return steps


def _why(run: BosRun, held: list[Fraction]) -> dict[int, Reason]:
    """The money left did not suffice, or else its backers had spent everything."""
    contest, gate = run.desk.contest, run.gate
    because = tuple(contest.election.projects[at].id for at in gate.funded if contest.costs[at])
    reasons = {}
    for at, cost in enumerate(contest.costs):
        if cost > gate.money:
            reasons[at] = gate.reason(at, ReasonCode.MONEY_TAKEN, gate.money, because=because)
        else:
            reasons[at] = gate.reason(at, ReasonCode.SUPPORTERS_SHORT, held[at])
    return reasons
