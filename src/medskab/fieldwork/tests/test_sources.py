"""Sources: sealed when written, opened for a reason only, never written over."""

import pytest

from medskab.audit.models import Access
from medskab.common.clock import now
from medskab.fieldwork import actions, envelopes, keys, refusals
from medskab.fieldwork.models import Reading, SourceVersion
from medskab.fieldwork.sealed import text_of
from medskab.fieldwork.tests import factories
from medskab.people.models import RoleKind
from medskab.people.tests import factories as people
from medskab.tools.vault.sealing import CannotOpen


def _read(source, by, reason="Coding"):
    return text_of(source, by=by, reason=reason, now=now())


def test_keeps_no_word_in_the_clear(area, by):
    source = factories.interview(area, by)
    assert b"yard" not in bytes(SourceVersion.objects.get(source=source).text)
    assert _read(source, by) == factories.WORDS


def test_writes_down_who_read_and_why(area, by):
    source = factories.interview(area, by)
    _read(source, by, "Coding the yard")
    reading = Reading.objects.get()
    assert (reading.source, reading.by, reading.reason) == (source, by, "Coding the yard")
    assert Access.objects.filter(about_id=str(source.pk), why="Coding the yard").exists()


def test_opens_nothing_without_a_reason(area, by):
    source = factories.interview(area, by)
    with pytest.raises(refusals.NoReason):
        _read(source, by, "  ")
    assert not Reading.objects.exists()


def test_opens_nothing_for_residents_guardians_and_the_staff_next_door(area, by):
    source = factories.interview(area, by)
    resident = people.person(area, "Rosa", RoleKind.RESIDENT)
    neighbour = people.facilitator(people.area("vangen"), "Vera")
    for who in (resident, neighbour):
        with pytest.raises(refusals.NotForYou):
            _read(source, who)


def test_binds_a_text_to_its_row_and_version(area, by):
    one, other = factories.note(area, by), factories.note(area, by)
    version = one.versions.get()
    version.source = other
    with pytest.raises(CannotOpen):
        envelopes.open_text(version)


def test_has_a_key_for_each_speaker_that_only_its_owner_may_read(area, by):
    source, other = factories.note(area, by), factories.note(area, by)
    path = keys._path(source.key_name)
    assert path.stat().st_mode & 0o777 == 0o600
    assert keys.key(source.key_name) not in path.read_bytes()
    assert keys.key(source.key_name) != keys.key(other.key_name)


def test_keeps_both_texts_when_two_windows_save(area, by):
    source = factories.interview(area, by)
    actions.write_source(source=source, text="From the first window", version=1, by=by, now=now())
    with pytest.raises(refusals.ChangedMeanwhile):
        actions.write_source(source=source, text="From the second", version=1, by=by, now=now())
    source.refresh_from_db()
    assert (source.version, _read(source, by)) == (2, "From the first window")
    assert envelopes.open_text(source.versions.get(number=1)) == factories.WORDS


def test_never_writes_over_the_draft_of_another_window(area, by):
    source = factories.note(area, by)
    keep = {"source": source, "version": 1, "by": by, "now": now()}
    actions.keep_draft(text="One", number=0, **keep)
    with pytest.raises(refusals.ChangedMeanwhile):
        actions.keep_draft(text="Two", number=0, **keep)
    source.refresh_from_db()
    assert envelopes.open_draft(source) == "One"


@pytest.mark.parametrize("words", ["Her number is 010190-1234.", "It is 311299 4321", "0101901234"])
def test_refuses_a_civil_number(area, by, words):
    with pytest.raises(refusals.CivilNumber):
        factories.note(area, by, words)
