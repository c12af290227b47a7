"""Raking: the margins, an independent program as witness, cuts, refusals."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize

from medskab.methods.samples.margins import Margin
from medskab.methods.samples.rake import rake
from medskab.methods.samples.shapes import BadSample


def share(groups, name, weights):
    return float(weights[np.array([one == name for one in groups])].sum() / weights.sum())


@st.composite
def samples(draw):
    """Respondents in two margins, with everybody's groups drawn from a fuller table than theirs."""
    seed = draw(st.integers(0, 10_000))
    chance = np.random.default_rng(seed)
    table = [(a, b) for a in "xyz" for b in "pq"]
    people = table + [table[n] for n in chance.integers(0, 6, draw(st.integers(0, 60)))]
    known = chance.integers(20, 100, 6)
    sizes = [
        {
            name: int(sum(k for k, cell in zip(known, table, strict=True) if cell[side] == name))
            for name in names
        }
        for side, names in ((0, "xyz"), (1, "pq"))
    ]
    return [Margin(str(side), sizes[side], [one[side] for one in people]) for side in (0, 1)]


@settings(max_examples=60, deadline=None)
@given(samples())
def test_hits_every_margin(margins):
    found = rake(margins, most=None)
    assert found.has_converged
    assert found.weights.mean() == pytest.approx(1)
    for margin in margins:
        whole = sum(margin.known.values())
        for name, size in margin.known.items():
            assert share(margin.groups, name, found.weights) == pytest.approx(size / whole, abs=1e-9)


@settings(max_examples=15, deadline=None)
@given(samples())
def test_finds_what_the_closest_weights_are(margins):
    """Raked weights are the least entropy from equal ones: found here by a general optimizer of the dual."""
    found = rake(margins, most=None)
    rows = np.array([[g == n for g in m.groups] for m in margins for n in m.known], float)
    known = np.concatenate([np.array(list(m.known.values())) / sum(m.known.values()) for m in margins])
    size = rows.shape[1]

    def dual(prices):
        heavy = np.exp(prices @ rows) / size
        return heavy.sum() - prices @ known, rows @ heavy - known

    prices = minimize(dual, np.zeros(len(known)), jac=True, method="BFGS", options={"gtol": 1e-9}).x
    assert np.exp(prices @ rows) == pytest.approx(found.weights, rel=1e-4)


def test_gives_the_textbook_weights_for_one_margin():
    block = Margin("block", {"A": 300, "B": 100}, ["A", "A", "B", "B"])
    assert rake([block]).weights.tolist() == pytest.approx([1.5, 1.5, 0.5, 0.5])


def test_cuts_heavy_weights_and_says_what_that_costs():
    age = Margin("age", {"young": 60, "old": 40}, ["young"] + ["old"] * 29)
    free, cut = rake([age], most=None), rake([age], most=5)
    assert free.weights.max() > 10
    assert cut.weights.max() / cut.weights.min() <= 25
    assert cut.trimmed >= 1
    assert cut.largest_miss > 0.1
    assert not cut.has_converged
    assert cut.worth > free.worth


def test_leaves_unknown_groups_out_of_that_margin_alone():
    age = Margin("age", {"young": 50, "old": 50}, ["young", "old", "old", ""])
    found = rake([age])
    assert found.weights[3] == pytest.approx(1)
    assert found.weights[0] == pytest.approx(found.weights[1] + found.weights[2])


def test_gives_the_same_weights_in_any_order():
    groups = ["a", "b", "a", "b", "b", "a", "b"]
    ages = ["y", "y", "o", "o", "y", "o", "o"]
    order = [3, 1, 6, 0, 2, 5, 4]
    sizes = {"a": 4, "b": 6}, {"y": 3, "o": 7}
    one = rake([Margin("g", sizes[0], groups), Margin("a", sizes[1], ages)]).weights
    shuffled = [Margin("g", sizes[0], [groups[n] for n in order])]
    shuffled.append(Margin("a", sizes[1], [ages[n] for n in order]))
    assert rake(shuffled).weights == pytest.approx(one[order], abs=1e-9)


def test_refuses_a_group_in_which_nobody_answered():
    with pytest.raises(BadSample, match="age: nobody in old answered"):
        Margin("age", {"young": 5, "old": 5}, ["young"])


@pytest.mark.parametrize(
    ("known", "groups", "says"),
    [
        ({"a": 1}, ["b"], "nothing is known of the size of b"),
        ({"a": -1}, ["a"], "number from nothing up"),
        ({"a": 0}, ["a"], "all the groups are empty"),
        ({"a": 0, "b": 1}, ["a", "b"], "said to have nobody"),
        ({}, [], "number from nothing up"),
    ],
)
def test_says_what_is_wrong_with_a_margin(known, groups, says):
    with pytest.raises(BadSample, match=says):
        Margin("block", known, groups)


def test_refuses_lists_of_unlike_length():
    with pytest.raises(BadSample, match="group of each respondent"):
        rake([Margin("a", {"x": 1}, ["x"]), Margin("b", {"y": 1}, ["y", "y"])])


def test_refuses_a_limit_that_no_weight_can_keep():
    with pytest.raises(BadSample, match="more than 1"):
        rake([Margin("a", {"x": 1}, ["x"])], most=1)
