"""It reads one code across texts, for a reason, and keeps thoughts on a whole text."""

import pytest
from django.urls import reverse

from medskab.common.clock import now
from medskab.fieldwork import actions
from medskab.fieldwork.models import Coding, Quote, Reading, SourceMemo
from medskab.fieldwork.tests import coding_factories as coding
from medskab.fieldwork.tests import factories
from medskab.people.models import Purpose
from medskab.people.tests import factories as people

KEY = {"idempotency_key": "a"}


@pytest.fixture
def staff(client, by):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return people.sign_in(client, by)


@pytest.fixture
def code(area, by):
    return coding.code(area, by)


def talk(area, by, name, *purposes):
    whom = factories.subject(area, by, *purposes, pseudonym=name)
    return factories.interview(area, by, whom=whom, title=f"Talk with {name}")


def read(client, area, code, **more):
    address = reverse("fieldwork-passages", args=[area.slug, code.pk])
    return client.post(address, {**KEY, "reason": "To compare", **more})


def test_shows_the_passages_of_a_code_grouped_by_text(staff, area, by, code):
    for name in ("Sofa", "Tunnel"):
        coding.coding(talk(area, by, name), by, code, "The yard is dark", memo=f"So says {name}")
    page = staff.get(reverse("fieldwork-passages", args=[area.slug, code.pk])).content.decode()
    assert "2 passages. 2 texts." in page
    assert "The yard" not in page
    page = read(staff, area, code)
    assert page["Cache-Control"] == "no-store"
    assert page.content.decode().count("The yard is dark") == 2
    assert "So says Tunnel" in page.content.decode()
    assert [one.reason for one in Reading.objects.all()] == ["To compare"] * 2
    read(staff, area, code)
    assert Reading.objects.count() == 2


def test_needs_a_reason(staff, area, by, code):
    coding.coding(talk(area, by, "Sofa"), by, code)
    assert "<blockquote" not in read(staff, area, code, reason=" ").content.decode()
    assert not Reading.objects.exists()


def test_finds_words_within_a_code(staff, area, by, code):
    one = talk(area, by, "Sofa")
    coding.coding(one, by, code, "The yard")
    coding.coding(one, by, code, "winter")
    page = read(staff, area, code, words="YARD").content.decode()
    assert page.count("<blockquote") == 1
    assert "No passage holds these words" in read(staff, area, code, words="spring").content.decode()


def test_leaves_out_what_may_not_be_analysed_and_what_others_gave_before_one_is_done(staff, area, by, code):
    other = people.facilitator(area, "Olga")
    theirs = talk(area, by, "Sofa")
    coding.coding(theirs, other, code)
    taken_back = talk(area, by, "Tunnel")
    coding.coding(taken_back, by, code)
    actions.agree(subject=taken_back.subject, asked=factories.asked(Purpose.STORED), by=by, now=now())
    assert "<blockquote" not in read(staff, area, code).content.decode()
    actions.finish_coding(source=theirs, by=by, now=now())
    assert read(staff, area, code).content.decode().count("<blockquote") == 1


def test_counts_what_was_put_together_as_one(staff, area, by, code):
    coding.coding(talk(area, by, "Sofa"), by, coding.code(area, by, "Gloom"))
    actions.merge_codes(code=Coding.objects.get().code, into=code, by=by, now=now())
    assert "<blockquote" in read(staff, area, code).content.decode()


def test_keeps_a_thought_on_a_whole_text_sealed_until_it_is_erased(staff, area, by):
    one = talk(area, by, "Sofa")
    address = reverse("fieldwork-coding", args=[area.slug, one.pk])
    staff.post(address, {**KEY, "reason": "To code it"})
    staff.post(address, {**KEY, "do": "memo", "words": "Speaks of the yard only"})
    assert "Speaks of the yard only" in staff.get(address).content.decode()
    memo = SourceMemo.objects.get()
    assert b"yard" not in bytes(memo.words)
    staff.post(address, {**KEY, "do": "memo-off", "memo": memo.pk})
    assert not SourceMemo.objects.exists()
    actions.write_memo(source=one, words="Again", by=by, now=now())
    actions.erase_source(source=one, by=by, now=now())
    assert not SourceMemo.objects.exists()


def test_erases_notes_and_quotes_with_one_text_though_the_speaker_stays(area, by):
    one = talk(area, by, "Sofa")
    passage = coding.coding(one, by, memo="A note about it")
    actions.propose_quote(coding=passage, plain="In other words", by=by, now=now())
    actions.erase_source(source=one, by=by, now=now())
    quote = Quote.objects.get()
    assert not bytes(quote.words) + bytes(quote.plain) + bytes(Coding.objects.get().memo)
