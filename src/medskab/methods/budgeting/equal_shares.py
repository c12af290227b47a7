"""The method of equal shares: everybody gets the same share of the budget to spend on what they chose."""

from fractions import Fraction

from ._contest import enter
from ._desk import lay_out
from ._fill import fill
from ._shares_run import Desk, SharesRun
from .election import Election
from .limits import Limits
from .outcome import Outcome, ReasonCode, Step, StepKind
from .rule import BadRule, Completion, Rule, RuleName


def equal_shares(election: Election, rule: Rule, limits: Limits | None = None) -> Outcome:
    """Count by the method of equal shares, exactly.

    Every voter starts with the same amount. A project can be bought when those who chose it hold its cost
    together; its price is the smallest at which they pay it in equal parts (in proportion to points, where
    there are points), those with less giving all they have. The project with the lowest price for what it
    is worth to its backers is bought first. Shares rarely use up the budget, so a completion follows:

    * `none`: start at budget ÷ voters, and stop there.
    * `add1`: start at the whole currency units of budget ÷ voters; give everybody one unit more and count
      again from scratch, until a count costs more than the budget (the one before it stands) or every
      backed project that the limits allow is in.
    * `add1-exhaustive`: as add1, but start at budget ÷ voters exactly, and stop at the first count after
      which no other backed project fits the money left.
    * `add1u`: add1, then fill what is left by votes, skipping what does not fit.

    When to use: whenever groups of different size should each get their share; the default.
    When not: if the largest group alone should decide (`greedy`), or if voters could not choose freely
    how many projects to name (single-choice ballots leave most shares unused).

    Money is an integer in the smallest coin. All that decides is integer arithmetic; doubles only sort out
    what is clear by a proven margin. A project that costs more than the whole budget is never a winner, but
    under add1 its backers' money counts as for any other: a count that buys it goes over the budget.

    Raises:
        BadRule: the rule is not equal shares, or its satisfaction does not fit the ballots.
        BadElection: points too large to be added exactly.

    Source: Peters, Pierczyński, Skowron, "Proportional Participatory Budgeting with Additive Utilities",
    NeurIPS 2021; completions as on equalshares.net.

    >>> from medskab.methods.budgeting.election import Ballots, BallotKind, Project
    >>> import numpy as np
    >>> projects = (Project("pond", 60), Project("swing", 40), Project("stage", 60))
    >>> ballots = Ballots(BallotKind.APPROVAL, np.array([0, 2, 3, 4]), np.array([0, 1, 0, 2], np.int32))
    >>> outcome = equal_shares(Election(120, projects, ballots), Rule(completion="none"))
    >>> outcome.winners, outcome.reasons["stage"].money
    (('pond',), Fraction(40, 1))
    """
    if rule.name is not RuleName.EQUAL_SHARES:
        raise BadRule(f"This counts by equal shares, not by {rule.name}.")
    contest = enter(election, rule, limits or Limits())
    desk = lay_out(contest)
    run, runs = _final_run(desk)
    held = run.holdings()
    why = {at: run.gate.reason(at, ReasonCode.SUPPORTERS_SHORT, held[at]) for at in _missing(run)}
    steps, ties = contest.steps_by_hand() + _steps(run, held), run.ties
    if contest.rule.completion is Completion.ADD1U:
        filled = fill(contest, run.gate, _missing(run), StepKind.FILL)
        steps, ties = steps + filled.steps, ties + filled.ties
    return contest.outcome(run.gate, steps, why, start=run.start, runs=runs, ties=tuple(ties))


def _final_run(desk: Desk) -> tuple[SharesRun, int]:
    """Return the count that stands, and how many counts were made to find it."""
    contest = desk.contest
    completion, voters = contest.rule.completion, contest.election.ballots.count
    share = Fraction(contest.gate.money, max(1, voters))
    if completion is Completion.NONE or not voters:
        return _run(desk, share), 1
    if completion is Completion.ADD1_EXHAUSTIVE:
        return _raise_start(desk, share, exhaustive=True)
    unit = contest.election.currency_unit
    return _raise_start(desk, Fraction(share // unit * unit), exhaustive=False)


def _run(desk: Desk, start: Fraction) -> SharesRun:
    run = SharesRun(desk, start, stop_above=desk.contest.election.budget)
    run.go()
    return run


def _raise_start(desk: Desk, start: Fraction, exhaustive: bool) -> tuple[SharesRun, int]:
    budget, unit = desk.contest.election.budget, desk.contest.election.currency_unit
    stands = run = _run(desk, start)
    runs = 1
    while run.gate.spent <= budget:
        stands = run
        missing = _missing(run)
        if not missing or (exhaustive and not any(_cost(desk, at) <= run.gate.money for at in missing)):
            break
        run = _run(desk, run.start + unit * _steps_until_change(run, missing))
        runs += 1
    return stands, runs


def _steps(run: SharesRun, held: list[Fraction]) -> list[Step]:
    contest, money = run.desk.contest, run.desk.contest.gate.money
    steps = [contest.plain_step(at, StepKind.FREE, money) for at in run.free]
    for (at, payers), numerator in zip(run.sold, run.ledger.numerators[1:], strict=True):
        project, rate = contest.election.projects[at], run.ledger.fraction(numerator)
        votes = project.cost / rate
        steps.append(Step(project.id, project.cost, StepKind.RULE, payers, rate, votes, held[at]))
    return steps


def _missing(run: SharesRun) -> list[int]:
    """Backed projects that are neither in nor shut out."""
    backers, funded = run.desk.contest.backers, set(run.gate.funded)
    return [at for at, count in enumerate(backers) if count and at not in funded and run.gate.is_open(at)]


def _cost(desk: Desk, at: int) -> int:
    return desk.contest.election.projects[at].cost


def _steps_until_change(run: SharesRun, missing: list[int]) -> int:
    """How many steps ahead the next count can differ: mostly one, but more where the proof is easy.

    If all that was bought was paid in equal parts by all backers, more money changes nothing about it; and
    what all backers together cannot pay even before the first purchase stays out until they can.
    """
    contest, start = run.desk.contest, run.start
    if not run.all_rich or run.gate.shut.keys() != contest.gate.shut.keys():
        return 1
    unit = contest.election.currency_unit
    lacks = [Fraction(_cost(run.desk, at), contest.backers[at]) - start for at in missing]
    return max(1, min(-(-lack // unit) for lack in lacks))
