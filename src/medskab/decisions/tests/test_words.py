"""What is said about a result."""

import ast
from fractions import Fraction
from pathlib import Path

import pytest

from medskab.decisions.amounts import Money
from medskab.decisions.file_words import TEXTS, remark_sentence
from medskab.decisions.words.headlines import headline
from medskab.decisions.words.reasons import reason_sentence
from medskab.decisions.words.shares import closest, voters_with_winner
from medskab.decisions.words.what_if import what_if_sentences
from medskab.methods import budgeting

KRONER = Money("DKK", 100)
TITLES = {"1": "Bench", "2": "Party", "3": "Herbs", "4": "Pond"}


def said(code, **numbers):
    reason = {"project": "9", "code": code, "cost": "6000", "supporters": 41, **numbers}
    return (
        reason_sentence(reason, KRONER, TITLES)
        .replace("\u00a0", " ")
        .replace("\u2068", "")
        .replace("\u2069", "")
    )


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (("no-votes", {}), "Nobody voted for it."),
        (("too-few-votes", {"needed": 50}), "41 voted for it. At least 50 votes were needed."),
        (("over-budget", {"money": "5000"}), "It costs kr 6,000. The whole budget is kr 5,000."),
        (
            ("supporters-short", {"money": "4310.255", "shortfall": "1689.745"}),
            "Its supporters had kr 4,310.25 left. It costs kr 6,000, so kr 1,689.75 was missing.",
        ),
        (
            ("money-taken", {"money": "10", "because": ["1", "2", "3", "4"]}),
            "When its turn came, kr 10 was left. It costs kr 6,000. "
            "The money had gone to: Bench, Party, Herbs and 1 more.",
        ),
        (
            ("stopped", {"money": "10", "because": ["9"]}),
            "It was next in line. kr 10 was left, and it costs kr 6,000: the count ended here.",
        ),
        (
            ("stopped", {"money": "10", "because": ["1"]}),
            "The count ended before its turn: the next in line did not fit (Bench).",
        ),
        (("incompatible", {"because": ["2"]}), "It cannot be carried out beside Party, which won."),
        (
            ("category-full", {"category": "place", "money": "10"}),
            "Its category place had kr 10 left of what it may cost. It costs kr 6,000.",
        ),
        (
            ("override", {"by": "The board", "note": "Unsafe"}),
            "Taken out before the count by The board: Unsafe",
        ),
    ],
)
def test_gives_each_reason_with_its_numbers(reason, sentence):
    code, numbers = reason
    assert said(code, **numbers) == sentence


@pytest.mark.parametrize(
    ("some", "voters", "sentence"),
    [
        (4, 5, "4 of 5 voters got"),
        (5414, 6586, "About 4 of 5 voters got"),
        (7, 7, "Everybody who voted got"),
        (199, 200, "Nearly everybody who voted got"),
        (1, 200, "Very few voters got"),
        (0, 200, "Nobody got"),
        (0, 0, "Nobody voted."),
    ],
)
def test_says_shares_as_people_say_them(some, voters, sentence):
    assert voters_with_winner(some, voters).startswith(sentence)


def test_promises_nothing_after_a_hearing():
    assert voters_with_winner(4, 5, is_hearing=True).startswith("4 of 5 who took part would get")


def test_never_calls_a_part_everybody_or_nobody():
    for number in range(1, 200):
        part, whole = closest(Fraction(number, 200))
        assert 0 < part < whole


@pytest.mark.parametrize(
    ("money", "coins", "shown"),
    [
        (KRONER, 123450, "kr 1,234.50"),
        (Money("PLN", 1), 995079, "995,079 PLN"),
        (Money("EUR", 100), 5, "0.05 EUR"),
    ],
)
def test_writes_money_in_its_own_currency(money, coins, shown):
    assert money.coins(coins).replace("\u00a0", " ") == shown


def test_says_what_would_have_been_enough():
    found = {"votes": 12, "votes_least": True, "cost": 550_000, "cost_least": False}
    votes, cost = what_if_sentences(found, KRONER)
    assert votes == "With 12 more votes it would have won."
    assert cost.replace("\u00a0", " ").startswith("At a cost of kr 5,500 it would have won.")
    nothing = what_if_sentences(
        {"votes": None, "votes_least": True, "cost": None, "cost_least": True}, KRONER
    )
    assert nothing[0] == "No number of further votes would have been enough."


def test_says_that_nothing_was_chosen():
    assert headline({"won": 0, "of": 3}, "decision") == "None of the 3 proposals was chosen"


def test_says_how_often_a_file_has_a_fault():
    remark = {"template": "The file is empty.", "values": {}, "line": 4, "more": 2}
    assert remark_sentence(remark) == "Line 4: The file is empty. (2 more like this.)"


def test_knows_every_text_that_a_file_can_give():
    spoken = set()
    for path in Path(budgeting.__file__).parent.rglob("*.py"):
        if "tests" not in path.parts and path.name not in {
            "fairness.py",
            "household_ballot.py",
            "what_if.py",
        }:
            spoken |= set(_texts(ast.parse(path.read_text("utf-8"))))
    assert spoken - TEXTS == set()
    assert len(spoken) > 50


def _texts(tree):
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and call.args:
            name = ast.unparse(call.func).rpartition(".")[2]
            if name in {"BadElection", "Remark", "_remark"} or ast.unparse(call.func).endswith("emarks.add"):
                for text in ast.walk(call.args[0]):
                    if isinstance(text, ast.Constant) and isinstance(text.value, str):
                        yield text.value
