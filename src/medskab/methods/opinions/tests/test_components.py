import sys
from dataclasses import replace

import numpy as np
import pytest

from medskab.methods.opinions import components as tested
from medskab.methods.opinions import moments as counting
from medskab.methods.opinions.compile_loops import compile_loops
from medskab.methods.opinions.components import components, places
from medskab.methods.opinions.moments import Moments, moments

from .crowds import cast, crowd, shuffled


def _by_definition(votes):
    """Columns centred, missing votes at the mean, singular vectors; and the projection in words."""
    people, size = votes.shape
    dense = np.full((people, size), np.nan)
    voter, statement, answer = cast(votes)
    dense[voter, statement] = answer
    dense[:, votes.is_out] = 0.0
    center = np.nanmean(dense, axis=0)
    filled = np.where(np.isnan(dense), 0.0, dense - center)
    axes = np.linalg.svd(filled)[2][:2]
    stretch = np.sqrt(size / (~np.isnan(dense)).sum(axis=1))
    return center, axes, filled @ axes.T * stretch[:, None]


def _out(votes, *names):
    statements = tuple(replace(one, is_out=one.id in names) for one in votes.statements)
    return replace(votes, statements=statements)


@pytest.mark.parametrize("votes", [crowd(), crowd(200, 90, camps=3), _out(crowd(), "3", "11")])
def test_agrees_with_the_definition(votes):
    plane, (center, axes, placed) = components(votes), _by_definition(votes)
    sign = np.sign((plane.axes * axes).sum(axis=1))
    assert np.abs(plane.center - center).max() < 1e-12
    assert np.abs(plane.axes - axes * sign[:, None]).max() < 1e-9
    assert np.abs(places(votes, plane) - placed * sign).max() < 1e-9


def test_counts_pairs_alike_in_all_ways():
    votes = crowd(300, 40)
    kernels = pytest.importorskip("medskab.methods.opinions._kernels")
    plain, counted = moments(votes), counting._counted(votes, kernels.count_pairs.py_func)
    for part in Moments.__slots__:
        assert np.array_equal(getattr(plain, part), getattr(counted, part))


def test_counts_pairs_alike_compiled_and_without_numba(monkeypatch):
    pytest.importorskip("numba")
    votes = crowd(300, 40)
    plain = counting._plain(votes)
    monkeypatch.setattr(counting, "_done", counting._WORTH)
    assert np.array_equal(moments(votes).sums, plain.sums)
    monkeypatch.setitem(sys.modules, "medskab.methods.opinions._kernels", None)
    monkeypatch.delattr("medskab.methods.opinions._kernels", raising=False)
    assert np.array_equal(moments(votes).sums, plain.sums)


def test_keeps_to_numpy_where_numba_is_switched_off(monkeypatch):
    monkeypatch.setenv("MEDSKAB_NO_NUMBA", "1")
    monkeypatch.setattr(counting, "_done", counting._WORTH)
    monkeypatch.setattr(counting, "_counted", None)
    assert moments(crowd(10, 5)).together.shape == (5, 5)


def test_compiles_ahead_what_a_large_map_asks_for():
    kernels = pytest.importorskip("medskab.methods.opinions._kernels")
    assert compile_loops()
    ready = len(kernels.count_pairs.signatures)
    counting._counted(crowd(30, 5), kernels.count_pairs)
    assert len(kernels.count_pairs.signatures) == ready > 0


def test_counts_pairs_alike_in_blocks(monkeypatch):
    votes = crowd(100, 10)
    whole = moments(votes)
    monkeypatch.setattr(counting, "_DENSE_CELLS", 70)
    assert np.array_equal(moments(votes).products, whole.products)
    monkeypatch.setattr(counting, "_CHUNK", 7)
    kernels = pytest.importorskip("medskab.methods.opinions._kernels")
    assert np.array_equal(counting._counted(votes, kernels.count_pairs.py_func).sums, whole.sums)


def test_finds_the_same_plane_without_a_matrix(monkeypatch):
    votes = _out(crowd(200, 90), "5")
    with_matrix = components(votes)
    monkeypatch.setattr(tested, "_MOST_WITH_MATRIX", 10)
    assert np.abs(components(votes).axes - with_matrix.axes).max() < 1e-9


def test_gives_the_same_bits_in_any_order():
    votes = crowd(200, 90, camps=3)
    one, other = components(votes), components(shuffled(votes))
    assert one.axes.tobytes() == other.axes.tobytes()


def test_does_not_care_which_answer_is_called_agree():
    votes = crowd(200, 30)
    flipped = replace(votes, values=-votes.values)
    one, other = components(votes), components(flipped)
    assert np.abs(one.axes - other.axes).max() < 1e-9
    assert np.abs(places(votes, one) + places(flipped, other)).max() < 1e-9


def test_does_not_turn_when_everybody_is_there_twice():
    votes = crowd()
    twice = votes.only(np.repeat(np.arange(60), 2))
    assert np.abs(components(votes).axes - components(twice).axes).max() < 1e-9


def test_starts_from_earlier_axes_to_the_same_end():
    votes = crowd(200, 90)
    counted = moments(votes)
    cold = tested.from_moments(counted, votes.is_out)
    warm = tested.from_moments(counted, votes.is_out, cold.axes)
    assert np.abs(cold.axes - warm.axes).max() < 1e-9


def test_leaves_directions_out_in_which_nothing_differs():
    votes = crowd(20, 5)
    same = replace(votes, values=np.ones_like(votes.values))
    plane = components(same)
    assert not plane.axes.any()
    assert not places(same, plane).any()
    many = crowd(20, 70)
    assert not components(replace(many, values=np.zeros_like(many.values))).axes.any()


def test_takes_a_crowd_of_nobody_and_of_one_statement():
    nobody = crowd().only(np.array([], dtype=int))
    assert places(nobody, components(nobody)).shape == (0, 2)
    single = crowd(30, 1)
    assert components(single).axes[1].tolist() == [0.0]


def test_refuses_a_plane_of_other_statements():
    with pytest.raises(ValueError, match="other statements"):
        places(crowd(10, 5), components(crowd(10, 6)))
