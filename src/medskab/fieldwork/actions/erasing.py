"""Erasing: the key is destroyed and the rows are emptied, so that nothing can be read again, in no copy."""

from datetime import datetime, timedelta
from functools import partial

from django.db import transaction

from medskab.audit.actions import record
from medskab.common.deed import deed
from medskab.fieldwork import audio, keys, queries, refusals, rules
from medskab.fieldwork.models import Coding, Quote, Source, SourceMemo, SourceVersion, Subject
from medskab.people.models import Person

_KEY_WITHOUT_ROW = timedelta(days=1)


@deed
def erase_subject(*, subject: Subject, by: Person, now: datetime) -> Subject:
    """The speaker asked staff for it."""
    if not rules.may_work(by, subject):
        raise refusals.NotForYou
    empty_subject(subject=subject, by=by, now=now)
    return subject


@deed
def erase_source(*, source: Source, by: Person, now: datetime) -> Source:
    """One text and its recording; of an interview the speaker's key stays with the other texts."""
    if not rules.may_work(by, source):
        raise refusals.NotForYou
    empty_source(source=source, by=by, now=now)
    return source


@deed
def empty_subject(*, subject: Subject, by: Person | None, now: datetime) -> None:
    """Part of the deed that erases; the file of the key goes once the deed stands."""
    if subject.erased_at is not None:
        return
    for source in Source.objects.filter(subject=subject, erased_at=None):
        empty_source(source=source, by=by, now=now)
    subject.contact, subject.erased_at = b"", now
    subject.save(update_fields=["contact", "erased_at"])
    transaction.on_commit(partial(keys.destroy, subject.key_name))
    record("fieldwork/subject-erased", subject, by=by, now=now)


@deed
def empty_source(*, source: Source, by: Person | None, now: datetime) -> None:
    """Part of the deed that erases."""
    if source.erased_at is not None:
        return
    SourceVersion.objects.filter(source=source).update(text=b"")
    Coding.objects.filter(source=source).update(memo=b"")
    Quote.objects.filter(source=source).update(words=b"", plain=b"")
    SourceMemo.objects.filter(source=source).delete()
    if source.audio:
        transaction.on_commit(partial(audio.drop, source.audio))
    source.draft, source.audio, source.audio_type, source.erased_at = b"", "", "", now
    source.save(update_fields=["draft", "audio", "audio_type", "erased_at"])
    if source.subject_id is None:
        transaction.on_commit(partial(keys.destroy, source.key_name))
    record("fieldwork/source-erased", source, by=by, now=now)


@deed
def erase_again(*, names: list[str], by: None, now: datetime) -> None:
    """What a restored backup brought back though it was erased goes again, and its key with it."""
    for subject in Subject.objects.filter(key_name__in=names, erased_at=None):
        empty_subject(subject=subject, by=by, now=now)
    for source in Source.objects.filter(key_name__in=names, subject=None, erased_at=None):
        empty_source(source=source, by=by, now=now)
    for name in names:
        transaction.on_commit(partial(keys.destroy, name))


@deed
def sweep_keys(*, by: None, now: datetime) -> None:
    """Each night: keys whose erasing was cut short, and keys and sounds that no row knows of."""
    kept = set(Subject.objects.filter(erased_at=None).values_list("key_name", flat=True))
    kept |= set(Source.objects.filter(erased_at=None, subject=None).values_list("key_name", flat=True))
    erased = set(queries.erased_keys())
    before = (now - _KEY_WITHOUT_ROW).timestamp()
    strangers = set(keys.names_made_before(before))
    for name in (strangers | erased) - kept:
        transaction.on_commit(partial(keys.destroy, name))
    known = set(Source.objects.exclude(audio="").values_list("audio", flat=True))
    for name in set(audio.names_made_before(before)) - known:
        transaction.on_commit(partial(audio.drop, name))
