"""What is set beside the rule: thresholds, either-or, ceilings, decisions by hand."""

from fractions import Fraction

import pytest

from medskab.methods.budgeting.count import count
from medskab.methods.budgeting.limits import Limits, Override
from medskab.methods.budgeting.outcome import ReasonCode, StepKind
from medskab.methods.budgeting.rule import BadRule, Rule, RuleName

from .elections import election

# Costs decide the category here: k0 for even ones, k1 for odd ones.
_TOWN = election(100, {"a": 40, "b": 30, "c": 21, "d": 10}, ["abcd"] * 4 + ["ab"] * 3 + ["a"] * 3)
_every_rule = pytest.mark.parametrize("rule", [Rule(name) for name in RuleName], ids=lambda rule: rule.name)


@_every_rule
def test_takes_out_what_too_few_ballots_name(rule):
    outcome = count(_TOWN, rule, Limits(minimum_votes=3, minimum_share=Fraction(1, 2)))
    assert set(outcome.winners) == {"a", "b"}
    reason = outcome.reasons["c"]
    assert (reason.code, reason.supporters, reason.needed) == (ReasonCode.TOO_FEW_VOTES, 4, 5)


@_every_rule
def test_funds_at_most_one_of_those_that_exclude_each_other(rule):
    outcome = count(_TOWN, rule, Limits(incompatible=(("a", "b", "c"),)))
    assert len({"a", "b", "c"} & set(outcome.winners)) == 1
    (winner,) = {"a", "b", "c"} & set(outcome.winners)
    losers = [reason for reason in outcome.reasons.values() if reason.code is ReasonCode.INCOMPATIBLE]
    assert [reason.because for reason in losers] == [(winner,)] * 2


@_every_rule
def test_keeps_each_category_under_its_ceiling(rule):
    outcome = count(_TOWN, rule, Limits(ceilings={"k0": 75}))
    even = [step.cost for step in outcome.steps if step.cost % 2 == 0]
    assert sum(even) <= 75
    full = [reason for reason in outcome.reasons.values() if reason.code is ReasonCode.CATEGORY_FULL]
    assert [reason.category for reason in full] == ["k0"] * len(full)
    assert full
    assert all(reason.money == 75 - sum(even) and reason.shortfall > 0 for reason in full)


@_every_rule
def test_pays_first_what_is_funded_by_hand_and_leaves_out_what_is_not(rule):
    kept = Override("d", True, "promised in 2025", "the board")
    out = Override("a", False, "the ground is polluted", "the municipality")
    outcome = count(_TOWN, rule, Limits(overrides=(kept, out)))
    assert outcome.steps[0].kind is StepKind.OVERRIDE
    assert outcome.winners[0] == "d"
    reason = outcome.reasons["a"]
    assert (reason.code, reason.note, reason.by) == (ReasonCode.OVERRIDE, out.reason, out.by)


def test_shares_only_the_money_that_decisions_by_hand_leave():
    by_hand = Limits(overrides=(Override("a", True, "agreed", "the board"),))
    assert count(_TOWN, Rule(completion="none"), by_hand).start == 6


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Limits(minimum_votes=-1), "zero or more"),
        (lambda: Limits(minimum_share=Fraction(3, 2)), "between 0 and 1"),
        (lambda: Limits(incompatible=(("a", "a"),)), "at least two different"),
        (lambda: Limits(ceilings={"k0": -1}), "is negative"),
        (lambda: Override("a", True, " ", "me"), "needs a reason and a name"),
        (lambda: Limits(overrides=(Override("a", True, "x", "y"),) * 2), "decided by hand twice"),
    ],
)
def test_refuses_limits_that_make_no_sense(make, sentence):
    with pytest.raises(BadRule, match=sentence):
        make()


def _hand(*names):
    return tuple(Override(name, True, "agreed", "the board") for name in names)


@pytest.mark.parametrize(
    ("limits", "sentence"),
    [
        (Limits(incompatible=(("a", "x"),)), "name project x"),
        (Limits(ceilings={"parks": 5}), "name category parks"),
        (Limits(incompatible=(("a", "b"),), overrides=_hand("a", "b")), "exclude each other"),
        (Limits(ceilings={"k0": 60}, overrides=_hand("a", "b")), "breaks the ceiling|exclude"),
        (Limits(overrides=_hand("a", "b", "c", "d")), "costs more than the whole budget"),
    ],
)
def test_refuses_limits_that_do_not_fit_the_election(limits, sentence):
    with pytest.raises(BadRule, match=sentence):
        count(_TOWN, Rule(), limits)
