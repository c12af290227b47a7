"""Taking a project of another program in: its codes, or its texts with them; and taking that back."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.codes import kept
from medskab.common.codes import new_code as new_receipt
from medskab.common.deed import CannotAct, deed
from medskab.common.names import clean_name
from medskab.fieldwork import envelopes, exchanging, keys, pseudonyms, queries, refusals, rules
from medskab.fieldwork.exchange.project import Passage, Project, Text, TravellingCode
from medskab.fieldwork.models import (
    Agreement,
    Brought,
    Code,
    Coding,
    Source,
    SourceMemo,
    SourceState,
    Subject,
)
from medskab.people.models import AgeBand, Channel, Person, Purpose, Voice
from medskab.places.models import Area

from .codebook import new_code
from .erasing import empty_source, empty_subject
from .sources import new_source

_ASKED_ELSEWHERE = "elsewhere"


@deed
def take_in_codes(*, area: Area, codes: tuple[TravellingCode, ...], by: Person, now: datetime) -> None:
    """The codes of another program; a name that is here already is that code."""
    if not rules.may_work(by, area):
        raise refusals.NotForYou
    _codes(area, codes, None, by, now)


@deed
def bring_project(
    *, area: Area, project: Project, language: str, is_agreed: bool, by: Person, now: datetime
) -> Brought:
    """Its texts too, each speaker under a new name; whoever brings it answers for their consent."""
    if not rules.may_work(by, area):
        raise refusals.NotForYou
    if not is_agreed:
        raise refusals.NotAllowedToKeep
    texts = [text for text in project.texts if text.words.strip()]
    brought = Brought.objects.create(area=area, texts=len(texts), by=by, at=now)
    codes = _codes(area, project.codes, brought, by, now)
    notes = {note.guid: note.words for note in project.notes}
    speakers = _speakers(project, texts, brought)
    for text in texts:
        title = clean_name(text.name)[:120] or str(_("A text"))
        facts: dict[str, Any] = {"title": title, "text": text.words, "language": language}
        facts |= {"on": timezone.localdate(now), "place": None}
        source = new_source(area=area, subject=speakers[text.guid], facts=facts, by=by, now=now)
        source.refresh_from_db()
        source.brought, source.state = brought, SourceState.READY
        source.save(update_fields=["brought", "state"])
        _codings(source, text, codes, notes, brought)
    record("fieldwork/project-brought", brought, by=by, now=now, figures={"texts": len(texts)})
    return brought


@deed
def undo_bringing(*, brought: Brought, by: Person, now: datetime) -> None:
    """Everything that came with it goes: texts are erased, codes that nothing else carries are retired."""
    if not rules.may_work(by, brought):
        raise refusals.NotForYou
    if not brought.can_be_undone(now):
        raise CannotAct(_("This can be undone within a day only."))
    for source in brought.sources.select_related("subject"):
        source.codings.filter(removed_at=None).update(removed_at=now)
        others = source.subject.sources.exclude(brought=brought)
        if others.exists():
            empty_source(source=source, by=by, now=now)
        else:
            empty_subject(subject=source.subject, by=by, now=now)
    used = Coding.objects.filter(code__in=brought.codes.all(), removed_at=None).values("code")
    brought.codes.filter(retired_at=None).exclude(pk__in=used).update(retired_at=now)
    brought.undone_at = now
    brought.save(update_fields=["undone_at"])
    record("fieldwork/bringing-undone", brought, by=by, now=now)


def _codes(
    area: Area, codes: tuple[TravellingCode, ...], brought: Brought | None, by: Person, now: datetime
) -> dict[str, Code]:
    here = {code.name.lower(): code for code in Code.objects.for_area(area).filter(merged_into=None)}
    known: dict[str, Code] = {}
    for one in codes:
        if not one.name:
            continue
        code = here.get(one.name.lower())
        if code is None:
            facts = {"name": one.name, "definition": one.description[:2000], "parent": known.get(one.parent)}
            code = here[one.name.lower()] = new_code(area=area, **facts, by=by, now=now)
            code.brought, code.colour = brought, exchanging.colour_like(one.colour) or code.colour
            code.save(update_fields=["brought", "colour"])
        known[one.guid] = code
    return known


def _speakers(project: Project, texts: list[Text], brought: Brought) -> dict[str, Subject]:
    """One for each case, or for each text that belongs to none: never under the name they bear there."""
    of_case = {text: case.guid for case in project.cases for text in case.texts}
    made: dict[str, Subject] = {}
    answer = {}
    for text in texts:
        owner = of_case.get(text.guid, text.guid)
        if owner not in made:
            made[owner] = _speaker(brought)
        answer[text.guid] = made[owner]
    return answer


def _speaker(brought: Brought) -> Subject:
    area, by, now = brought.area, brought.by, brought.at
    subject = Subject.objects.create(
        area=area,
        pseudonym=pseudonyms.proposed(queries.taken_pseudonyms(area)),
        age_band=AgeBand.ADULT,
        key_name=keys.make(),
        receipt_hmac=kept(new_receipt(), queries.RECEIPT),
        entered_by=by,
        entered_at=now,
    )
    facts = {"voice": Voice.OWN, "text_version": _ASKED_ELSEWHERE, "language": "da", "channel": Channel.PAPER}
    for purpose in Purpose:
        given = purpose in (Purpose.STORED, Purpose.ANALYSED)
        Agreement.objects.create(
            area=area, subject=subject, purpose=purpose, is_given=given, **facts, by=by, at=now
        )
    record("fieldwork/subject-entered", subject, by=by, now=now)
    return subject


def _codings(
    source: Source, text: Text, codes: dict[str, Code], notes: dict[str, str], brought: Brought
) -> None:
    made = {}
    for one in text.passages:
        for code in {codes[guid] for guid in one.codes if guid in codes}:
            made[one.start, one.end, code.pk] = _coding(source, one, code, notes, brought)
    Coding.objects.bulk_create(made.values())
    sealed = [envelopes.seal_note(source, notes[guid]) for guid in text.notes if notes.get(guid)]
    SourceMemo.objects.bulk_create(
        SourceMemo(area=source.area, source=source, words=words, by=brought.by, at=brought.at)
        for words in sealed
    )


def _coding(source: Source, one: Passage, code: Code, notes: dict[str, str], brought: Brought) -> Coding:
    memo = "\n".join(notes[guid] for guid in one.notes if notes.get(guid))
    return Coding(
        area=source.area,
        source=source,
        version=source.version,
        start=one.start,
        end=one.end,
        code=code,
        coder=brought.by,
        memo=envelopes.seal_note(source, memo) if memo else b"",
        at=brought.at,
    )
