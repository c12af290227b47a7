"""Letters bring each home its codes, and name nobody."""

import time
from dataclasses import fields, replace

import pytest

from medskab.decisions.printing.letters import Code, Letter, OtherLanguage, grouped, letter_files, letters

from .factories import HAS_READER, pages, read
from .papers import letter, letter_words
from .test_hostile import ATTACKS, NASTY

NEEDS_READER = pytest.mark.skipif(not HAS_READER, reason="poppler-utils is not installed")


@pytest.mark.parametrize(("many", "sheets"), [(1, 1), (2, 1), (3, 2), (20, 10)])
def test_puts_two_letters_on_a_sheet(many, sheets):
    assert pages(letters([letter(one) for one in range(many)], letter_words())) == sheets


@NEEDS_READER
@pytest.mark.parametrize("codes", [1, 2, 3, 4, 5, 6])
def test_has_each_code_of_the_home_in_groups_of_four(codes):
    paper = read(letters([letter(7, codes)], letter_words()))
    assert "Engvej 7, 2. tv. 5000 Odense C" in paper
    for one in range(1, codes + 1):
        assert f"0007 ABCD {one:04}" in paper
    assert "One code is one vote." in paper


@NEEDS_READER
def test_sends_a_second_letter_where_one_has_no_room_for_all_codes():
    drawn = letters([letter(7, 8)], letter_words())
    paper = read(drawn)
    assert pages(drawn) == 1
    assert "Letter 1 of 2" in paper
    assert "Letter 2 of 2" in paper
    assert paper.count("Engvej 7, 2. tv.") == 2
    assert all(f"0007 ABCD {one:04}" in paper for one in range(1, 9))


@NEEDS_READER
def test_says_what_is_voted_on_until_when_where_and_whom_to_ask():
    words = letter_words()
    paper = read(letters([letter()], words)).replace("\u200b", "")
    said = (words.title, words.question, words.until, words.electorate, words.kiosk, words.paper, words.ask)
    for text in (*said, words.objection, "engparken.example/engparken/vote/puljen", "Each code is one vote."):
        assert text in paper


@NEEDS_READER
def test_leaves_out_a_way_to_vote_that_is_not_offered():
    paper = read(letters([letter()], letter_words(kiosk="", paper="")))
    assert "On a phone or computer" in paper
    assert "On paper" not in paper
    assert "On a screen with help" not in paper


def test_has_room_for_no_name():
    assert {one.name for one in fields(Letter)} == {"dwelling", "codes"}


def test_is_a_tagged_pdf_with_letters_for_arabic():
    drawn = letters([letter()], letter_words())
    assert b"pdfuaid:part>1<" in drawn
    assert b"MedskabSansArabic" in drawn


def test_is_the_same_file_for_the_same_letters():
    assert letters([letter()], letter_words()) == letters([letter()], letter_words())


def test_refuses_to_print_nothing():
    with pytest.raises(ValueError, match="no letter"):
        letters([], letter_words())


@pytest.mark.parametrize("text", NASTY)
def test_can_always_be_printed(text):
    everywhere = dict.fromkeys(
        ("area", "title", "question", "until", "electorate", "kiosk", "paper", "ask", "objection"), text
    )
    other = OtherLanguage(language="en", name=text, lines=(text, text))
    sheet = Letter(dwelling=(text, text), codes=(Code(code=text, address="https://engparken.example/k/A"),))
    assert pages(letters([sheet], letter_words(**everywhere, other_languages=(other,)))) == 1


@NEEDS_READER
@pytest.mark.parametrize("text", [one for one in ATTACKS if "`" not in one])
def test_sets_an_address_as_it_was_written(text):
    paper = read(letters([replace(letter(), dwelling=(text,))], letter_words()))
    assert text.replace(" ", "") in paper.replace(" ", "")


def test_reads_codes_as_they_are_spoken():
    assert grouped("7K3M-9QXA 2BTR") == "7K3M 9QXA 2BTR"


def test_sets_a_hundred_letters_in_good_time():
    start = time.perf_counter()
    made = list(letter_files([letter(one) for one in range(100)], letter_words(), most=50))
    assert [pages(one) for one in made] == [25, 25]
    assert time.perf_counter() - start < 20
