"""What must hold of every count, whatever the election."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medskab.methods.budgeting.count import count
from medskab.methods.budgeting.election import BallotKind, Ballots, Election, Project
from medskab.methods.budgeting.outcome import Outcome, ReasonCode
from medskab.methods.budgeting.rule import Rule, RuleName

from .elections import any_elections, elections

_RULES = [Rule(name) for name in RuleName] + [Rule(completion="none"), Rule(completion="add1u")]
_every_rule = pytest.mark.parametrize("rule", _RULES, ids=lambda rule: f"{rule.name}-{rule.completion}")


def _payments(election: Election, outcome: Outcome) -> list[list[Fraction]]:
    """Replay equal shares on approval ballots: per step, what each voter pays."""
    places = {project.id: at for at, project in enumerate(election.projects)}
    rows = [_row(election.ballots, voter) for voter in range(election.ballots.count)]
    money = [outcome.start] * len(rows)
    paid = []
    for step in outcome.steps:
        shares = [min(has, step.rate) if places[step.project] in row else Fraction(0)
                  for has, row in zip(money, rows, strict=True)]  # fmt: skip
        money = [has - share for has, share in zip(money, shares, strict=True)]
        paid.append(shares)
    return paid


def _row(ballots: Ballots, voter: int) -> set[int]:
    return set(ballots.projects[ballots.offsets[voter] : ballots.offsets[voter + 1]].tolist())


def _reordered(election: Election, voters: list[int]) -> Election:
    ballots = election.ballots
    parts = [np.arange(ballots.offsets[voter], ballots.offsets[voter + 1]) for voter in voters]
    places = np.concatenate([np.empty(0, np.int64), *parts]).astype(np.int64)
    offsets = np.cumsum([0, *map(len, parts)]).astype(np.int64)
    points = None if ballots.points is None else ballots.points[places]
    return replace(election, ballots=replace(
        ballots, offsets=offsets, projects=ballots.projects[places], points=points))  # fmt: skip


@_every_rule
@given(election=any_elections())
@settings(max_examples=60, deadline=None)
def test_never_costs_more_than_the_budget_and_explains_every_project(rule, election):
    outcome = count(election, rule)
    costs = {project.id: project.cost for project in election.projects}
    assert sum(costs[name] for name in outcome.winners) == outcome.cost <= election.budget
    assert set(outcome.winners) | set(outcome.reasons) == set(costs)
    assert len(outcome.winners) + len(outcome.reasons) == len(costs)


@_every_rule
@given(data=st.data(), election=any_elections())
@settings(max_examples=40, deadline=None)
def test_does_not_depend_on_the_order_of_voters_or_projects(rule, data, election):
    order = data.draw(st.permutations(range(election.ballots.count)))
    shuffled = _reordered(election, list(order))
    places = data.draw(st.permutations(range(len(election.projects))))
    back = np.argsort(np.array(places)).astype(np.int32)
    projects = tuple(election.projects[at] for at in places)
    moved = replace(shuffled.ballots, projects=back[shuffled.ballots.projects])
    outcome = count(replace(shuffled, projects=projects, ballots=moved), rule)
    expected = count(election, rule)
    assert outcome.steps == expected.steps
    assert dict(outcome.reasons) == dict(expected.reasons)


@_every_rule
@given(election=any_elections(), factor=st.integers(2, 100))
@settings(max_examples=40, deadline=None)
def test_does_not_depend_on_the_smallest_coin(rule, election, factor):
    projects = tuple(replace(project, cost=project.cost * factor) for project in election.projects)
    unit = election.currency_unit * factor
    finer = replace(election, budget=election.budget * factor, projects=projects, currency_unit=unit)
    assert count(finer, rule).winners == count(election, rule).winners


@pytest.mark.parametrize("name", ["equal-shares", "phragmen", "bos"])
@given(election=elections(), copies=st.integers(2, 4))
@settings(max_examples=40, deadline=None)
def test_does_not_change_if_every_voter_comes_with_clones(name, election, copies):
    rule = Rule(name, completion="none" if name == "equal-shares" else None)
    cloned = _reordered(election, list(range(election.ballots.count)) * copies)
    assert count(cloned, rule).winners == count(election, rule).winners


@pytest.mark.parametrize("completion", ["none", "add1", "add1-exhaustive"])
@given(election=elections())
@settings(max_examples=80, deadline=None)
def test_lets_payments_add_up_to_the_cost_and_nobody_pay_more_than_the_start(completion, election):
    outcome = count(election, Rule(completion=completion))
    paid = _payments(election, outcome)
    for step, shares in zip(outcome.steps, paid, strict=True):
        assert sum(shares) == step.cost
        assert sum(share > 0 for share in shares) == step.payers
    for spent in zip(*paid, strict=True):
        assert sum(spent) <= outcome.start


@pytest.mark.parametrize("completion", ["none", "add1", "add1-exhaustive"])
@given(election=any_elections())
@settings(max_examples=60, deadline=None)
def test_leaves_every_loser_of_equal_shares_short_of_its_cost(completion, election):
    for reason in count(election, Rule(completion=completion)).reasons.values():
        if reason.code is ReasonCode.SUPPORTERS_SHORT:
            assert 0 < reason.shortfall == reason.cost - reason.money


@_every_rule
def test_answers_elections_without_voters_votes_or_money(rule):
    none = np.array([0], np.int64)
    projects = (Project("a", 5), Project("b", 0))
    nobody = Election(10, projects, Ballots(BallotKind.APPROVAL, none, np.empty(0, np.int32)))
    assert count(nobody, rule).winners == ()
    silent = Election(10, projects, Ballots(BallotKind.APPROVAL, np.array([0, 0]), np.empty(0, np.int32)))
    assert {reason.code for reason in count(silent, rule).reasons.values()} == {ReasonCode.NO_VOTES}
    both = Ballots(BallotKind.APPROVAL, np.array([0, 2]), np.array([0, 1], np.int32))
    broke = count(Election(0, projects, both), rule)
    assert broke.winners == ("b",)
    assert broke.reasons["a"].code is ReasonCode.OVER_BUDGET
    bare = Election(10, (), Ballots(BallotKind.APPROVAL, none, np.empty(0, np.int32)))
    assert count(bare, rule).winners == ()
