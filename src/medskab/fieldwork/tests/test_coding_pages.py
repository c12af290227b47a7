"""It opens a text for a reason once in a sitting, hides others' codes until one is done, and counts."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from medskab.common.clock import now
from medskab.common.codes import new_code
from medskab.fieldwork import actions
from medskab.fieldwork.coded_text import coded_lines, place_of_lines
from medskab.fieldwork.exchange.reading import read_qdpx
from medskab.fieldwork.models import Code, Quote, Reading
from medskab.fieldwork.tests import coding_factories as coding
from medskab.fieldwork.tests import factories
from medskab.people.tests import factories as people

pytestmark = pytest.mark.django_db
KEY = {"idempotency_key": "a"}


@pytest.fixture(autouse=True)
def _in_english(settings):
    settings.LANGUAGE_CODE = "en"


@pytest.fixture
def area():
    return people.area()


@pytest.fixture
def staff(area):
    return people.facilitator(area)


@pytest.fixture
def signed_in(client, staff):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return people.sign_in(client, staff)


@pytest.fixture
def interview(area, staff):
    return factories.interview(area, staff)


def at(name, area, *more):
    return reverse(name, args=[area.slug, *more])


def opened(client, area, interview):
    address = at("fieldwork-coding", area, interview.pk)
    client.post(address, {**KEY, "reason": "To code it"})
    return address


def test_asks_for_a_reason_once_in_a_sitting(signed_in, area, interview):
    address = at("fieldwork-coding", area, interview.pk)
    assert "The yard is dark" not in signed_in.get(address).content.decode()
    opened(signed_in, area, interview)
    page = signed_in.get(address)
    assert "The yard is dark" in page.content.decode()
    assert page["Cache-Control"] == "no-store"
    assert [one.reason for one in Reading.objects.all()] == ["To code it"]


def test_takes_a_code_for_marked_words_and_for_lines(signed_in, area, staff, interview):
    code, address = coding.code(area, staff), opened(signed_in, area, interview)
    start = factories.WORDS.index("dark")
    marked = {"do": "give", "code": code.pk, "start": start, "end": start + 4, "memo": "Says it twice"}
    signed_in.post(address, {**KEY, **marked})
    signed_in.post(address, {"idempotency_key": "b", "do": "give", "code": code.pk, "first_line": 2})
    given = [(one.start, one.end) for one in interview.codings.all()]
    assert given == [(factories.WORDS.index("\n") + 1, len(factories.WORDS)), (start, start + 4)]
    page = signed_in.get(address).content.decode()
    assert "Says it twice" in page
    assert all(f'type="hidden" name="{name}"' in page for name in ("start", "end"))


def test_says_what_is_wrong_where_nothing_is_marked(signed_in, area, staff, interview):
    code, address = coding.code(area, staff), opened(signed_in, area, interview)
    page = signed_in.post(address, {**KEY, "do": "give", "code": code.pk})
    assert "Mark some words of the text first." in page.content.decode()
    assert not interview.codings.exists()


def test_hides_what_others_gave_until_one_is_done(signed_in, area, interview):
    coding.coding(interview, people.facilitator(area, "Lis"))
    address = opened(signed_in, area, interview)
    assert "Lis" not in signed_in.get(address).content.decode()
    signed_in.post(address, {"do": "finish"})
    assert "Lis" in signed_in.get(address).content.decode()


def test_takes_a_code_off_and_puts_it_back(signed_in, area, staff, interview):
    given, address = coding.coding(interview, staff), opened(signed_in, area, interview)
    signed_in.post(address, {"do": "take", "row": given.pk})
    assert not interview.codings.filter(removed_at=None).exists()
    assert "Undo: put Darkness back" in signed_in.get(address).content.decode()
    signed_in.post(address, {"do": "put-back", "row": given.pk})
    assert interview.codings.get().removed_at is None


def test_keeps_a_codebook_on_its_pages(signed_in, area, staff):
    signed_in.post(at("fieldwork-codes", area), {**KEY, "name": "Light"})
    light, dark = Code.objects.get(), coding.code(area, staff)
    address = at("fieldwork-code", area, dark.pk)
    for key, sent in enumerate(({"do": "merge", "into": light.pk}, {"do": "split"}, {"do": "retire"})):
        signed_in.post(address, {"idempotency_key": key, **sent})
    dark.refresh_from_db()
    assert dark.merged_into is None
    assert dark.retired_at is not None
    assert "Light" in signed_in.get(at("fieldwork-codes", area)).content.decode()


def test_says_how_far_coders_agree_in_words(signed_in, area, staff):
    text = "\n".join(f"Sentence {number}." for number in range(40))
    interview, code, lis = (
        factories.interview(area, staff, text),
        coding.code(area, staff),
        people.facilitator(area, "Lis"),
    )
    for line in range(1, 21):
        for who in (staff, lis):
            place = place_of_lines(text, line, line)
            actions.give_code(source=interview, code=code, place=place, memo="", by=who, now=now())
    for who in (staff, lis):
        actions.finish_coding(source=interview, by=who, now=now())
    page = signed_in.get(at("fieldwork-agreement", area)).content.decode()
    assert "1.00" in page
    assert "Good</td>" in page


def test_counts_codes_in_texts_and_hands_them_out(signed_in, area, staff, interview):
    coding.coding(interview, staff)
    address = at("fieldwork-table", area)
    assert "Talk 1" in signed_in.get(address).content.decode()
    assert b"Darkness;1" in signed_in.get(address, {"as": "csv"}).content
    book = load_workbook(BytesIO(signed_in.get(address, {"as": "xlsx"}).content))
    assert [[cell.value for cell in row] for row in book.active] == [["Code", "Talk 1"], ["Darkness", 1]]


def test_sends_a_project_out_with_a_reason_and_takes_its_codes_in(signed_in, area, staff, interview):
    coding.coding(interview, staff, coding.code(area, staff, "Below", coding.code(area, staff)), memo="Look")
    hidden = factories.subject(area, staff, "stored", pseudonym="Owl")
    factories.interview(area, staff, "Not to be sent", whom=hidden)
    answer = signed_in.post(
        at("fieldwork-exchange", area), {**KEY, "send": "yes", "reason": "For the report"}
    )
    project = read_qdpx(answer.content)
    assert [(text.words, len(text.passages)) for text in project.texts] == [(factories.WORDS, 1)]
    assert [one.name for one in project.coders + project.cases] == ["Coder 1", "Lampe"]
    assert Reading.objects.get().reason == "For the report"
    elsewhere = people.area("elsewhere")
    actions.take_in_codes(area=elsewhere, codes=project.codes, by=people.facilitator(elsewhere), now=now())
    assert Code.objects.for_area(elsewhere).get(name="Below").parent.name == "Darkness"


def test_refuses_a_file_that_is_no_project(signed_in, area):
    file = SimpleUploadedFile("x.qdpx", b"hello")
    page = signed_in.post(at("fieldwork-exchange", area), {**KEY, "take": "yes", "file": file})
    assert "This is no project file" in page.content.decode()


def test_asks_the_speaker_before_a_quote_is_shown(signed_in, client, area, staff):
    receipt = new_code()
    quote = coding.quote(area, staff, receipt=receipt)
    signed_in.post(at("fieldwork-quotes", area), {**KEY, "row": quote.pk})
    client.logout()
    address = at("fieldwork-mine-quotes", area)
    assert "dark" in client.post(address, {**KEY, "code": receipt}).content.decode()
    said = {"idempotency_key": "c", "code": receipt, "row": quote.pk, "answer": "yes", "wording": ""}
    client.post(address, said)
    assert Quote.objects.get().state == "approved"
    assert "We find nothing" in client.post(address, {**KEY, "code": new_code()}).content.decode()


def test_cuts_lines_where_passages_begin_and_end(area, staff, interview):
    given = coding.coding(interview, staff)
    lines = coded_lines(factories.WORDS, [given])
    assert [(piece.words, len(piece.codes)) for piece in lines[1].pieces][1] == ("dark", 1)
    assert "\n".join("".join(piece.words for piece in line.pieces) for line in lines) == factories.WORDS
    assert place_of_lines("a\nbb\nc", 2, 3) == (2, 6)
    assert place_of_lines("a", 2, 3) == (0, 0)
