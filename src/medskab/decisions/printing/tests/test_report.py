"""A report holds the whole result and can be read aloud."""

import pytest

from medskab.decisions.printing import report

from .factories import HAS_READER, decision, pages, read, set_in, vote

NEEDS_READER = pytest.mark.skipif(not HAS_READER, reason="poppler-utils is not installed")


@pytest.mark.parametrize("result", [decision(), decision(20, 140), vote()])
def test_is_a_tagged_pdf_for_screen_readers(result):
    drawn = report(result)
    assert b"pdfuaid:part>1<" in drawn
    assert b"/Marked true" in drawn
    assert b"/Lang(da)" in drawn.replace(b"/Lang (", b"/Lang(")


@NEEDS_READER
def test_gives_every_proposal_its_numbers_and_its_reason():
    paper = read(report(decision(20, 140)))
    for number in range(1, 161):
        assert f"Bænke og borde ved blok {number}" in paper
        assert f"{900 - number} stemmer" in paper
    assert paper.count("Der manglede 1.690 kr.") == 140


@NEEDS_READER
def test_numbers_its_pages():
    drawn = report(decision(20, 140))
    assert f"Page {pages(drawn)} / {pages(drawn)}" in read(drawn)
    assert pages(drawn) > 5


def test_leads_to_each_proposal_on_the_page():
    links = [one["dest"] for one in set_in("report.typ", decision(2, 1), "link")]
    page = "https://engparken.example/engparken/decisions/puljen/"
    assert links[:4] == [f"{page}#p1", f"{page}#p2", f"{page}#p3", page]


@NEEDS_READER
def test_says_how_to_count_again():
    paper = read(report(decision()))
    assert "medskab count puljen.pb --like puljen.json" in paper
    assert "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" in paper
    assert "Count it again" not in read(report(decision(recount="")))


@NEEDS_READER
def test_says_by_whom_and_how_the_homes_voted():
    paper = read(report(vote(corrections=("268 ja: en stemme manglede.",))))
    for words in ("Hvem bestemmer Afdelingsmødet", "Nej 362", "Corrected: 268 ja: en stemme manglede."):
        assert words in paper


def test_is_written_from_the_right_in_arabic():
    drawn = report(decision(language="ar", is_right_to_left=True, headline="سيتم تنفيذ ٨ اقتراحات"))
    assert b"/Direction/R2L" in drawn.replace(b"/Direction /", b"/Direction/")


def test_is_the_same_file_for_the_same_result():
    assert report(decision()) == report(decision())
