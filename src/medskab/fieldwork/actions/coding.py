"""Giving codes to passages."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.fieldwork import envelopes, identifying, readable, refusals, rules
from medskab.fieldwork.models import Code, Coding, CodingDone, Source, SourceMemo
from medskab.people.models import Person, Purpose


@deed
def give_code(
    *, source: Source, code: Code, place: tuple[int, int], memo: str, by: Person, now: datetime
) -> Coding:
    """A code for a passage of the newest text, with a memo if there is one."""
    _check(source, by, now)
    if code.area_id != source.area_id or code.retired_at or code.merged_into_id:
        raise CannotAct(_("Choose a code that is in use."))
    newest = source.versions.order_by("-number").select_related("source").first()
    start, end = place
    if newest is None or not 0 <= start < end <= len(envelopes.open_text(newest)):
        raise CannotAct(_("Mark some words of the text first."))
    where = {"source": source, "version": newest.number, "start": start, "end": end}
    facts = {"area": source.area, "at": now, "memo": envelopes.seal_note(source, memo) if memo else b""}
    coding, _is_new = Coding.objects.get_or_create(
        **where, code=code, coder=by, removed_at=None, defaults=facts
    )
    record("fieldwork/code-given", coding, by=by, now=now)
    return coding


@deed
def take_code(*, coding: Coding, is_taken: bool, by: Person, now: datetime) -> Coding:
    """Take one's own code off a passage, or put it back."""
    _check(coding.source, by, now)
    if coding.coder_id != by.pk:
        raise CannotAct(_("Only who gave the code takes it off."))
    same = {name: getattr(coding, name) for name in ("source", "version", "start", "end", "code", "coder")}
    if not is_taken and Coding.objects.filter(**same, removed_at=None).exists():
        raise CannotAct(_("It was given again already."))
    coding.removed_at = now if is_taken else None
    coding.save(update_fields=["removed_at"])
    record("fieldwork/code-taken" if is_taken else "fieldwork/code-put-back", coding, by=by, now=now)
    return coding


@deed
def finish_coding(*, source: Source, by: Person, now: datetime) -> CodingDone:
    """From now on they see what the others gave."""
    _check(source, by, now)
    done, _is_new = CodingDone.objects.get_or_create(
        source=source, version=source.version, coder=by, defaults={"area": source.area, "at": now}
    )
    record("fieldwork/coding-finished", source, by=by, now=now)
    return done


@deed
def write_memo(*, source: Source, words: str, by: Person, now: datetime) -> SourceMemo:
    """A thought about the whole text."""
    _check(source, by, now)
    if not words.strip():
        raise CannotAct(_("Write something first."))
    if identifying.has_civil_number(words):
        raise refusals.CivilNumber
    sealed = envelopes.seal_note(source, words.strip())
    memo = SourceMemo.objects.create(area=source.area, source=source, words=sealed, by=by, at=now)
    record("fieldwork/memo-written", source, by=by, now=now)
    return memo


@deed
def drop_memo(*, memo: SourceMemo, by: Person, now: datetime) -> None:
    """Take one's own thought away."""
    _check(memo.source, by, now)
    if memo.by_id != by.pk:
        raise CannotAct(_("Only who wrote it takes it away."))
    memo.delete()
    record("fieldwork/memo-dropped", memo.source, by=by, now=now)


def _check(source: Source, by: Person, now: datetime) -> None:
    readable.check(source, by, now)
    if source.subject is not None and not rules.may_use(source.subject, Purpose.ANALYSED, now.date()):
        raise refusals.NotAllowedToAnalyse
