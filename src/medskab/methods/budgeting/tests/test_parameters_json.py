"""parameters_json: the way back from a published answer to its rule and limits."""

from fractions import Fraction

import pytest

from medskab.methods.budgeting.count import count
from medskab.methods.budgeting.fairness import fairness
from medskab.methods.budgeting.outcome import BadRule, Limits, Override, Rule
from medskab.methods.budgeting.outcome_json import outcome_json
from medskab.methods.budgeting.parameters_json import parameters_json
from medskab.methods.budgeting.read_pb import read_pb

from .files import pb

RULES = [
    Rule("equal-shares", "cardinality", "add1u"),
    Rule("phragmen"),
    Rule("greedy-votes", "cost", tie_break="lot", lot=("q", "p")),
]


@pytest.mark.parametrize("rule", RULES)
def test_gives_back_the_rule_and_limits_of_an_answer(rule):
    election = read_pb(
        pb(meta={"currency_unit": "100"}, projects="project_id;cost;category\np;30;a\nq;70;b\n")
    )
    limits = Limits(
        minimum_votes=1,
        minimum_share=Fraction(1, 3),
        incompatible=(("p", "q"),),
        ceilings={"a": 9950},
        overrides=(Override("q", False, "The land is sold.", "The board"),),
    )
    outcome = count(election, rule, limits)
    answer = outcome_json(election, outcome, fairness(election, outcome.winners), "")
    assert parameters_json(answer, 100) == (outcome.rule, limits)


@pytest.mark.parametrize(
    "parameters",
    [
        {"minimum_share": "1/0"},
        {"minimum_votes": "many"},
        {"ceilings": {"a": "0.001"}},
        {"ceilings": 7},
        {"overrides": [{"project": "p"}]},
        {"satisfaction": "joy"},
        [],
    ],
)
def test_refuses_what_no_rule_knows(parameters):
    with pytest.raises(BadRule):
        parameters_json({"schema": 1, "method": "equal-shares", "parameters": parameters}, 100)
