"""The pages: consent first, a reason before each text, both texts when two windows save."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from medskab.common.codes import new_code
from medskab.fieldwork import audio
from medskab.fieldwork.models import Reading, Source, Subject
from medskab.fieldwork.tests import factories
from medskab.people.tests import factories as people


@pytest.fixture
def staff(client, by):
    return people.sign_in(client, by)


def _at(name, area, *args):
    return reverse(name, args=[area.slug, *args])


def _post(client, address, **facts):
    return client.post(address, {"idempotency_key": new_code(), **facts})


def test_enters_a_speaker_in_their_language_and_shows_the_receipt_once(staff, area):
    address = f"{_at('fieldwork-subject-new', area)}?language=ar"
    page = staff.get(address).content.decode()
    assert 'dir="rtl"' in page
    assert "I må gemme det, jeg siger" in page
    code = new_code()
    facts = {"pseudonym": "Kajak", "age_band": "18+", "channel": "paper", "voices": ["own"]}
    answer = _post(staff, address, purposes=["stored"], code=code, **facts)
    assert code[:4] in answer.content.decode()
    whom = Subject.objects.get()
    assert {(one.language, one.beside) for one in whom.agreements.all()} == {("ar", "da")}
    assert code not in str(whom.__dict__)


def test_asks_about_names_before_a_note_is_kept(staff, area):
    facts = {"title": "Walk 1", "on": "2026-11-24", "language": "da", "text": "we met Hassan there"}
    page = _post(staff, _at("fieldwork-note-new", area), **facts)
    assert not Source.objects.exists()
    assert "Hassan → [" in page.content.decode()
    _post(staff, _at("fieldwork-note-new", area), looked_through="on", replace=["Hassan"], **facts)
    shown = _post(staff, Source.objects.get().get_absolute_url(), reason="Coding").content.decode()
    assert "we met [" in shown
    assert "Hassan" not in shown


def test_shows_a_text_only_in_answer_to_a_reason(staff, area, by):
    source = factories.interview(area, by)
    assert "yard" not in staff.get(source.get_absolute_url()).content.decode()
    assert "yard" not in _post(staff, source.get_absolute_url(), reason="").content.decode()
    answer = _post(staff, source.get_absolute_url(), reason="Coding")
    assert "yard" in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
    assert "Coding" in staff.get(_at("fieldwork-readings", area)).content.decode()


def test_shows_both_texts_when_two_windows_save(staff, area, by):
    source = factories.interview(area, by)
    address = _at("fieldwork-write", area, source.pk)
    first = {"text": "the first window", "version": 1}
    assert _post(staff, address, **first).status_code == 302
    page = _post(staff, address, text="the second window", version=1).content.decode()
    assert "the first window" in page
    assert "the second window" in page
    assert 'name="version" value="2"' in page


def test_keeps_drafts_and_stops_for_another_window(staff, area, by):
    source = factories.interview(area, by)
    address = _at("fieldwork-draft", area, source.pk)
    facts = {"text": "half a line", "version": 1, "number": 0}
    assert staff.post(address, facts).json()["number"] == 1
    assert staff.post(address, facts).status_code == 409
    assert staff.post(address, {**facts, "text": "010190-1234", "number": 1}).status_code == 422
    page = _post(staff, source.get_absolute_url(), reason="Writing", write="yes").content.decode()
    assert "half a line" in page


def _send(client, area, source, content):
    file = SimpleUploadedFile("talk.ogg", content)
    return client.post(_at("fieldwork-recording", area, source.pk), {"recording": file})


def test_seals_a_recording_and_plays_parts_of_it(staff, area, by, settings):
    source = factories.interview(area, by)
    content = b"OggS" + bytes(range(256)) * 700
    _send(staff, area, source, content)
    source.refresh_from_db()
    assert bytes(range(256)) not in audio.path_of(source.audio).read_bytes()
    address = _at("fieldwork-play", area, source.pk)
    assert staff.get(address).status_code == 403
    _post(staff, source.get_absolute_url(), reason="Listening")
    assert b"".join(staff.get(address).streaming_content) == content
    part = staff.get(address, headers={"range": "bytes=65530-131080"})
    assert part.status_code == 206
    assert b"".join(part.streaming_content) == content[65530:131081]
    assert staff.get(address, headers={"range": "bytes=999999-"}).status_code == 416


def test_keeps_nothing_of_what_is_no_recording(staff, area, by, settings):
    source = factories.interview(area, by)
    _send(staff, area, source, b"MZ this is a program")
    source.refresh_from_db()
    assert source.audio == ""
    assert not list((settings.MEDIA_ROOT / "fieldwork").glob("*"))


def test_lets_the_speaker_take_back_with_the_receipt_and_never_read(client, area, by):
    code = new_code()
    whom = factories.subject(area, by, code=code)
    factories.interview(area, by, whom=whom)
    address = _at("fieldwork-mine", area)
    page = _post(client, address, code=code).content.decode()
    assert "Lampe" in page
    assert "yard" not in page
    _post(client, address, code=code, **{"take-back": "quoted"})
    assert _post(client, address, code=code).content.decode().count('value="quoted"') == 0
    assert _post(client, address, code=code, **{"take-back": "stored"}).status_code == 302
    assert not Reading.objects.exists()
    assert "Lampe" not in _post(client, address, code=code).content.decode()
