"""Writing sources: every text is sealed before it reaches the database, and none is lost."""

from datetime import datetime
from typing import Any

from medskab.audit.actions import record
from medskab.common.deed import deed
from medskab.fieldwork import envelopes, identifying, keys, readable, refusals, rules
from medskab.fieldwork.models import Source, SourceKind, SourceState, SourceVersion, Subject
from medskab.fieldwork.moving import moved
from medskab.people.models import Person, Purpose
from medskab.places.models import Area


@deed
def new_source(
    *, area: Area, subject: Subject | None, facts: dict[str, Any], by: Person, now: datetime
) -> Source:
    """An interview with somebody who agreed, or a field note under a key of its own."""
    if not rules.may_work(by, area):
        raise refusals.NotForYou
    if subject is not None and not rules.may_use(subject, Purpose.STORED, now.date()):
        raise refusals.NotAllowedToKeep
    source = Source.objects.create(
        area=area,
        kind=SourceKind.INTERVIEW if subject else SourceKind.NOTE,
        subject=subject,
        key_name=subject.key_name if subject else keys.make(),
        author=by,
        made_at=now,
        **{name: facts[name] for name in ("title", "on", "place", "language")},
    )
    record("fieldwork/source-begun", source, by=by, now=now)
    if text := facts.get("text", ""):
        write_source(source=source, text=text, version=0, by=by, now=now)
    return source


@deed
def write_source(*, source: Source, text: str, version: int, by: Person, now: datetime) -> SourceVersion:
    """A new version; refused where somebody saved meanwhile, so that no text is written over."""
    readable.check(source, by, now)
    _refuse_civil_numbers(text)
    if not Source.objects.filter(pk=source.pk, version=version).update(version=version + 1, draft=b""):
        raise refusals.ChangedMeanwhile
    source.refresh_from_db()
    record("fieldwork/source-written", source, by=by, now=now, figures={"version": source.version})
    written = SourceVersion.objects.create(
        area=source.area,
        source=source,
        number=source.version,
        text=envelopes.seal_text(source, source.version, text),
        by=by,
        at=now,
    )
    _move_codings(source, text)
    return written


@deed
def keep_draft(*, source: Source, text: str, version: int, number: int, by: Person, now: datetime) -> Source:
    """What is being typed, every few seconds; another window's draft is never written over."""
    readable.check(source, by, now)
    _refuse_civil_numbers(text)
    ours = Source.objects.filter(pk=source.pk, version=version, draft_number=number)
    sealed = envelopes.seal_draft(source, number + 1, text)
    if not ours.update(draft=sealed, draft_number=number + 1):
        raise refusals.ChangedMeanwhile
    source.refresh_from_db()
    return source


@deed
def finish_source(*, source: Source, by: Person, now: datetime) -> Source:
    """It is written to its end and can be coded."""
    readable.check(source, by, now)
    source.state = SourceState.READY
    source.save(update_fields=["state"])
    record("fieldwork/source-ready", source, by=by, now=now)
    return source


@deed
def add_audio(*, source: Source, name: str, kind: str, by: Person, now: datetime) -> Source:
    """The recording that was sealed while it came in."""
    readable.check(source, by, now)
    source.audio, source.audio_type = name, kind
    source.save(update_fields=["audio", "audio_type"])
    record("fieldwork/recording-added", source, by=by, now=now)
    return source


def _move_codings(source: Source, text: str) -> None:
    """Passages whose words are the same go along; the others wait for their coder at the earlier text."""
    taken = set()
    for version in source.versions.select_related("source").filter(number__lt=source.version).reverse():
        rows = list(source.codings.filter(version=version.number, removed_at=None))
        places = [(row.start, row.end) for row in rows]
        found = moved(envelopes.open_text(version), text, places) if rows else []
        for row, place in zip(rows, found, strict=True):
            mark = (place, row.code_id, row.coder_id)
            if place and mark not in taken:
                taken.add(mark)
                row.version, (row.start, row.end) = source.version, place
                row.save(update_fields=["version", "start", "end"])


def _refuse_civil_numbers(text: str) -> None:
    if identifying.has_civil_number(text):
        raise refusals.CivilNumber
