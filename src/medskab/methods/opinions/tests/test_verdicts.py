import numpy as np
import pytest

from medskab.methods.opinions.representative import representative
from medskab.methods.opinions.routing import next_statement, priorities
from medskab.methods.opinions.slate import slate
from medskab.methods.opinions.tallies import Tallies, tallies
from medskab.methods.opinions.verdicts import may_show_groups, share_interval, verdicts

from .crowds import crowd


def _tallies(*groups):
    """One tuple of (agreed, disagreed, answered) per group, on one statement."""
    agreed, disagreed, answered = (np.array([[group[at]] for group in groups]) for at in range(3))
    return Tallies(answered[:, 0], agreed, disagreed, answered)


@pytest.mark.parametrize(
    ("groups", "verdict"),
    [
        ([(30, 5, 40)], "most-agree"),
        ([(5, 30, 40)], "most-disagree"),
        ([(20, 18, 40)], "undecided"),
        ([(0, 0, 40)], "undecided"),
        ([(4, 0, 4)], "too-few"),
        ([(0, 0, 0)], "too-few"),
        ([(90, 2, 100), (1, 14, 16)], "two-ways"),
        ([(90, 2, 100), (0, 4, 4)], "most-agree"),
    ],
)
def test_says_how_the_crowd_stands_to_a_statement(groups, verdict):
    found = _tallies(*groups)
    assert [str(one) for one in verdicts(found.whole, found)] == [verdict]


def test_is_surer_the_more_of_all_residents_have_answered():
    count, answered = np.array([30]), np.array([50])
    lows = [share_interval(count, answered, people)[0][0] for people in (None, 500, 60, 50)]
    assert lows == sorted(lows)
    assert lows[-1] == 0.6


def test_knows_nothing_of_a_share_that_nobody_answered():
    low, high = share_interval(np.array([0]), np.array([0]))
    assert (low[0], high[0]) == (0.0, 1.0)


def test_hides_groups_that_could_be_had_by_subtraction():
    whole = _tallies((20, 5, 30)).whole
    assert may_show_groups(whole, _tallies((10, 5, 20), (10, 0, 10))).tolist() == [True]
    assert may_show_groups(whole, _tallies((10, 5, 20), (8, 0, 8))).tolist() == [False]
    assert may_show_groups(whole, _tallies((18, 5, 27), (3, 0, 3))).tolist() == [False]


def test_names_one_statement_also_of_a_group_like_all_others():
    found = representative(_tallies((5, 5, 10), (5, 5, 10)), np.array([False]))
    assert [len(group) for group in found] == [1, 1]
    assert representative(_tallies((5, 5, 10)), np.array([True])) == ((),)


def test_asks_sooner_what_divides_and_what_is_new():
    found = Tallies(np.array([40]), np.array([[20, 20, 0]]), np.array([[15, 15, 0]]), np.array([[40, 40, 0]]))
    weight = priorities(found, np.array([0.2, 3.0, 0.0]), np.zeros(3, dtype=bool))
    assert weight[0] < weight[1] < weight[2]


def test_draws_statements_by_their_weight_and_stops_when_none_is_left():
    weights, every = np.array([1.0, 2.0, 1.0]), np.ones(3, dtype=bool)
    drawn = [next_statement(weights, every, at / 100) for at in range(100)]
    assert [drawn.count(at) for at in range(3)] == [25, 50, 25]
    assert next_statement(weights, np.array([True, False, True]), 0.5) == 2
    assert next_statement(weights, ~every, 0.5) is None
    with pytest.raises(ValueError, match="draw"):
        next_statement(weights, every, 1.0)


def test_gives_each_camp_its_share_of_a_slate():
    votes = crowd(90, 40, camps=3, seen=1.0)
    chosen = slate(votes, 6)
    assert len(chosen.statements) == 6
    assert chosen.spoken_for > 80
    camp = np.array([int(name[1:]) % 3 for name in votes.voters])
    by_camp = tallies(votes, camp, 3).agree_share[:, list(chosen.statements)]
    assert ((by_camp > 0.5).sum(axis=1) >= 2).all()


def test_gives_a_slate_of_what_there_is():
    votes = crowd(20, 3)
    assert len(slate(votes, 10).statements) == 3
    assert slate(votes.only(np.array([], dtype=int)), 3).statements == ()
    with pytest.raises(ValueError, match="at least one"):
        slate(votes, 0)
