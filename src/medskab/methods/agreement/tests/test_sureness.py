"""It says how sure alpha is, in figures and in words, and cuts texts the same for all."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from medskab.methods.agreement.alpha import krippendorff_alpha
from medskab.methods.agreement.interval import Interval, alpha_interval
from medskab.methods.agreement.level import Level
from medskab.methods.agreement.segments import code_table, marked, segments
from medskab.methods.agreement.verdict import Verdict, verdict


def crowd(units: int, seed: int = 1) -> np.ndarray:
    chance = np.random.default_rng(seed)
    truth = chance.integers(0, 2, units)
    wrong = chance.random((units, 3)) < 0.1
    return np.where(wrong, 1 - truth[:, None], truth[:, None]).astype(float)


def test_holds_alpha_between_its_ends_and_narrows_with_more_units() -> None:
    few, many = (
        alpha_interval(crowd(60), Level.NOMINAL, seed=3),
        alpha_interval(crowd(2000), Level.NOMINAL, seed=3),
    )
    alpha = krippendorff_alpha(crowd(2000), Level.NOMINAL).value
    assert few is not None
    assert many is not None
    assert alpha is not None
    assert many.low < alpha < many.high
    assert many.high - many.low < (few.high - few.low) / 3


def test_draws_alike_as_units_drawn_one_by_one() -> None:
    table, chance = crowd(80), np.random.default_rng(9)
    drawn = [krippendorff_alpha(table[chance.integers(0, 80, 80)], Level.NOMINAL).value for _ in range(1500)]
    low, high = np.quantile([value for value in drawn if value is not None], [0.025, 0.975])
    found = alpha_interval(table, Level.NOMINAL, seed=2, draws=1500)
    assert found is not None
    assert abs(found.low - low) < 0.03
    assert abs(found.high - high) < 0.03


def test_covers_the_truth_nineteen_times_of_twenty_or_nearly() -> None:
    truth = krippendorff_alpha(crowd(200_000, seed=77), Level.NOMINAL).value
    found = [alpha_interval(crowd(150, seed=s), Level.NOMINAL, seed=s, draws=300) for s in range(200)]
    hit = sum(each is not None and truth is not None and each.low <= truth <= each.high for each in found)
    assert 176 <= hit <= 200


def test_gives_no_interval_where_hardly_a_draw_tells_anything() -> None:
    assert alpha_interval([[1, 1]], Level.NOMINAL, seed=1) is None
    assert alpha_interval([[1, 1], [1, 1]], Level.NOMINAL, seed=1) is None


def test_says_good_look_again_and_too_few() -> None:
    firm, wide = Interval(0.7, 0.95, 900), Interval(0.3, 0.99, 900)
    assert verdict(0.85, firm, times_given=20) is Verdict.GOOD
    assert verdict(0.85, wide, times_given=20) is Verdict.LOOK_AGAIN
    assert verdict(0.7, firm, times_given=20) is Verdict.LOOK_AGAIN
    assert verdict(0.85, firm, times_given=9) is Verdict.TOO_FEW
    assert verdict(None, None, times_given=90) is Verdict.TOO_FEW


def test_cuts_sentences_at_their_signs_and_at_line_ends() -> None:
    text = "Vi mangler lys. Hvorfor?! Det koster 3.5 kr\n  Børnene løber 🏃‍♂️ væk…  \n\nFærdig"
    assert [text[begin:end] for begin, end in segments(text)] == [
        "Vi mangler lys.",
        "Hvorfor?!",
        "Det koster 3.5 kr",
        "Børnene løber 🏃‍♂️ væk…",
        "Færdig",
    ]


@given(st.text(alphabet="ab .!\n🙂…", max_size=60))
def test_leaves_no_letter_out_and_takes_none_twice(text: str) -> None:
    cuts = segments(text)
    kept = "".join(text[begin:end] for begin, end in cuts)
    assert kept.replace(" ", "") == "".join(text.split())
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(cuts))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4))
def test_marks_just_the_sentences_that_a_passage_touches(passages: list[tuple[int, int]]) -> None:
    cuts = [(0, 5), (6, 11), (11, 20), (24, 30)]
    touched = [any(max(a, begin) < min(b, end) for a, b in passages) for begin, end in cuts]
    assert marked(cuts, passages).tolist() == touched


def test_tells_who_did_not_read_from_who_gave_no_code() -> None:
    table = code_table([(0, 5), (6, 9)], [[(0, 3)], [], None])
    assert table[:, 0].tolist() == [1, 0]
    assert table[:, 1].tolist() == [0, 0]
    assert np.isnan(table[:, 2]).all()
