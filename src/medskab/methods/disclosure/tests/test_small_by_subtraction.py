"""Tables that give a small group away only together."""

import pytest
from hypothesis import given, settings

from medskab.methods.disclosure.protect_counts import protect_counts
from medskab.methods.disclosure.released import ReleasedCell
from medskab.methods.disclosure.small_by_subtraction import (
    Contradiction,
    TooManyGroups,
    small_by_subtraction,
)
from medskab.methods.disclosure.threshold import BadThreshold

from .tables import tables


def cell(count, table="t", **counted):
    return ReleasedCell(table, "c", {name: frozenset(codes) for name, codes in counted.items()}, count)


def test_notices_a_department_without_its_other_blocks():
    earlier = [cell(120, place="abc")]
    new = [cell(60, place="a"), cell(57, place="b")]
    assert [(one.group, one.low) for one in small_by_subtraction(earlier, new)] == [("place c", 3)]


def test_notices_two_areas_that_overlap():
    new = [cell(40, place="ab"), cell(50, place="bc"), cell(87, place="abc"), cell(37, place="a")]
    assert small_by_subtraction([], new)[0].low == 3


def test_notices_a_cumulative_table_that_grew_by_few():
    earlier = [cell(31, period=["q1"])]
    assert small_by_subtraction(earlier, [cell(33, period=["q1", "q2"])])[0].high == 2


def test_notices_a_smaller_group_named_by_one_table_only():
    exposed = small_by_subtraction([cell(200)], [cell(196, age=["0-17", "18+"])])
    assert (exposed[0].group, exposed[0].low, exposed[0].high) == ("other age", 4, 4)


def test_notices_that_a_hidden_cell_is_given_away_later():
    earlier = [cell(None, place="a"), cell(None, place="b"), cell(43, place="ab")]
    assert small_by_subtraction(earlier, []) == ()
    assert {one.low for one in small_by_subtraction(earlier, [cell(40, place="b", table="other")])} == {3}


def test_lets_two_dates_stand_beside_each_other():
    assert small_by_subtraction([cell(31, period=["2025"])], [cell(33, period=["2026"])]) == ()


def test_lets_a_wide_difference_pass():
    assert small_by_subtraction([cell(120, place="abc")], [cell(60, place="a")]) == ()


def test_does_not_mind_nobody():
    assert small_by_subtraction([cell(120, place="ab")], [cell(120, place="a")]) == ()


def test_does_not_mind_a_group_that_may_be_empty():
    assert small_by_subtraction([], [cell(None, place="ab"), cell(60, place="abc")]) == ()


def test_notices_a_count_that_was_changed_after_it_was_published():
    with pytest.raises(Contradiction):
        small_by_subtraction([cell(31, place="a")], [cell(32, place="a")])


def test_says_when_there_is_too_much_to_check():
    fine = [
        cell(50, **{f"dimension {axis}": [f"code {number}"]}) for axis in range(4) for number in range(15)
    ]
    with pytest.raises(TooManyGroups):
        small_by_subtraction([], fine)


def test_has_nothing_to_say_about_nothing():
    assert small_by_subtraction([], []) == ()


def test_refuses_a_lower_threshold():
    with pytest.raises(BadThreshold):
        small_by_subtraction([], [], threshold=4)


@pytest.mark.parametrize(("count", "codes"), [(-1, "a"), (5, "")])
def test_refuses_a_cell_that_cannot_be(count, codes):
    with pytest.raises(ValueError, match="t, c:"):
        cell(count, place=codes)


def as_released(protected):
    """The cells of a protected table; a total counts what it adds up."""
    rows = [label for label in protected.rows if label]
    columns = [label for label in protected.columns if label]
    return [
        cell(number, place=[row] if row else rows, age=[column] if column else columns)
        for row, numbers in zip(protected.rows, protected.shown, strict=True)
        for column, number in zip(protected.columns, numbers, strict=True)
    ]


@given(tables(most_rows=4, most_columns=4))
@settings(max_examples=25, deadline=None)
def test_finds_nothing_in_a_protected_table_by_itself(table):
    assert small_by_subtraction([], as_released(protect_counts(table))) == ()
