"""Changes between waves, judged together; who was heard."""

import numpy as np
import pytest
from scipy.stats import ttest_ind

from medskab.methods.samples.changes import Verdict
from medskab.methods.samples.compare_means import compare_means
from medskab.methods.samples.compare_shares import compare_shares
from medskab.methods.samples.judge_changes import judge_changes
from medskab.methods.samples.mean_interval import mean_interval
from medskab.methods.samples.response_rate import Heard, response_rate
from medskab.methods.samples.shapes import BadSample
from medskab.methods.samples.share_interval import share_interval


def test_gives_newcombes_published_difference():
    change = compare_shares(share_interval(48, 80), share_interval(56, 70))
    assert (round(change.low, 4), round(change.high, 4)) == (0.0524, 0.3339)


def test_gives_welchs_test():
    before, after = [1.0, 2, 3, 4, 5, 3], [2.0, 4, 4, 5, 5, 5, 4]
    change = compare_means(mean_interval(before), mean_interval(after), 1)
    peer = ttest_ind(after, before, equal_var=False)
    ends = peer.confidence_interval(0.95)
    assert change.chance == pytest.approx(peer.pvalue)
    assert (change.low, change.high) == pytest.approx((ends.low, ends.high))


def test_cannot_tell_from_few_answers():
    change = compare_shares(share_interval(8, 20), share_interval(12, 20))
    assert change.could_see > 0.4
    assert judge_changes([change]) == (Verdict.OPEN,)


def test_says_no_difference_only_where_one_would_have_been_seen():
    change = compare_shares(share_interval(500, 1000), share_interval(505, 1000))
    assert judge_changes([change]) == (Verdict.SAME,)


def test_sees_a_fall():
    change = compare_shares(share_interval(600, 1000), share_interval(450, 1000))
    assert judge_changes([change]) == (Verdict.DOWN,)


def test_needs_no_chance_when_everybody_answered_twice():
    change = compare_shares(share_interval(4, 10, 10), share_interval(5, 10, 10))
    assert (change.low, change.high) == (pytest.approx(0.1), pytest.approx(0.1))
    assert judge_changes([change]) == (Verdict.UP,)


def test_rarely_sees_a_change_among_twenty_that_never_happened():
    chance = np.random.default_rng(4)
    false = 0
    for _ in range(300):
        parts = chance.binomial(150, 0.5, (20, 2))
        found = [compare_shares(share_interval(a, 150), share_interval(b, 150)) for a, b in parts.tolist()]
        false += any(verdict in (Verdict.UP, Verdict.DOWN) for verdict in judge_changes(found))
    assert false / 300 <= 0.08


def test_finds_the_smallest_visible_difference_eight_times_in_ten():
    chance = np.random.default_rng(5)
    could_see = compare_shares(share_interval(150, 300), share_interval(150, 300)).could_see
    seen = 0
    for _ in range(1000):
        before, after = chance.binomial(300, [0.5 - could_see / 2, 0.5 + could_see / 2]).tolist()
        seen += compare_shares(share_interval(before, 300), share_interval(after, 300)).chance < 0.05
    assert seen / 1000 == pytest.approx(0.8, abs=0.05)


def test_names_who_was_not_heard_and_who_was_little_heard():
    found = response_rate({"A": 100, "B": 100, "C": 30, "D": 0}, {"A": 60, "B": 5})
    heard = {one.name: one.heard for one in found.strata}
    assert heard == {"A": Heard.WELL, "B": Heard.LITTLE, "C": Heard.NOT}
    assert [one.name for one in found.unheard] == ["C"]


@pytest.mark.parametrize(
    ("asked", "answers", "says"),
    [({"A": 2}, {"A": 3}, "3 answered, but only 2"), ({}, {"A": 1}, "only 0"), ({}, {}, "Nobody was asked")],
)
def test_refuses_more_answers_than_people(asked, answers, says):
    with pytest.raises(BadSample, match=says):
        response_rate(asked, answers)
