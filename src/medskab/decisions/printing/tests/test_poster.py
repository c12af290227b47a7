"""A poster says it on one page."""

import pytest
import typst

from medskab.common.typesetting import press
from medskab.decisions.printing import poster

from .factories import HAS_READER, decision, pages, proposal, read, vote

NEEDS_READER = pytest.mark.skipif(not HAS_READER, reason="poppler-utils is not installed")
LONG = "Nyttehave til opgang 12 med vandpost, redskabsskur, kompost og et halvtag over bænken ved muren " * 3


@pytest.mark.parametrize("paper", ["a3", "a4"])
@pytest.mark.parametrize("chosen", [1, 3, 8, 13, 21, 34, 60, 160])
def test_is_one_page(chosen, paper):
    assert pages(poster(decision(chosen), paper)) == 1


def test_is_one_page_however_long_its_texts_are():
    winners = tuple(proposal(one, LONG, share=0.02) for one in range(40))
    result = decision(40, winners=winners, title=LONG, headline=LONG, withdrawn=LONG, leads=(LONG, LONG))
    assert pages(poster(result)) == 1
    assert pages(poster(vote(title=LONG, headline=LONG, fairness=(LONG, LONG)))) == 1


@pytest.mark.parametrize(("paper", "size"), [("a3", b"841.8898 1190.5511"), ("a4", b"595.2756 841.8898")])
def test_is_as_large_as_its_paper(paper, size):
    assert b"/MediaBox[0 0 " + size in poster(decision(), paper)


@NEEDS_READER
def test_names_each_winner_with_its_cost():
    paper = read(poster(decision(20)))
    for number in range(1, 21):
        assert f"Bænke og borde ved blok {number}" in paper
        assert f"{number}.500 kr." in paper


@NEEDS_READER
def test_counts_the_winners_that_find_no_room():
    paper = read(poster(decision(160)))
    named = paper.count("Bænke og borde")
    assert 40 < named < 160
    assert f"and {160 - named} more, on the page" in paper


@NEEDS_READER
def test_says_when_nothing_was_chosen():
    paper = read(poster(decision(1, winners=(), headline="Ingen forslag blev valgt")))
    assert "No proposal was chosen" in paper


@NEEDS_READER
def test_tells_a_hearing_from_a_decision():
    hearing = read(poster(decision(kind="Høring", is_hearing=True)))
    assert "Høring" in hearing
    assert "This is a hearing: advice, not a decision." in hearing
    assert "This is a decision." in read(poster(decision()))


@NEEDS_READER
def test_marks_a_demo_only_where_it_is_one():
    assert "Demo: The place, the people and the numbers are made up." in read(poster(decision(is_demo=True)))
    assert "Demo" not in read(poster(decision()))


@NEEDS_READER
@pytest.mark.parametrize("result", [decision(), vote()])
def test_says_where_the_whole_result_is(result):
    drawn = poster(result)
    assert "engparken.example/engparken/decisions/puljen" in read(drawn)
    assert b"/URI(https://engparken.example/engparken/decisions/puljen/)" in drawn.replace(
        b"/URI (", b"/URI("
    )


@NEEDS_READER
def test_says_that_a_result_was_withdrawn_and_why():
    assert "Withdrawn: Vi tæller igen." in read(poster(decision(withdrawn="Vi tæller igen.")))


@NEEDS_READER
def test_shows_how_the_homes_voted():
    paper = read(poster(vote()))
    for words in ("Boligerne stemte nej", "Ja 269", "Nej 362", "Blank 8", "Ugyldig 3"):
        assert words in paper


def test_is_the_same_file_for_the_same_result():
    assert poster(decision()) == poster(decision())
    assert poster(decision()) != poster(decision(day="4. november 2026"))


def test_needs_no_fonts_of_the_machine(monkeypatch):
    as_usual = poster(decision())
    bare = typst.Fonts(include_system_fonts=False, font_paths=[press.FONTS])
    monkeypatch.setattr(press, "fonts", lambda: bare)
    assert poster(decision()) == as_usual


def test_brings_its_letters_along():
    drawn = poster(decision(winners=(proposal(1, "مقهى النساء", share=1),)))
    assert b"MedskabSans-Regular" in drawn
    assert b"MedskabSans-Bold" in drawn
    assert b"MedskabSansArabic-Regular" in drawn
