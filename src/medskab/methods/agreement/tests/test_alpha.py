"""It gives the published figures, and what a count of all pairs gives."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medskab.methods.agreement.alpha import from_names, krippendorff_alpha
from medskab.methods.agreement.level import Level

N = np.nan
# Krippendorff 2011, section C: four observers, twelve units, gaps.
PUBLISHED = np.array(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3],
        [N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N],
    ]
).T
# The example with three coders that many programs carry along.
THREE = [
    ["*", "*", "*", "*", "*", "3", "4", "1", "2", "1", "1", "3", "3", "*", "3"],
    ["1", "*", "2", "1", "3", "3", "4", "3", "*", "*", "*", "*", "*", "*", "*"],
    ["*", "*", "2", "1", "3", "4", "4", "*", "2", "1", "1", "3", "3", "*", "4"],
]
THREE_CODERS = np.array([[N if sign == "*" else float(sign) for sign in row] for row in THREE]).T


@pytest.mark.parametrize(
    ("level", "alpha"),
    [(Level.NOMINAL, 0.743), (Level.ORDINAL, 0.815), (Level.INTERVAL, 0.849), (Level.RATIO, 0.797)],
)
def test_gives_the_published_figures(level: Level, alpha: float) -> None:
    found = krippendorff_alpha(PUBLISHED, level)
    assert found.value == pytest.approx(alpha, abs=0.0005)
    assert (found.units, found.values) == (11, 40)


@pytest.mark.parametrize(
    ("level", "alpha"), [(Level.NOMINAL, 0.691), (Level.ORDINAL, 0.807), (Level.INTERVAL, 0.811)]
)
def test_gives_the_figures_of_the_example_with_three_coders(level: Level, alpha: float) -> None:
    assert krippendorff_alpha(THREE_CODERS, level).value == pytest.approx(alpha, abs=0.0005)


def by_all_pairs(ratings: np.ndarray, level: Level) -> float | None:
    """The definition, pair by pair."""
    units = [[v for v in row if not np.isnan(v)] for row in ratings.tolist()]
    units = [values for values in units if len(values) > 1]
    every = [value for values in units for value in values]

    def apart(one: float, other: float) -> float:
        if level is Level.NOMINAL:
            return float(one != other)
        if level is Level.INTERVAL:
            return (one - other) ** 2
        if level is Level.RATIO:
            return ((one - other) / (one + other)) ** 2 if one + other else 0.0
        low, high = sorted((one, other))
        between = sum(low <= value <= high for value in every)
        return (between - (every.count(one) + every.count(other)) / 2) ** 2 if one != other else 0.0

    seen = sum(apart(a, b) / (len(values) - 1) for values in units for a, b in permutations(values, 2))
    chance = sum(apart(a, b) for a, b in permutations(every, 2))
    return 1 - (len(every) - 1) * seen / chance if chance else None


TABLES = st.integers(2, 4).flatmap(
    lambda coders: st.lists(
        st.lists(st.sampled_from([N, 0.0, 1.0, 2.0, 5.0]), min_size=coders, max_size=coders),
        min_size=1,
        max_size=7,
    )
)


@given(TABLES, st.sampled_from(list(Level)))
@settings(max_examples=150, deadline=None)
def test_equals_the_count_of_all_pairs(rows: list[list[float]], level: Level) -> None:
    expected, found = by_all_pairs(np.array(rows), level), krippendorff_alpha(rows, level).value
    assert (found is None) == (expected is None)
    assert found is None or found == pytest.approx(expected, abs=1e-9)


@given(TABLES, st.sampled_from(list(Level)), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_does_not_care_about_the_order_of_units_or_coders(rows: list, level: Level, chance: object) -> None:
    table = np.array(rows)
    units, coders = list(range(table.shape[0])), list(range(table.shape[1]))
    chance.shuffle(units)  # type: ignore[attr-defined]
    chance.shuffle(coders)  # type: ignore[attr-defined]
    one, other = (
        krippendorff_alpha(table, level).value,
        krippendorff_alpha(table[units][:, coders], level).value,
    )
    assert one == other or one == pytest.approx(other, abs=1e-9)


@pytest.mark.parametrize("level", list(Level))
def test_is_one_where_all_agree_and_nothing_where_all_say_the_same(level: Level) -> None:
    assert krippendorff_alpha([[1, 1], [3, 3], [2, 2]], level).value == pytest.approx(1)
    assert krippendorff_alpha([[1, 1], [1, 1]], level).value is None
    assert krippendorff_alpha([[1, N], [N, 2]], level).value is None


def test_takes_codes_by_their_names() -> None:
    named = from_names([["a", "a"], ["b", "b"], ["a", "b"], [None, "b"]])
    assert krippendorff_alpha(named, Level.NOMINAL) == krippendorff_alpha(
        [[0, 0], [1, 1], [0, 1], [N, 1]], Level.NOMINAL
    )


@pytest.mark.parametrize(
    ("rows", "level"), [([1, 2], Level.NOMINAL), ([[1, np.inf]], Level.NOMINAL), ([[-1, 1]], Level.RATIO)]
)
def test_refuses_what_is_no_table_of_the_level(rows: list, level: Level) -> None:
    with pytest.raises(ValueError, match=r"level|units"):
        krippendorff_alpha(rows, level)


def test_equals_the_witness_on_a_made_up_crowd() -> None:
    witness = pytest.importorskip("krippendorff", reason="the peer is not installed")
    chance = np.random.default_rng(5)
    table = chance.integers(1, 6, (300, 4)).astype(float)
    table[chance.random(table.shape) < 0.2] = N
    for level in Level:
        expected = witness.alpha(reliability_data=table.T, level_of_measurement=level.value)
        assert krippendorff_alpha(table, level).value == pytest.approx(expected, abs=1e-12)
