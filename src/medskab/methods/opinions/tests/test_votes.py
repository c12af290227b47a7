import numpy as np
import pytest

from medskab.methods.opinions.votes import BadVotes, Statement, gather

from .crowds import crowd, shuffled


def _gather(voter, statement, vote, voters=("a", "b"), statements=("1", "2")):
    columns = (np.array(part, dtype=int) for part in (voter, statement, vote))
    return gather(voters, [Statement(name) for name in statements], *columns)


def test_counts_the_last_vote_of_a_voter_on_a_statement():
    votes = _gather([0, 1, 0, 0], [0, 0, 0, 1], [1, 1, -1, 0])
    assert votes.offsets.tolist() == [0, 2, 3]
    assert votes.values.tolist() == [-1, 0, 1]


def test_makes_the_same_of_votes_in_any_order():
    votes = crowd()
    assert shuffled(votes) == votes


def test_sorts_ids_as_numbers_where_they_are_numbers():
    votes = _gather([], [], [], statements=("10", "9", "x", "1"))
    assert [statement.id for statement in votes.statements] == ["1", "9", "10", "x"]


def test_takes_no_votes_at_all():
    assert _gather([], [], [], voters=(), statements=()).shape == (0, 0)


def test_picks_voters_also_twice():
    votes = _gather([0, 0, 1], [0, 1, 1], [1, -1, 0])
    picked = votes.only(np.array([1, 0, 1]))
    assert picked.voters == ["b", "a", "b"]
    assert (picked.columns.tolist(), picked.values.tolist()) == ([1, 0, 1, 1], [0, 1, -1, 0])


@pytest.mark.parametrize(
    ("voter", "statement", "vote", "names", "sentence"),
    [
        ([0], [0], [2], ("a", "b"), "must be 1"),
        ([0], [2], [1], ("a", "b"), "a statement that is not"),
        ([-1], [0], [1], ("a", "b"), "a voter that is not"),
        ([0], [0], [1], ("a", "a"), "Two voters"),
        ([0, 1], [0], [1], ("a", "b"), "needs a voter"),
    ],
)
def test_refuses_votes_that_mean_nothing(voter, statement, vote, names, sentence):
    with pytest.raises(BadVotes, match=sentence):
        _gather(voter, statement, vote, voters=names)


def test_refuses_two_statements_with_one_id():
    with pytest.raises(BadVotes, match="Two statements"):
        _gather([], [], [], statements=("1", "1"))
