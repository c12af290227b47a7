"""Hiding sums of money in which one stands out."""

import pytest

from medskab.methods.disclosure.dominance import is_dominated
from medskab.methods.disclosure.protect_amounts import protect_amounts
from medskab.methods.disclosure.tables import AmountTable, BadTable, Because

GRANTS = AmountTable(
    rows=("Sport", "Music", "Gardens"),
    columns=("2024", "2025"),
    amounts=((9_000_000, 12_000_000), (6_000_000, 8_000_000), (5_000_000, 7_000_000)),
    contributors=((9, 8), (12, 9), (7, 3)),
    largest=((8_700_000, 2_000_000), (900_000, 1_200_000), (1_000_000, 3_000_000)),
    second=((100_000, 1_900_000), (800_000, 1_100_000), (900_000, 2_500_000)),
)


def test_hides_what_one_amount_dominates_and_what_comes_from_few():
    first = {
        (cell.row, cell.column)
        for cell in protect_amounts(GRANTS).hidden
        if cell.because is Because.DOMINATED
    }
    assert first == {(0, 0), (2, 1)}


def test_gives_each_hidden_sum_a_fifth_of_itself_as_room():
    for cell in protect_amounts(GRANTS).hidden:
        amount = GRANTS.amounts[cell.row][cell.column]
        assert cell.high - cell.low >= amount / 5


def test_lets_an_even_sum_be_shown():
    assert protect_amounts(GRANTS).shown[1][2] == 14_000_000


@pytest.mark.parametrize(
    ("total", "largest", "second", "expected"),
    [
        (100, 100, 0, True),
        (110, 100, 0, False),
        (109, 100, 0, True),
        (100, 50, 45, False),
        (100, 52, 46, True),
    ],
)
def test_draws_the_line_at_ten_per_cent_of_the_largest(total, largest, second, expected):
    assert is_dominated(total, largest, second) is expected


@pytest.mark.parametrize(
    ("amount", "number", "largest", "second"),
    [(10, 0, 0, 0), (10, 1, 8, 0), (10, 2, 9, 2), (10, 3, 2, 3), (100, 2, 40, 30)],
)
def test_refuses_single_amounts_that_do_not_fit(amount, number, largest, second):
    with pytest.raises(BadTable, match="do not fit"):
        AmountTable(("a",), ("x",), ((amount,),), ((number,),), ((largest,),), ((second,),))
