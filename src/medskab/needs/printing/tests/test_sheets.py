"""Posters, slips and the wall sheet: on one page each, in every language, whatever people are called."""

import re
import shutil
import subprocess
from datetime import date

import pytest
from django.utils import translation

from medskab.needs.printing import (
    NOT_SHOWN,
    Became,
    OnWall,
    Posters,
    Slips,
    Told,
    beside_danish,
    languages,
    posters,
    slips,
    wall_sheet,
)
from medskab.places.models import Area

NEEDS_READER = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
LONG = "Engvej med et meget langt navn, der aldrig kan stå på en linje, opgang 12 og 14 " * 4
HOSTILE = (
    '#read("/etc/passwd")',
    "]; #panic() [",
    "$ sum_(i=0)^n i $ *fed* `kode`",
    '"}} {"area": "x',
    "<svg><script>alert(1)</script></svg>",
    "\x00\ufeff\u202e",
    "Z\u0335\u0321\u0334a\u0337\u0322l\u0336g\u0338o" * 9,
    "中文字 ภาษาไทย 👨\u200d👩\u200d👧",
    "".join(map(chr, range(0x591, 0x5CF))),
    "x" * 5000,
    " ",
)
_PAGE = re.compile(rb"/Type\s*/Page\b")


def area(name="Engparken", **more):
    return Area(name=name, slug="engparken", accent="brick", **more)


def walls(many=1, name="Blok 3 · Opgang {}"):
    address = "https://engparken.example/engparken/say/at/{}/"
    return [OnWall(name.format(one), address.format(one)) for one in range(12, 12 + many)]


def poster(where=None, **more):
    asked = {
        "kind": "say",
        "title": "",
        "languages": beside_danish(["en", "ar"]),
        "walls": walls(),
        "size": "a4",
        "made_on": date(2026, 11, 24),
    }
    return posters(where or area(), Posters(**{**asked, **more}))


def some_slips(where=None, codes=("7K2M99QXD4",), place="Blok 3", language="da"):
    with translation.override(language):
        asked = Slips(
            codes=codes,
            place=place,
            say="https://engparken.example/engparken/say/",
            receipt="https://engparken.example/engparken/needs/receipt/",
            days=7,
            made_on=date(2026, 11, 24),
        )
        return slips(where or area(), asked)


def wall(where=None, needs=(), numbers=(("84", "were answered"), ("6", "wait"))):
    asked = Became(
        numbers=numbers,
        needs=needs,
        since="24. august",
        day="24. november",
        address="https://engparken.example/engparken/needs/",
        made_on=date(2026, 11, 24),
    )
    with translation.override("en"):
        return wall_sheet(where or area(), asked)


def told(number=1, title="Light on the path {}", **more):
    given = {
        "kind": "Need",
        "voices": "31 voices",
        "state": "Taken up",
        "step": 1,
        "came": ["Initiative: Lamps"],
    }
    return Told(title=title.format(number), **{**given, **more})


def pages(pdf):
    return len(_PAGE.findall(pdf))


def read(pdf):
    made = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True, timeout=30
    )
    return " ".join(made.stdout.decode().split())


@pytest.mark.parametrize(("size", "box"), [("a4", b"595.2756 841.8898"), ("a3", b"841.8898 1190.5511")])
def test_gives_each_stairwell_a_page_of_the_paper_asked_for(size, box):
    drawn = poster(walls=walls(5), size=size)
    assert pages(drawn) == 5
    assert b"/MediaBox[0 0 " + box in drawn


@NEEDS_READER
def test_names_the_stairwell_its_address_and_the_question_in_each_language():
    paper = read(poster(walls=walls(2), languages=beside_danish(list(languages()))))
    for words in (
        "Blok 3 · Opgang 12",
        "Blok 3 · Opgang 13",
        "Hvad har du på hjerte?",
        "What is on your mind?",
    ):
        assert words in paper
    assert "engparken.example/engparken/say/at/13" in paper
    assert "Aklında ne var?" in paper
    assert "Що в тебе на думці?" in paper


