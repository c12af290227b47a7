"""The small rules: rounding, size of an area, single ballots, reading a table."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medskab.methods.disclosure.area_size import may_publish_area
from medskab.methods.disclosure.ballot_patterns import may_publish_single_ballots
from medskab.methods.disclosure.read_counts import read_counts
from medskab.methods.disclosure.round_counts import round_counts
from medskab.methods.disclosure.tables import BadTable


@given(st.dictionaries(st.text(max_size=5), st.integers(0, 10_000)), st.binary(max_size=80))
def test_rounds_to_a_neighbouring_multiple_of_five(counts, secret):
    rounded = round_counts(counts, secret)
    assert all(value % 5 == 0 and abs(value - counts[name]) <= 4 for name, value in rounded.items())
    assert all(rounded[name] == 0 for name, count in counts.items() if count == 0)


def test_is_right_on_average():
    rounded = round_counts({str(number): 13 for number in range(4000)}, b"s")
    assert abs(Fraction(sum(rounded.values()), 4000) - 13) < Fraction(15, 100)


def test_gives_nothing_to_whoever_asks_again():
    assert round_counts({"a": 13}, b"s")["a"] == round_counts({"a": 13, "b": 2}, b"s")["a"]


def test_hangs_on_the_secret():
    counts = {str(number): 13 for number in range(40)}
    assert round_counts(counts, b"s") != round_counts(counts, b"t")


def test_refuses_a_finer_base():
    with pytest.raises(ValueError, match="5 or more"):
        round_counts({"a": 3}, b"s", base=3)


@pytest.mark.parametrize(
    ("residents", "households", "expected"),
    [(100, 50, True), (99, 50, False), (100, 49, False), (5317, 2000, True), (0, 0, False)],
)
def test_wants_residents_and_households(residents, households, expected):
    assert may_publish_area(residents, households) is expected


@pytest.mark.parametrize(
    ("counts", "possible", "voters", "expected"),
    [
        ([3, 3], 100, 6, True),
        ([2, 3], 100, 5, False),
        ([2, 3, 0], 100, 5, False),
        ([1], 10, 100, True),
        ([1], 10, 99, False),
        ([], 10, 0, True),
    ],
)
def test_shows_single_ballots_only_where_none_stands_out(counts, possible, voters, expected):
    assert may_publish_single_ballots(counts, possible, voters) is expected


@pytest.mark.parametrize(("counts", "possible", "voters"), [([-1], 3, 5), ([1], 0, 5), ([1], 3, -5)])
def test_refuses_impossible_numbers_of_ballots(counts, possible, voters):
    with pytest.raises(ValueError, match="ballot"):
        may_publish_single_ballots(counts, possible, voters)


@pytest.mark.parametrize(
    "content",
    [
        b"x,A,B\nr,12,3\ns,7,9\n",
        b"x;A;B;I alt\r\nr;12;3;15\r\ns;7;9;16\r\nI alt;19;12;31\r\n",
        "\ufeffx\tA\tB\n\nr\t12\t3\ns\t7\t9\n".encode(),
    ],
)
def test_reads_tables_as_people_save_them(content):
    table = read_counts(content)
    assert (table.rows, table.columns, table.counts) == (("r", "s"), ("A", "B"), ((12, 3), (7, 9)))


def test_reads_danish_letters_of_an_old_spreadsheet():
    assert read_counts("x;Mænd\nKarréen;12\n".encode("cp1252")).columns == ("Mænd",)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "at least one number"),
        (b"x,A\nr,3.5\n", "Line 2: .3.5. is no whole"),
        (b"x,A\nr,-3\n", "Line 2"),
        (b"x,A\nr,3,4\n", "Line 2: 2 numbers"),
        (b"x,A,Total\nr,3,4\n", "r: the numbers add up to 3, but the total says 4"),
        (b"x,A\nr,3\ns,4\nTotal,8\n", "A: the numbers add up to 7"),
        (b"PK\x03\x04\0\0", "no text"),
        (b"x" * 5_000_001, "5 MB"),
    ],
)
def test_says_what_is_wrong_with_a_table(content, sentence):
    with pytest.raises(BadTable, match=sentence):
        read_counts(content)
