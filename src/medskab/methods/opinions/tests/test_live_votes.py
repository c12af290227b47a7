import numpy as np
import pytest

from medskab.methods.opinions.components import components
from medskab.methods.opinions.live_votes import LiveVotes
from medskab.methods.opinions.moments import moments
from medskab.methods.opinions.votes import BadVotes, Statement

from .crowds import cast, crowd


def _replay(votes, live, seed=5):
    """All votes one by one in a drawn order, a third of them first with another answer."""
    chance = np.random.default_rng(seed)
    voter, statement, answer = cast(votes)
    for at in chance.permutation(len(voter)):
        names = votes.voters[voter[at]], votes.statements[statement[at]].id
        if chance.random() < 0.3:
            live.cast(*names, int(chance.integers(-1, 2)))
        live.cast(*names, int(answer[at]))
    return live


def test_comes_to_the_same_as_all_votes_at_once():
    votes = crowd(50, 70)
    live = _replay(votes, LiveVotes(list(votes.statements)))
    assert live.votes() == votes
    counted = moments(votes)
    assert np.array_equal(live._counted.products, counted.products)
    assert np.array_equal(live._counted.sums, counted.sums)
    assert np.abs(live.components().axes - components(votes).axes).max() < 1e-9


def test_goes_on_from_where_votes_stand():
    votes = crowd(50, 70)
    half = votes.only(np.arange(25))
    live = LiveVotes(half)
    live.components()
    _replay(votes, live)
    assert live.votes() == votes
    assert np.abs(live.components().axes - components(votes).axes).max() < 1e-9


def test_follows_each_vote_as_if_all_were_counted_again():
    live = LiveVotes(crowd(50, 70))
    live.components()
    for at in range(20):
        live.cast(f"p{at}", str(3 * at), 1 - at % 3)
        again = components(live.votes())
        assert np.abs(live.components().axes - again.axes).max() < 1e-9
    live.add(Statement("9", is_out=True))
    assert np.abs(live.components().axes - components(live.votes()).axes).max() < 1e-9


def test_takes_a_vote_back():
    votes = crowd(20, 10)
    live = LiveVotes(votes)
    live.cast("new", "3", 1)
    live.cast("new", "3", None)
    live.cast("new", "4", None)
    assert live.votes() == votes
    assert np.array_equal(live._counted.sums, moments(votes).sums)


def test_takes_in_new_statements_and_moderation():
    live = LiveVotes([Statement("0"), Statement("1")])
    live.add(Statement("2"))
    for name in "abc":
        live.cast(name, "2", 1)
        live.cast(name, "0", -1 if name == "a" else 1)
    assert live.components().answered.tolist() == [True, False, True]
    live.add(Statement("0", is_out=True))
    assert not live.components().axes.any()
    assert [one.is_out for one in live.votes().statements] == [True, False, False]


@pytest.mark.parametrize(("statement", "vote"), [("9", 1), ("0", 2)])
def test_refuses_what_is_no_vote(statement, vote):
    with pytest.raises(BadVotes):
        LiveVotes([Statement("0")]).cast("a", statement, vote)
