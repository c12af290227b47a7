"""Hiding small counts so that nobody can work them out."""

import numpy as np
import pytest
from hypothesis import given, settings

from medskab.methods.disclosure._cells import cells_of
from medskab.methods.disclosure.feasible_intervals import feasible_intervals
from medskab.methods.disclosure.protect_counts import protect_counts
from medskab.methods.disclosure.tables import BadTable, Because, CountTable
from medskab.methods.disclosure.threshold import BadThreshold

from .tables import guesses, like_an_area, table_of, tables, values_by_trying

SURVEY = table_of([[3, 21, 40], [18, 2, 33], [27, 36, 50], [12, 44, 1]])


def flags_of(protected):
    return np.array([[number is None for number in row] for row in protected.shown]).ravel()


def small_first(table):
    values = cells_of(table.counts).values
    return (values > 0) & (values < 5)


@given(tables())
@settings(max_examples=25, deadline=None)
def test_leaves_no_hidden_cell_to_be_worked_out(table):
    protected = protect_counts(table)
    intervals = feasible_intervals(cells_of(table.counts), flags_of(protected))
    assert all(high is None or high - low >= 5 for low, high in intervals.values())


@given(tables())
@settings(max_examples=25, deadline=None)
def test_shows_no_small_count_and_hides_no_zero(table):
    shown = [number for row in protect_counts(table).shown for number in row]
    values = cells_of(table.counts).values
    assert all(number is None or number == 0 or number >= 5 for number in shown)
    assert all(number == value for number, value in zip(shown, values, strict=True) if number is not None)
    assert all(number is not None for number, value in zip(shown, values, strict=True) if value == 0)


@pytest.mark.parametrize(
    "counts",
    [
        [[3, 8, 7], [9, 6, 8], [5, 9, 6]],
        [[1, 8, 9], [7, 2, 8], [9, 6, 11]],
        [[4, 7, 0], [8, 6, 9], [0, 12, 5]],
        [[2, 6, 8], [6, 0, 7], [8, 9, 1]],
        [[2, 9, 30], [12, 8, 7]],
        [[3, 10], [7, 12], [16, 1]],
    ],
)
def test_withstands_an_onlooker_who_tries_every_table(counts):
    protected = protect_counts(table_of(counts))
    assert protected.hidden
    assert guesses(protected) < 100_000
    for cell, values in values_by_trying(protected).items():
        assert (min(values), max(values)) == (cell.low, cell.high)
        assert max(values) - min(values) >= 5


def test_does_not_leave_what_hiding_small_cells_alone_leaves():
    cells = cells_of(SURVEY.counts)
    naive = feasible_intervals(cells, small_first(SURVEY))
    assert all(low == high for low, high in naive.values())
    assert all(cell.high - cell.low >= 5 for cell in protect_counts(SURVEY).hidden)


def test_hides_as_little_as_any_choice_of_cells_would():
    table = table_of([[3, 21, 40], [18, 9, 33], [27, 36, 50]])
    protected = protect_counts(table)
    assert [cell.because for cell in protected.hidden].count(Because.COMPLEMENT) == 3


def test_hides_a_small_total_with_its_cells():
    protected = protect_counts(table_of([[1, 2], [30, 40], [20, 25]]))
    assert protected.shown[0] == (None, None, None)


def test_shows_everything_where_nothing_is_small():
    assert protect_counts(table_of([[0, 12], [7, 30]])).shown == ((0, 12, 12), (7, 30, 37), (7, 42, 49))


def test_protects_a_list():
    assert protect_counts(table_of([[3, 8, 30]])).shown == ((None, None, 30, 41),)


def test_asks_for_more_room_with_a_higher_threshold():
    hidden = protect_counts(SURVEY, threshold=10).hidden
    assert all(cell.high is None or cell.high - cell.low >= 10 for cell in hidden)


def test_gives_the_same_answer_again():
    table = like_an_area(20, 6, 12, seed=3)
    assert protect_counts(table) == protect_counts(table)


def test_protects_a_table_of_forty_by_twelve():
    protected = protect_counts(like_an_area(40, 12, 14, seed=1))
    assert [cell.because for cell in protected.hidden].count(Because.SMALL) > 90
    assert all(cell.high is None or cell.high - cell.low >= 5 for cell in protected.hidden)


@pytest.mark.parametrize("threshold", [4, 3, 1, 0, -5])
def test_refuses_a_lower_threshold(threshold):
    with pytest.raises(BadThreshold, match="5 or more"):
        protect_counts(SURVEY, threshold=threshold)


@pytest.mark.parametrize(
    ("rows", "columns", "counts", "sentence"),
    [
        ((), ("x",), (), "empty"),
        (("a", "a"), ("x",), ((1,), (2,)), "same name: a"),
        (("a",), ("x", "y"), ((1,),), "1 rows with 2"),
        (("a",), ("x",), ((-1,),), "no count"),
        (("a",), ("x",), ((10**10,),), "no count"),
    ],
)
def test_refuses_what_is_no_table(rows, columns, counts, sentence):
    with pytest.raises(BadTable, match=sentence):
        CountTable(rows, columns, counts)
