"""Erasing leaves no trace: not in the rows, not on the disk, not in a restored backup."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core import serializers
from django.db import connection

from medskab.common.clock import now
from medskab.common.codes import new_code
from medskab.fieldwork import actions, audio, envelopes, keys, models, refusals, restored
from medskab.fieldwork.sealed import text_of
from medskab.fieldwork.tests import factories

CANARY = "zinnoberrot"


def _recorded(source, by):
    sealing = audio.Sealing(keys.key(source.key_name))
    sealing.add(b"OggS" + CANARY.encode() * 9)
    actions.add_audio(source=source, name=sealing.finish(), kind="audio/ogg", by=by, now=now())
    return source.audio


def _everything():
    """All rows of the database and all files, as bytes."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 (the table's own name)
            for row in cursor.fetchall():
                for value in row:
                    yield bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
    for path in settings.MEDIA_ROOT.rglob("*"):
        if path.is_file():
            yield path.read_bytes()


def _traces():
    return [found for found in _everything() if CANARY.encode() in found.lower()]


def _said(area, by, code=""):
    whom = factories.subject(area, by, code=code, contact=f"Mr {CANARY}")
    source = factories.interview(area, by, f"It is {CANARY}.", whom)
    actions.keep_draft(source=source, text=f"More {CANARY}", version=1, number=0, by=by, now=now())
    _recorded(source, by)
    return whom, source


def test_leaves_no_word_in_the_clear_even_before(area, by):
    _said(area, by)
    assert not _traces()


def test_destroys_the_key_and_empties_what_it_sealed(area, by, django_capture_on_commit_callbacks):
    whom, source = _said(area, by)
    before, name = source.versions.get(), source.audio
    with django_capture_on_commit_callbacks(execute=True):
        actions.erase_subject(subject=whom, by=by, now=now())
    with pytest.raises(keys.KeyIsGone):
        envelopes.open_text(before)
    assert not audio.path_of(name).exists()
    assert bytes(source.versions.get().text) == b""
    assert not _traces()
    source.refresh_from_db()
    with pytest.raises(refusals.IsErased):
        text_of(source, by=by, reason="Once more", now=now())


def test_erases_everything_when_the_speaker_takes_back_that_it_is_kept(
    area, by, django_capture_on_commit_callbacks
):
    code = new_code()
    whom, _source = _said(area, by, code)
    with django_capture_on_commit_callbacks(execute=True):
        actions.take_back(area=area, code=code, purpose="stored", by=None, now=now())
    whom.refresh_from_db()
    assert whom.erased_at is not None
    assert not list(keys.names_made_before(now().timestamp() + 60))


def test_erases_again_what_a_backup_brought_back(area, by, django_capture_on_commit_callbacks):
    whom, source = _said(area, by)
    backup = serializers.serialize("json", [whom, source, *source.versions.all()])
    kept = keys._path(whom.key_name).read_bytes()
    with django_capture_on_commit_callbacks(execute=True):
        actions.erase_subject(subject=whom, by=by, now=now())
    carried = restored.collect()
    for row in serializers.deserialize("json", backup):
        row.save()
    keys._path(whom.key_name).write_bytes(kept)
    with django_capture_on_commit_callbacks(execute=True):
        restored.replay(carried, now())
    assert models.Subject.objects.get().erased_at is not None
    assert bytes(source.versions.get().text) == b""
    with pytest.raises(keys.KeyIsGone):
        keys.key(whom.key_name)


def test_finishes_at_night_what_was_cut_short(area, by, django_capture_on_commit_callbacks):
    whom, _source = _said(area, by)
    note = factories.note(area, by)
    actions.erase_subject(subject=whom, by=by, now=now())  # killed before the file was deleted
    with django_capture_on_commit_callbacks(execute=True):
        actions.sweep_keys(by=None, now=now())
    assert list(keys.names_made_before(now().timestamp() + 60)) == [note.key_name]


def test_erases_a_note_alone(area, by, django_capture_on_commit_callbacks):
    note, other = factories.note(area, by), factories.note(area, by)
    with django_capture_on_commit_callbacks(execute=True):
        actions.erase_source(source=note, by=by, now=now())
    assert text_of(other, by=by, reason="Coding", now=now())
    with pytest.raises(keys.KeyIsGone):
        keys.key(note.key_name)


def test_leaves_nothing_in_the_clear_where_an_upload_is_killed(
    area, by, settings, django_capture_on_commit_callbacks
):
    source = factories.note(area, by)
    sealing = audio.Sealing(keys.key(source.key_name))
    sealing.add(CANARY.encode() * 20_000)  # and no more comes
    sealing._file.flush()
    path = audio.path_of(sealing.name)
    assert path.stat().st_size > audio.PIECE
    assert not _traces()
    with django_capture_on_commit_callbacks(execute=True):
        actions.sweep_keys(by=None, now=now() + timedelta(days=2))
    assert not path.exists()
    assert keys.key(source.key_name)
    sealing._file.close()
