"""A card is small enough for a phone and as large as shared links want it."""

import struct

import pytest

from medskab.common.accents import ACCENTS
from medskab.common.typesetting.drawings import code_picture, courtyard_picture, mark_picture
from medskab.decisions.printing import card
from medskab.decisions.printing.sheets import said
from medskab.decisions.printing.typesetting import pdf

from .factories import HAS_READER, decision, read, vote


@pytest.mark.parametrize("accent", [one.name for one in ACCENTS])
@pytest.mark.parametrize("result", [decision, vote])
def test_is_a_picture_of_the_size_that_links_show(result, accent):
    drawn = card(result(accent=accent, seed=accent))
    assert struct.unpack(">II", drawn[16:24]) == (1200, 630)
    assert len(drawn) <= 120_000


@pytest.mark.skipif(not HAS_READER, reason="poppler-utils is not installed")
def test_says_area_title_and_headline():
    result = decision()
    shown = read(pdf("card.typ", said(result), result.published_on))
    for words in ("Engparken", "Gårdpuljen 2026", "8 af 11 forslag bliver til noget", "Beslutning"):
        assert words in shown


def test_stays_one_picture_with_a_long_headline():
    drawn = card(decision(headline="Et meget langt resultat " * 12, title="En lang titel " * 20))
    assert struct.unpack(">II", drawn[16:24]) == (1200, 630)


def test_is_the_same_picture_for_the_same_result():
    assert card(decision()) == card(decision())
    assert card(decision()) != card(decision(accent="moss"))
    assert card(decision()) != card(decision(seed="birkelunden"))


@pytest.mark.parametrize("accent", [one.name for one in ACCENTS])
def test_paints_each_part_of_its_drawings(accent):
    for drawing in (courtyard_picture("engparken", accent), mark_picture("engparken", accent)):
        assert "class=" not in drawing
        assert drawing.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
        assert drawing.count('fill="#') > 3


def test_draws_a_code_that_can_be_read_in_black_and_white():
    code = code_picture("https://engparken.example/engparken/decisions/puljen/")
    assert 'stroke="#000"' in code
    assert 'fill="#fff"' in code
