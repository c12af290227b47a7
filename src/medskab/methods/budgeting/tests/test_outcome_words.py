"""reason_text, money_text and outcome_json: a count in words and in JSON."""

import json
from fractions import Fraction

import pytest

from medskab.methods.budgeting.count import count
from medskab.methods.budgeting.fairness import fairness
from medskab.methods.budgeting.money_text import money_text
from medskab.methods.budgeting.outcome import Limits, Override, Reason, ReasonCode, Rule
from medskab.methods.budgeting.outcome_json import outcome_json
from medskab.methods.budgeting.read_pb import read_pb
from medskab.methods.budgeting.reason_text import reason_text
from medskab.methods.budgeting.what_if import WhatIf
from medskab.methods.budgeting.what_if_text import what_if_text

from .files import pb


def _reason(code: ReasonCode, **numbers) -> Reason:
    return Reason("7", code, 600_000, 41, **numbers)


SENTENCES = [
    (_reason(ReasonCode.NO_VOTES), "Nobody voted for it."),
    (_reason(ReasonCode.TOO_FEW_VOTES, needed=50), "Too few ballots name it: 41; it needs 50."),
    (
        _reason(ReasonCode.OVER_BUDGET, money=Fraction(100_000)),
        "It costs 6,000; the whole budget is 1,000.",
    ),
    (
        _reason(ReasonCode.SUPPORTERS_SHORT, money=Fraction(431_000)),
        "Its supporters had 4,310 left; it costs 6,000.",
    ),
    (
        _reason(ReasonCode.MONEY_TAKEN, money=Fraction(0), because=("1", "2", "3", "4", "5")),
        "When its turn came, 0 was left; it costs 6,000. The money went to 1, 2, 3 and 2 more.",
    ),
    (
        _reason(ReasonCode.STOPPED, money=Fraction(100), because=("9",)),
        "The count stopped before it: 1 was left, and the next in line (9) did not fit.",
    ),
    (
        _reason(ReasonCode.STOPPED, money=Fraction(100), because=("7",)),
        "It was next in line: 1 was left; it costs 6,000. The count stopped.",
    ),
    (
        _reason(ReasonCode.INCOMPATIBLE, because=("9",)),
        "It cannot be carried out beside 9, which is funded.",
    ),
    (
        _reason(ReasonCode.CATEGORY_FULL, money=Fraction(100), category="green"),
        "The category green had 1 left under its ceiling; it costs 6,000.",
    ),
    (_reason(ReasonCode.OVERRIDE, note="The land is sold.", by="The board"), "The land is sold."),
]


@pytest.mark.parametrize(("reason", "sentence"), SENTENCES)
def test_says_every_reason_with_its_numbers(reason, sentence):
    assert reason_text(reason, 100).endswith(sentence)


def test_has_a_sentence_for_every_code():
    assert {reason.code for reason, _ in SENTENCES} == set(ReasonCode)


def test_never_rounds_up_to_enough():
    almost = _reason(ReasonCode.SUPPORTERS_SHORT, money=Fraction(600_000) - Fraction(1, 10**9))
    assert reason_text(almost, 100) == "Its supporters had 5,999.99 left; it costs 6,000."


@pytest.mark.parametrize(
    ("coins", "unit", "text"),
    [
        (0, 1, "0"),
        (1234567, 1, "1,234,567"),
        (5, 100, "0.05"),
        (50, 100, "0.50"),
        (1999, 1000, "1.99"),
    ],
)
def test_writes_money_for_people(coins, unit, text):
    assert money_text(coins, unit) == text


def test_writes_all_amounts_in_currency_units_as_decimal_text():
    election = read_pb(pb(meta={"budget": "100.50"}))
    outcome = count(election, Rule("equal-shares", completion="none"))
    answer = outcome_json(election, outcome, fairness(election, outcome.winners), "0" * 64)
    assert (answer["budget"], answer["cost"], answer["currency_unit"]) == ("100.5", "30", 100)
    assert (answer["start"], answer["steps"][0]["rate"]) == ("33.5", "30")
    (reason,) = answer["reasons"]
    assert (reason["money"], reason["shortfall"]) == ("37", "33")
    assert json.loads(json.dumps(answer)) == answer


def test_says_by_whom_and_why_a_decision_was_taken_by_hand():
    election = read_pb(pb())
    limits = Limits(overrides=(Override("p", False, "The land is sold.", "The board"),))
    outcome = count(election, Rule(), limits)
    answer = outcome_json(election, outcome, fairness(election, outcome.winners), "")
    (reason,) = [reason for reason in answer["reasons"] if reason["project"] == "p"]
    assert (reason["code"], reason["note"], reason["by"]) == ("override", "The land is sold.", "The board")
    assert answer["parameters"]["overrides"][0]["project"] == "p"


def test_carries_the_remarks_on_the_file_as_warnings():
    election = read_pb(pb(votes="voter_id;vote\na;p,p\nb;q,q\n"))
    outcome = count(election)
    warnings = outcome_json(election, outcome, fairness(election, outcome.winners), "")["warnings"]
    text = "A ballot names the same project more than once; it was counted once."
    assert warnings == [{"line": 11, "text": text, "more": 1}]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (WhatIf("7", 1, True, None, True, 9), "With 1 more vote it would have been funded. No lower cost"),
        (WhatIf("7", None, True, 500, True, 9), "votes would have been enough. At a cost of 5 it would have"),
        (WhatIf("7", None, False, 500, False, 9), "perhaps at a higher one."),
        (WhatIf("7", 3, False, 500, True, 9), "funded, and perhaps with fewer. At a cost of 5 it would too."),
    ],
)
def test_says_what_a_project_would_have_needed(found, words):
    assert words in what_if_text(found, 100)
