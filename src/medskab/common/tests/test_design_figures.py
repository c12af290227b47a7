"""Money, shares, codes and charts, as people read them."""

from fractions import Fraction
from itertools import pairwise

import pytest
from django.template import engines
from django.utils import translation

from medskab.common.charts import Bar, Piece, placed_bars, placed_pieces
from medskab.common.templatetags.figures import initials, kroner, percent, receipt_code


def rendered(text: str, **given: object) -> str:
    return engines["django"].from_string(text).render(given)


@pytest.mark.parametrize(
    ("language", "ore", "shown"),
    [
        ("da", 123450, "1.234,50 kr."),
        ("da", 20000000, "200.000 kr."),
        ("da", 0, "0 kr."),
        ("da", -5000, "−50 kr."),
        ("da", 5, "0,05 kr."),
        ("en", 123450, "kr 1,234.50"),
        ("en", 20000000, "kr 200,000"),
        ("en", -123450, "−kr 1,234.50"),
        ("da", None, ""),
    ],
)
def test_shows_money_as_the_reader_writes_it(language, ore, shown):
    with translation.override(language):
        assert kroner(ore).replace("\u00a0", " ") == shown


@pytest.mark.parametrize(
    ("share", "decimals", "shown"),
    [(Fraction(535, 1000), 1, "53,5 %"), (Fraction(475, 10000), 0, "5 %"), (0.125, 0, "13 %"), (None, 0, "")],
)
def test_rounds_a_share_half_up(share, decimals, shown):
    with translation.override("da"):
        assert percent(share, decimals).replace("\u00a0", " ") == shown


def test_groups_a_receipt_without_breaking_it():
    assert receipt_code("K7PX2M9QRD").count("<span>") == 2
    assert "<b>" not in receipt_code("<b>aaaaaaa")


@pytest.mark.parametrize(
    ("name", "letters"), [("Fatma Nur Yıldız", "FY"), ("Jens", "J"), ("", ""), ("åse ø", "ÅØ")]
)
def test_takes_the_first_letters_of_a_name(name, letters):
    assert initials(name) == letters


def test_draws_the_longest_bar_full_and_its_margin_beside_it():
    first, second = placed_bars([Bar("a", 2, "2"), Bar("b", 1, "1", low=0.5, high=1.5)])
    assert (first.width, second.width) == ("100.00%", "50.00%")
    assert (second.low, second.high) == ("25.00%", "75.00%")


def test_draws_nothing_of_nothing():
    assert placed_bars([]) == []
    assert placed_bars([Bar("a", 0, "0")])[0].width == "0.00%"
    assert placed_pieces([Piece("a", 0)])[0].width == "0.00%"


def test_lays_the_pieces_of_a_budget_end_to_end():
    pieces = placed_pieces([Piece("a", 500), Piece("b", 250), Piece("left", 250, is_left=True)])
    assert [one.start for one in pieces] == ["0.00%", "50.00%", "75.00%"]
    assert [one.number for one in pieces] == [1, 2, 3]
    assert sum(one.share for one in pieces) == 1
    assert pieces[-1].fill == "left"


def test_tells_neighbours_apart_without_colour():
    fills = [one.fill for one in placed_pieces([Piece(str(number), 1) for number in range(12)])]
    assert all(one != other for one, other in pairwise(fills))


def test_gives_each_chart_its_words_in_a_table():
    page = rendered("{% bars rows caption='How we voted' %}", rows=[Bar("On <paper>", 3, "3 votes")])
    assert "<caption" in page
    assert "On &lt;paper&gt;" in page
    assert "3 votes" in page


@pytest.mark.parametrize("is_folded", [True, False])
def test_shows_a_budget_with_every_amount(is_folded):
    pieces = [Piece("Benches", 320000), Piece("Left", 80000, is_left=True)]
    with translation.override("da"):
        page = rendered("{% budget_bar p caption='Money' is_folded=f %}", p=pieces, f=is_folded)
    assert page.count("3.200\u00a0kr.") == 1
    assert "4.000\u00a0kr." in page
    assert ("<details" in page) is is_folded


def test_keeps_the_patterns_of_two_charts_apart():
    one, other = (rendered("{% budget_bar p caption=c %}", p=[Piece("a", 1)], c=c) for c in ("one", "other"))
    name = one.split('pattern id="')[1].split('"')[0]
    assert name not in other


def test_draws_a_code_that_says_what_it_opens():
    page = rendered("{% qr link label %}", link="https://example.org/k/K7PX2M9QRD", label="Opens <it>")
    assert 'role="img" aria-label="Opens &lt;it&gt;"' in page
    assert "style=" not in page
    assert page.count("<path") == 2
