"""Tables for these tests, and an onlooker who tries every table that could be the true one."""

from itertools import product
from math import prod

import numpy as np
from hypothesis import strategies as st

from medskab.methods.disclosure.tables import CountTable


def table_of(counts):
    """A table with numbered labels."""
    rows = tuple(f"r{number}" for number in range(len(counts)))
    columns = tuple(f"c{number}" for number in range(len(counts[0])))
    return CountTable(rows, columns, tuple(tuple(int(count) for count in row) for row in counts))


@st.composite
def tables(draw, most_rows=5, most_columns=4, most=30):
    """Any small table of people, with many small numbers and zeros."""
    rows, columns = draw(st.integers(1, most_rows)), draw(st.integers(1, most_columns))
    counts = st.one_of(st.integers(0, 6), st.integers(0, most))
    return table_of(
        draw(st.lists(st.lists(counts, min_size=columns, max_size=columns), min_size=rows, max_size=rows))
    )


def like_an_area(rows, columns, mean, seed):
    """Counts as in a table of blocks by something: skewed, many of them small."""
    counts = np.random.default_rng(seed).negative_binomial(1.2, 1.2 / (1.2 + mean), (rows, columns))
    return table_of(counts.tolist())


def guesses(protected):
    """How many tables an onlooker would have to try."""
    return prod(_most(protected, cell.row, cell.column) for cell in protected.hidden)


def values_by_trying(protected):
    """Each hidden cell of a table with all its totals, with every value it takes in any table that fits.

    The onlooker knows that a hidden cell is not zero.
    """
    hidden = [(cell.row, cell.column) for cell in protected.hidden]
    sizes = [_most(protected, row, column) for row, column in hidden]
    found = {cell: set() for cell in protected.hidden}
    for guess in product(*(range(1, most + 1) for most in sizes)):
        if _fits(protected, dict(zip(hidden, guess, strict=True))):
            for cell, value in zip(protected.hidden, guess, strict=True):
                found[cell].add(value)
    return found


def _most(protected, row, column):
    """What the row and the column leave for a hidden cell, beside at least 1 for each other hidden one."""
    lines = protected.shown[row], [numbers[column] for numbers in protected.shown]
    return min(line[-1] - sum(1 if number is None else number for number in line[:-1]) + 1 for line in lines)


def _fits(protected, guess):
    grid = [
        [guess.get((r, c), number) for c, number in enumerate(row)] for r, row in enumerate(protected.shown)
    ]
    return all(sum(row[:-1]) == row[-1] for row in grid) and all(
        sum(column[:-1]) == column[-1] for column in zip(*grid, strict=True)
    )
