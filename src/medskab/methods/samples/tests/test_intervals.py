"""Shares and means: published figures, exact coverage by brute force, and the ends."""

from math import comb, inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import ttest_1samp

from medskab.methods.samples.effective_size import effective_size
from medskab.methods.samples.mean_interval import mean_interval
from medskab.methods.samples.shapes import BadSample
from medskab.methods.samples.share_interval import share_interval


def test_gives_the_margin_of_a_known_survey():
    found = share_interval(0.535 * 293, 293)
    assert found.margin == pytest.approx(0.057, abs=5e-4)


def test_gives_newcombes_published_interval():
    found = share_interval(81, 263)
    assert (round(found.low, 4), round(found.high, 4)) == (0.2553, 0.3662)


@pytest.mark.parametrize("answers", [5, 12, 30])
def test_holds_the_true_share_about_as_often_as_it_says(answers):
    intervals = [share_interval(part, answers) for part in range(answers + 1)]
    covered = []
    for true in np.linspace(0.02, 0.98, 97):
        chances = [comb(answers, k) * true**k * (1 - true) ** (answers - k) for k in range(answers + 1)]
        held = zip(chances, intervals, strict=True)
        covered.append(sum(chance for chance, one in held if one.low <= true <= one.high))
    assert np.mean(covered) == pytest.approx(0.95, abs=0.015)


@given(st.integers(1, 400), st.data())
def test_stays_within_its_bounds_and_narrows_with_the_population(answers, data):
    part = data.draw(st.integers(0, answers))
    population = data.draw(st.integers(answers, 2_000))
    wide, narrow = share_interval(part, answers), share_interval(part, answers, population)
    assert 0 <= wide.low <= wide.share <= wide.high <= 1
    assert narrow.high - narrow.low <= wide.high - wide.low + 1e-12


def test_leaves_nothing_open_when_everybody_answered():
    found = share_interval(3, 10, population=10)
    assert (found.low, found.high, found.worth) == (0.3, 0.3, inf)


def test_widens_for_weighted_answers():
    weights = [3.0] * 10 + [0.5] * 40
    worth = effective_size(weights)
    assert worth == pytest.approx(25.0)
    assert share_interval(25, 50, worth=worth).margin > share_interval(25, 50).margin


def test_equals_students_interval():
    values = [1.0, 4.0, 2.0, 5.0, 3.0, 3.0, 4.0]
    found, peer = mean_interval(values), ttest_1samp(values, 0).confidence_interval(0.95)
    assert (found.low, found.high) == pytest.approx((peer.low, peer.high))


def test_takes_equal_weights_as_none():
    values = [1.0, 4.0, 2.0, 5.0]
    assert mean_interval(values, [2.0] * 4) == mean_interval(values)


def test_knows_the_mean_when_everybody_answered():
    found = mean_interval([1, 2, 3, 4], population=4)
    assert found.low == found.mean == found.high


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (lambda: share_interval(0, 0), "Nobody answered"),
        (lambda: share_interval(4, 3), "no share"),
        (lambda: share_interval(3, 30, 20), "30 answers cannot come from 20 people"),
        (lambda: mean_interval([1]), "takes two answers"),
        (lambda: mean_interval([1, 2], [1]), "one weight"),
        (lambda: mean_interval([1, 2], [1, 0]), "on one answer"),
        (lambda: mean_interval([1, float("nan")]), "must be a number"),
        (lambda: effective_size([0, 0]), "numbers from nothing up"),
    ],
)
def test_says_what_is_wrong(wrong, says):
    with pytest.raises(BadSample, match=says):
        wrong()