@NEEDS_READER
def test_sets_arabic_from_the_right_with_letters_of_its_own():
    drawn = poster(languages=beside_danish(["ar"]))
    assert b"MedskabSansArabic" in drawn
    assert any("\u0600" < sign < "\u06ff" or sign > "\ufb50" for sign in read(drawn))


@NEEDS_READER
def test_has_eight_strips_with_the_address_to_tear_off():
    drawn = poster(size="strips")
    assert pages(drawn) == 1
    paper = read(drawn)
    assert [paper.count(one) for one in ("Blok 3 · Opgang 12", "engparken.example/")] == [9, 9]


@pytest.mark.parametrize("size", ["a4", "a3", "strips"])
@pytest.mark.parametrize("kind", ["say", "conversation", "survey"])
def test_stays_on_one_page_however_long_its_words_are(size, kind):
    every = beside_danish(list(languages()))
    asked = {"title": LONG, "walls": [OnWall(LONG, walls()[0].address + "x" * 300)], "languages": every}
    assert pages(poster(area(LONG, is_demo=True), kind=kind, size=size, **asked)) == 1


def test_prints_danish_beside_a_language_that_nobody_has_checked():
    assert [one.code for one in beside_danish(["ar"])] == ["da", "ar"]
    assert [one.code for one in beside_danish(["en"])] == ["en"]
    assert [one.code for one in beside_danish([])] == ["da"]


def test_has_every_sentence_in_every_language():
    kinds = {"say", "conversation", "survey"}
    assert {code: set(one.said) for code, one in languages().items()} == dict.fromkeys(languages(), kinds)
    assert all(one.free and all(map(all, one.said.values())) for one in languages().values())


@pytest.mark.parametrize("text", HOSTILE)
def test_can_be_printed_whatever_people_are_called(text):
    assert poster(area(text), title=text, walls=[OnWall(text, walls()[0].address)]).startswith(b"%PDF")
    assert some_slips(area(text), place=text).startswith(b"%PDF")
    assert (
        wall(area(text), [told(title=text.replace("{", "{{").replace("}", "}}"), came=[text])])[:4] == b"%PDF"
    )


@NEEDS_READER
def test_shows_the_words_of_a_title_and_runs_nothing_in_them():
    assert '#read("/etc/passwd")' in read(poster(kind="conversation", title='#read("/etc/passwd")'))


@NEEDS_READER
@pytest.mark.parametrize("language", ["da", "en"])
def test_prints_four_slips_on_a_sheet_each_with_its_code_on_both_halves(language):
    codes = [f"7K2M99QX{one}{one}" for one in range(8)]
    drawn = some_slips(codes=codes, language=language)
    paper = read(drawn)
    assert pages(drawn) == 2
    assert [paper.count(f"{code[:5]} {code[5:]}") for code in codes] == [2] * 8


def test_is_one_wall_sheet_however_much_is_on_the_board():
    for many in (0, 1, 9, 24):
        assert pages(wall(needs=[told(one) for one in range(many)])) == 1
    assert pages(wall(area(LONG), [told(title=LONG, came=[LONG, LONG])] * 24)) == 1


@NEEDS_READER
def test_tells_each_need_with_its_voices_and_what_came_of_it():
    paper = read(wall(needs=[told(1), told(2, voices="", state="Open", step=0, came=[])]))
    for words in (
        "Light on the path 1",
        "31 voices",
        "Initiative: Lamps",
        "Light on the path 2",
        "84",
        "were answered",
    ):
        assert words in paper


@NEEDS_READER
def test_says_why_a_number_is_not_shown():
    dash = "A dash: not shown, so that nobody can be recognised."
    assert dash in read(wall(numbers=((NOT_SHOWN, "were answered"), ("9", "wait"))))
    assert dash not in read(wall())
