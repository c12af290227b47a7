"""The verifier counts on its own: it must agree with the count that decides."""

import time

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from medskab.methods.board.tests.boards import set_up
from medskab.methods.board.verifier import Ballots as ReadBallots
from medskab.methods.board.verifier import Count, Unseen
from medskab.methods.budgeting.count import count
from medskab.methods.budgeting.election import BallotKind, Ballots, Election, Project
from medskab.methods.budgeting.rule import Rule, Satisfaction
from medskab.methods.budgeting.tests.elections import any_elections, elections
from medskab.methods.budgeting.write_pb import write_pb

COMPLETIONS = ["none", "add1", "add1u", "add1-exhaustive"]
FORM = {
    BallotKind.APPROVAL: "approval",
    BallotKind.CHOOSE_ONE: "approval",
    BallotKind.ORDINAL: "ranking",
    BallotKind.CUMULATIVE: "points",
    BallotKind.SCORING: "points",
}


def _again(held: Election, rule: Rule) -> list[str]:
    ballots = ReadBallots(write_pb(held, anonymous=True))
    return Count(set_up(held, FORM[held.ballots.kind], rule), ballots).winners()


@settings(max_examples=300, deadline=None)
@given(any_elections(), st.sampled_from(COMPLETIONS))
def test_agrees_on_equal_shares(held, completion):
    rule = Rule(completion=completion)
    assert _again(held, rule) == list(count(held, rule).winners)


@settings(max_examples=200, deadline=None)
@given(
    any_elections(), st.sampled_from(list(Satisfaction)), st.sampled_from(["equal-shares", "greedy-votes"])
)
def test_agrees_on_every_worth_that_fits_the_ballots(held, worth, name):
    assume(worth is not Satisfaction.POINTS or held.ballots.points is not None)
    assume(worth is not Satisfaction.BORDA or held.ballots.kind is BallotKind.ORDINAL)
    rule = Rule(name, satisfaction=worth)
    assert _again(held, rule) == list(count(held, rule).winners)


@settings(max_examples=100, deadline=None)
@given(elections(voters=30))
def test_agrees_where_money_has_two_decimals(held):
    fine = Election(
        held.budget * 10,
        tuple(Project(one.id, one.cost * 10 + 3) for one in held.projects),
        held.ballots,
        currency_unit=100,
    )
    assert _again(fine, Rule()) == list(count(fine, Rule()).winners)


@pytest.mark.parametrize("rule", [Rule("phragmen"), Rule("bos"), Rule(tie_break="cheapest")])
def test_says_where_it_cannot_count(rule):
    held = Election(
        9, (Project("a", 3),), Ballots(BallotKind.APPROVAL, np.array([0, 1]), np.array([0], np.int32))
    )
    facts = set_up(held, "approval", rule)
    facts["rule"]["tie_break"] = str(rule.tie_break)
    with pytest.raises(Unseen, match="cannot count by"):
        Count(facts, ReadBallots(write_pb(held))).winners()


def test_raises_the_start_quickly_where_little_changes():
    ballots = Ballots(BallotKind.APPROVAL, np.array([0, 1, 2]), np.array([0, 1], np.int32))
    held = Election(10**9, (Project("pond", 4 * 10**8), Project("stage", 9 * 10**8)), ballots)
    began = time.process_time()
    assert _again(held, Rule()) == ["pond"]
    assert time.process_time() - began < 1


def _large(voters: int, unit: int) -> Election:
    chance = np.random.default_rng(30)
    rows = [chance.permutation(30)[: chance.integers(1, 9)] for _ in range(voters)]
    offsets = np.cumsum([0, *map(len, rows)]).astype(np.int64)
    costs = chance.integers(20_000, 400_000, 30).tolist()
    ballots = Ballots(BallotKind.APPROVAL, offsets, np.concatenate(rows).astype(np.int32))
    projects = tuple(Project(f"p{at}", cost * unit) for at, cost in enumerate(costs))
    return Election(1_500_000 * unit, projects, ballots, currency_unit=100)


def test_agrees_on_a_town():
    held = _large(600, unit=1)
    assert _again(held, Rule()) == list(count(held, Rule()).winners)


@pytest.mark.slow
def test_counts_five_thousand_ballots_in_half_a_minute():
    held = _large(5000, unit=100)
    ballots = write_pb(held, anonymous=True)
    began = time.process_time()
    won = Count(set_up(held, "approval", Rule()), ReadBallots(ballots)).winners()
    spent = time.process_time() - began
    assert won == list(count(held, Rule()).winners)
    assert spent < 30
