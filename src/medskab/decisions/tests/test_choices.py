"""What may stand on a ballot."""

from typing import Any

import pytest

from medskab.decisions.choices import as_bytes, envelope_size, read_choice
from medskab.decisions.models import BallotShape, Decision, Poll, Proposal
from medskab.decisions.refusals import BallotIsTooLong, BallotIsWrong
from medskab.tools.vault import ballot_box

PROPOSALS = [
    Proposal(project=project, cost=cost) for project, cost in (("a", 40_00), ("b", 60_00), ("c", 30_00))
]
TICKS, MONEY = ("approval", "approve"), ("knapsack", "spend")


def poll(shape: str, **facts: Any) -> Poll:
    decision = Decision(budget=100_00, currency="DKK", currency_unit=100)
    return Poll(**{"decision": decision, "shape": shape, "least": 1, "most": 2, "points": 10} | facts)


def read(shape: str, raw: Any, **facts: Any) -> dict[str, Any]:
    return read_choice(poll(shape, **facts), PROPOSALS, raw)


@pytest.mark.parametrize(("shape", "part"), [TICKS, MONEY])
def test_writes_the_same_choice_the_same_way_whatever_the_order_of_ticks(shape, part):
    assert read(shape, {part: ["b", "a"]}) == read(shape, {part: ["a", "b"]}) == {part: ["a", "b"]}


def test_keeps_the_order_of_a_ranking():
    assert read("ranking", {"rank": ["c", "a"]}) == {"rank": ["c", "a"]}


def test_leaves_out_proposals_without_points():
    assert read("points", {"points": {"b": 4, "a": 0}}) == {"points": {"b": 4}}


@pytest.mark.parametrize("shape", BallotShape.values)
def test_takes_a_blank_vote_on_every_ballot(shape):
    assert read(shape, {"blank": True}) == {"blank": True}


@pytest.mark.parametrize(
    ("shape", "raw", "said"),
    [
        ("approval", {"approve": ["a", "b", "c"]}, "You chose 3 and may choose 2. Take away 1."),
        ("approval", {"approve": []}, "You chose 0. Choose at least 1, or vote blank."),
        ("approval", {"approve": ["a", "a"]}, "named twice"),
        ("approval", {"approve": ["x"]}, "does not stand on it"),
        ("approval", {"approve": "a"}, "cannot be read"),
        ("approval", {"approve": [["a"]]}, "cannot be read"),
        ("approval", {"rank": ["a"]}, "another kind of ballot"),
        ("approval", {"approve": ["a"], "blank": True}, "another kind of ballot"),
        ("approval", ["a"], "cannot be read"),
        ("ranking", {"rank": ["a", "b", "a"]}, "named twice"),
        ("points", {"points": {"a": 8, "b": 4}}, "You gave 12 points and have 10. Take away 2."),
        ("points", {"points": {"a": -1}}, "whole numbers"),
        ("points", {"points": {"a": True}}, "whole numbers"),
        ("points", {"points": {"a": 1.5}}, "whole numbers"),
        ("points", {"points": ["a"]}, "cannot be read"),
        ("knapsack", {"spend": ["b", "a", "c"]}, "may choose 2"),
        ("yes-no", {"answer": "maybe"}, "Choose yes or no"),
        ("yes-no", {"answer": ["yes"]}, "Choose yes or no"),
    ],
)
def test_says_which_rule_a_ballot_breaks(shape, raw, said):
    with pytest.raises(BallotIsWrong, match=said.replace(".", r"\.")):
        read(shape, raw)


def test_says_how_much_money_is_too_much():
    with pytest.raises(BallotIsWrong, match="30"):
        read("knapsack", {"spend": ["a", "b", "c"]}, most=3)


def test_seals_every_possible_choice_into_the_same_size():
    ballot = poll("points", most=3)
    public, _private = ballot_box.new_pair()
    shortest = {"blank": True}
    longest = read("points", {"points": {"a": 8, "b": 1, "c": 1}}, most=3)
    size = envelope_size(ballot, PROPOSALS)
    sealed = {len(ballot_box.seal_choice(as_bytes(one), public, size)) for one in (shortest, longest)}
    assert len(sealed) == 1


def test_refuses_a_ballot_that_fits_no_envelope():
    many = [Proposal(project=f"{number:0200}", cost=1) for number in range(30)]
    with pytest.raises(BallotIsTooLong):
        envelope_size(poll("ranking", most=30), many)
