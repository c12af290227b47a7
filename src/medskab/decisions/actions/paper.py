"""Voting on paper: a code is used up at the desk; later two people type every paper."""

from datetime import datetime
from typing import Any

from medskab.audit import actions as audit
from medskab.common.codes import NotACode, kept, read_code
from medskab.common.deed import deed
from medskab.decisions import choices, rules
from medskab.decisions.codes_in_use import purpose_of
from medskab.decisions.models import (
    Credential,
    CredentialStatus,
    PaperBatch,
    PaperEntry,
    Pointer,
    Poll,
    PollState,
)
from medskab.decisions.refusals import (
    BatchIsWrong,
    CodeIsVoid,
    NoSuchCode,
    NotClosed,
    NotYoursToDecide,
    PapersAreMissing,
    PollNotOpen,
    TwoPeopleType,
    VotedOnPaper,
)
from medskab.people.models import Person

from .holding import hold


@deed
def check_in_on_paper(*, poll: Poll, code: str, by: Person, now: datetime) -> Credential:
    """Use a code up for a paper; a vote cast with it before no longer counts."""
    if not rules.may_conduct(by, poll.decision):
        raise NotYoursToDecide
    try:
        digest = kept(read_code(code), purpose_of(poll))
    except NotACode:
        raise NoSuchCode from None
    credential = Credential.objects.filter(poll=poll, code_hmac=digest).first()
    if credential is None:
        raise NoSuchCode
    usable = Credential.objects.filter(
        pk=credential.pk, status__in=[CredentialStatus.UNUSED, CredentialStatus.DIGITAL]
    )
    if not usable.update(status=CredentialStatus.PAPER):
        raise CodeIsVoid if credential.status == CredentialStatus.VOIDED else VotedOnPaper
    # In the same order as a vote on a phone: first the right, then the urn, so that neither waits for both.
    if not hold(poll, PollState.OPEN) or not Poll.objects.get(pk=poll.pk).is_open(now):
        raise PollNotOpen
    Pointer.objects.filter(credential=credential).delete()
    credential.refresh_from_db()
    return credential


@deed
def start_batch(*, poll: Poll, papers: int, box: str, by: Person, now: datetime) -> PaperBatch:
    """A bundle of papers, counted by hand, with the next number."""
    _check(poll, by)
    if not 1 <= papers <= 50:
        raise BatchIsWrong
    last = PaperBatch.objects.filter(poll=poll).last()
    batch = PaperBatch.objects.create(
        area_id=poll.area_id, poll=poll, number=last.number + 1 if last else 1, papers=papers, box=box
    )
    audit.record("poll.batch_started", batch, by=by, now=now, figures={"papers": papers})
    return batch


@deed
def enter_paper(
    *, batch: PaperBatch, number: int, choice: dict[str, Any] | None, by: Person, now: datetime
) -> PaperEntry:
    """Type one paper of a bundle, or type it again; None is a paper that cannot be read or is not allowed."""
    _check(batch.poll, by)
    if PaperEntry.objects.filter(batch=batch).exclude(by=by).count() > 1:
        raise TwoPeopleType
    entry, _is_new = PaperEntry.objects.get_or_create(batch=batch, by=by, defaults={"area_id": batch.area_id})
    typed = list(entry.choices)
    if batch.is_agreed or (entry.is_finished and not _differ(batch)):
        raise TwoPeopleType
    if not 1 <= number <= min(len(typed) + 1, batch.papers):
        raise PapersAreMissing
    if choice is not None:
        choice = choices.read_choice(batch.poll, batch.poll.decision.proposals.all(), choice)
    typed[number - 1 : number] = [choice]
    PaperEntry.objects.filter(pk=entry.pk).update(choices=typed)
    entry.refresh_from_db()
    return entry


@deed
def finish_entry(*, batch: PaperBatch, by: Person, now: datetime) -> PaperBatch:
    """Say that all papers are typed. Where two people typed the same, the bundle is done."""
    _check(batch.poll, by)
    mine = PaperEntry.objects.filter(batch=batch, by=by).first()
    if mine is None or len(mine.choices) != batch.papers:
        raise PapersAreMissing
    PaperEntry.objects.filter(pk=mine.pk).update(is_finished=True)
    finished = list(PaperEntry.objects.filter(batch=batch, is_finished=True).exclude(by=by))
    if any(other.choices == mine.choices for other in finished):
        PaperBatch.objects.filter(pk=batch.pk).update(is_agreed=True)
        audit.record("poll.batch_agreed", batch, by=by, now=now)
    batch.refresh_from_db()
    return batch


def _check(poll: Poll, by: Person) -> None:
    if not rules.may_type(by, poll):
        raise NotYoursToDecide
    if not Poll.objects.filter(pk=poll.pk, state=PollState.CLOSED).exists():
        raise NotClosed


def _differ(batch: PaperBatch) -> bool:
    return PaperEntry.objects.filter(batch=batch, is_finished=True).count() > 1
