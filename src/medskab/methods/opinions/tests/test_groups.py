from dataclasses import replace

import numpy as np
import pytest

from medskab.methods.opinions import _cells
from medskab.methods.opinions.components import components, places
from medskab.methods.opinions.given_groups import given_groups, kept_labels, own_group, steady_count
from medskab.methods.opinions.groups import Clarity, find_groups, is_clustered, rand_index
from medskab.methods.opinions.votes import BadVotes, Statement

from .crowds import crowd, noise, shuffled
from .references import NAMES, reference


def _groups(votes, count=None, resamples=0):
    return find_groups(votes, components(votes), count, resamples=resamples)


def test_finds_the_camps_of_a_crowd_and_calls_them_clear():
    votes = crowd(90, 30, camps=3)
    groups = _groups(votes, resamples=10)
    camps = np.array([int(name[1:]) % 3 for name in votes.voters])
    assert (groups.count, groups.clarity) == (3, Clarity.CLEAR)
    assert rand_index(groups.of, camps) > 0.9
    assert groups.sizes == sorted(groups.sizes, reverse=True)


@pytest.mark.parametrize("seed", [1, 2])
def test_says_that_there_are_no_clear_groups_in_noise(seed):
    groups = _groups(noise(seed=seed), resamples=10)
    assert groups.clarity is Clarity.UNSTABLE
    assert not groups.are_clear


@pytest.mark.parametrize("name", NAMES)
def test_finds_the_same_groups_of_a_real_crowd_in_any_order(name):
    votes = reference(name).votes
    first, again = _groups(votes), _groups(shuffled(votes))
    assert first.of.tolist() == again.of.tolist()
    assert first.count >= 2


def test_finds_the_same_groups_whatever_statements_and_people_are_called():
    votes = crowd(80, 25, camps=3)
    order = np.random.default_rng(3).permutation(25)
    renamed = shuffled(
        replace(votes, statements=tuple(Statement(f"s{at}") for at in order), voters=votes.voters[::-1])
    )
    assert sorted(_groups(votes).sizes) == sorted(_groups(renamed).sizes)


def test_finds_the_same_groups_when_everybody_is_there_twice():
    votes = crowd(60, 25, camps=2)
    twice = votes.only(np.repeat(np.arange(60), 2))
    assert rand_index(_groups(votes).of, _groups(twice).of[::2]) == 1.0


def test_finds_the_same_groups_when_agree_and_disagree_change_places():
    votes = crowd(80, 25, camps=3)
    flipped = replace(votes, values=-votes.values)
    assert rand_index(_groups(votes).of, _groups(flipped).of) > 0.95


def test_brings_a_large_crowd_into_a_hundred_cells_that_hold_everybody():
    votes = crowd(6_000, 30, camps=3, seen=0.5)
    cells = _cells.cells_of(places(votes, components(votes)), 1)
    assert len(cells.points) <= 100
    assert np.array_equal(np.bincount(cells.of, minlength=len(cells.points)), cells.weights)


def test_groups_nobody_where_fewer_than_seven_answered_enough():
    assert _groups(crowd(6, 20)).clarity is Clarity.TOO_FEW
    assert _groups(crowd(40, 30, seen=0.05)).clarity is Clarity.TOO_FEW


def test_asks_for_all_statements_where_there_are_fewer_than_seven():
    votes = crowd(30, 3, seen=0.8)
    assert is_clustered(votes).tolist() == (votes.per_voter == 3).tolist()


def test_finds_no_groups_where_all_say_the_same_or_pass():
    votes = crowd(30, 20)
    for same in (np.ones_like(votes.values), np.zeros_like(votes.values)):
        groups = _groups(replace(votes, values=same))
        assert (groups.clarity, groups.count) == (Clarity.ALIKE, 0)


def test_never_makes_a_group_of_fewer_than_five():
    for seed in range(4):
        assert min(_groups(noise(24, 12, seed=seed), count=3).sizes or [5]) >= 5


def test_makes_as_many_groups_as_asked():
    assert _groups(crowd(90, 30, camps=2), count=4).count == 4
    with pytest.raises(ValueError, match="2 to 5"):
        _groups(crowd(), count=6)


def test_compares_groupings_as_defined():
    one, other = np.array([0, 0, 0, 1, 1, 1]), np.array([0, 0, 1, 1, 2, 2])
    assert rand_index(one, other) == pytest.approx(0.24242424)
    assert rand_index(one, one) == 1.0


@pytest.mark.parametrize("name", ["biodiversity", "below-100-ptpts"])
def test_cuts_a_real_crowd_at_least_as_well_as_the_reference(name):
    case = reference(name)
    plane = components(case.votes)
    inside = np.flatnonzero(case.group >= 0)
    points = places(case.votes, plane)[inside]
    count = int(case.group.max()) + 1
    cells = _cells.cells_of(points, 1)
    ours = _cells.grouped(cells, count, 1)[cells.of]
    assert _inertia(points, ours) <= _inertia(points, case.group[inside]) * 1.01


def _inertia(points, label):
    return sum(((points[label == at] - points[label == at].mean(axis=0)) ** 2).sum() for at in set(label))


def test_takes_groups_from_outside():
    votes = crowd(4, 3)
    groups, names = given_groups(votes, {"p0": "10", "p1": "9", "p3": "9"})
    assert (names, groups.clarity) == (("9", "10"), Clarity.GIVEN)
    assert own_group(groups, votes) == {"p0": 1, "p1": 0, "p3": 0}


@pytest.mark.parametrize("brought", [{"nobody": "a"}, {}])
def test_refuses_groups_of_nobody(brought):
    with pytest.raises(BadVotes, match="name"):
        given_groups(crowd(4, 3), brought)


def test_keeps_the_label_of_a_group_and_gives_new_ones_what_is_free():
    assert kept_labels({"a": 3, "b": 3}, {"a": 1, "b": 1, "c": 0}) == {0: 0, 1: 3}
    assert kept_labels({}, {"a": 0, "b": 1}) == {0: 0, 1: 1}


def test_changes_the_number_of_groups_only_after_some_counts_in_a_row():
    assert steady_count([]) is None
    assert steady_count([3, 2, 2, 4, 2, 2]) == 3
    assert steady_count([3, 2, 2, 2, 2, 3]) == 2
