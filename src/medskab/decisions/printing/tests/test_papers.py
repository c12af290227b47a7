"""The sheets of a vote say what they must, on as many pages as they may have."""

import re
from dataclasses import replace

import pytest

from medskab.decisions.printing import (
    call_poster,
    check_in_slip,
    counts_poster,
    delivery_sheet,
    key_sheet,
    letters,
    paper,
    paper_ballot,
)
from medskab.decisions.printing.typesetting import SHEETS, pdf

from .factories import HAS_READER, pages, read
from .papers import ballot, call, counts, delivery, key, letter, letter_words, slip
from .test_hostile import ATTACKS, NASTY

NEEDS_READER = pytest.mark.skipif(not HAS_READER, reason="poppler-utils is not installed")
SHAPES = ("approval", "points", "ranking", "knapsack", "yes-no")
EVERY = {
    "key_sheet": lambda **more: key_sheet(key(**more)),
    "counts_poster": lambda **more: counts_poster(counts(**more)),
    "paper_ballot": lambda **more: paper_ballot(ballot(**more)),
    "check_in_slip": lambda **more: check_in_slip(slip(**more)),
    "call_poster": lambda **more: call_poster(call(**more)),
    "delivery_sheet": lambda **more: delivery_sheet(delivery(**more)),
    "letters": lambda **more: letters([letter()], letter_words(**more)),
}
LONG = "Nyttehave til opgang 12 med vandpost, redskabsskur, kompost og et halvtag over bænken ved muren " * 5


@pytest.mark.parametrize("draw", EVERY.values(), ids=EVERY)
def test_is_one_tagged_page_and_the_same_each_time(draw):
    made = draw()
    assert pages(made) == 1
    assert b"pdfuaid:part>1<" in made
    assert made == draw()


@pytest.mark.parametrize("sheet", EVERY)
def test_says_each_of_its_words_and_no_other(sheet, monkeypatch):
    said = {}

    def press(name, values, day):
        said.update(values["words"])
        return pdf(name, values, day)

    monkeypatch.setattr(paper, "pdf", press)
    monkeypatch.setattr(paper, "pdf_apart", press)
    EVERY[sheet]()
    text = (SHEETS / "vote" / f"{sheet}.typ").read_text("utf-8")
    assert set(re.findall(r"\bw\.(\w+)", text)) == set(said)


@NEEDS_READER
def test_marks_a_demo_only_where_it_is_one():
    for draw in EVERY.values():
        assert "Demo" in read(draw(is_demo=True))
        assert "Demo" not in read(draw())


@pytest.mark.parametrize("text", [*NASTY, *ATTACKS, LONG])
def test_can_always_be_printed(text):
    everywhere = {"area": text, "title": text}
    asked = everywhere | {"question": text}
    made = [
        key_sheet(key(**everywhere, custodian=text, part=text, opening=text, ask=text)),
        counts_poster(counts(**everywhere, held=text)),
        check_in_slip(slip(**everywhere, place=text)),
        call_poster(call(**asked, opens=text, closes=text, who=text, ask=text, place=text)),
    ]
    assert [pages(one) for one in made] == [1, 1, 1, 1]
    lines = tuple(replace(one, name=text, cost=text) for one in ballot().proposals)
    assert paper_ballot(ballot(**asked, until=text, hand_in=text, budget=text, proposals=lines)).startswith(
        b"%PDF"
    )
    things = tuple(replace(one, name=text, who=text, told=text, spent=text) for one in delivery().deliveries)
    assert delivery_sheet(delivery(**everywhere, decided=text, deliveries=things)).startswith(b"%PDF")


@NEEDS_READER
def test_gives_the_custodian_the_key_and_says_never_to_photograph_it():
    sheet = read(key_sheet(key()))
    for words in (*key().typed, "Fatma, beboer", "Ark 1 af 2", "Never photograph it", "7. december kl. 18"):
        assert words in sheet


@NEEDS_READER
def test_shows_that_the_numbers_add_up():
    sheet = read(counts_poster(counts()))
    for words in ("Every vote is accounted for", "2,690", "14", "1,472", "212", "992", "1,204", "9f86d081"):
        assert words in sheet


@NEEDS_READER
@pytest.mark.parametrize("wrong", [{"issued": 2691}, {"opened": 1203}])
def test_says_so_where_the_numbers_do_not_add_up(wrong):
    sheet = read(counts_poster(counts(**wrong)))
    assert "The numbers do not add up." in sheet
    assert "Every vote is accounted for" not in sheet


@NEEDS_READER
def test_does_not_tell_a_few_votes_apart_by_their_way():
    sheet = read(counts_poster(counts(issued=1495, paper=1, digital=8, opened=9)))
    assert "Every vote is accounted for" in sheet
    assert "on paper" not in sheet
    assert "votes given" in sheet


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("many", "most"), [(1, 1), (8, 1), (20, 2), (30, 2)])
def test_has_at_most_a_front_and_a_back(shape, many, most):
    assert pages(paper_ballot(ballot(shape, many))) <= most


def test_has_at_most_a_front_and_a_back_for_thirty_long_names():
    lines = tuple(replace(one, name=LONG) for one in ballot(many=30).proposals)
    assert pages(paper_ballot(ballot("yes-no", proposals=lines))) == 2


@NEEDS_READER
@pytest.mark.parametrize(
    ("shape", "how"),
    [
        ("approval", "Put a cross at each proposal that you want. Choose at least 2 and at most 5."),
        ("points", "You have 10 points."),
        ("ranking", "Write 1 at the proposal that you want most"),
        ("knapsack", "You have 300.000 kr. to spend."),
        ("yes-no", "Put one cross on each line: yes or no."),
    ],
)
def test_says_how_each_shape_is_filled_in(shape, how):
    sheet = read(paper_ballot(ballot(shape, least=2, most=5)))
    assert how in sheet
    assert "Lys i tunnel 2" in sheet
    assert "5.000 kr." in sheet


@NEEDS_READER
def test_has_four_slips_that_stay_apart_from_the_ballots():
    sheet = read(check_in_slip(slip()))
    assert sheet.count("This slip never goes into the box with the ballots.") == 4


@NEEDS_READER
def test_calls_to_the_vote():
    sheet = read(call_poster(call(), "a3"))
    for words in ("Vote now", call().opens, call().closes, call().who, "Caféen", "Amina", "Engvej 14"):
        assert words in sheet


@NEEDS_READER
def test_says_of_each_thing_how_far_it_is_who_does_it_and_what_it_cost():
    made = delivery_sheet(delivery(30))
    sheet = read(made)
    assert pages(made) > 1
    for one in range(1, 31):
        assert f"Lys i tunnel {one}" in sheet
        assert f"Så langt er nummer {one}" in sheet
    assert sheet.count("Gårdlauget, done by 1. juni 2027") == 30
    assert "Used so far: 132.500 kr." in sheet
