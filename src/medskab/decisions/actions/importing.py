"""Bringing votes in: a file is read, looked at, and then taken in whole or forgotten."""

import gzip
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext_noop

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.decisions import calculations, queries, rules
from medskab.decisions.models import Decision, DecisionKind, Proposal, State, Submission, Upload
from medskab.decisions.refusals import (
    AlreadyAtWork,
    FileTooLarge,
    NothingToConfirm,
    NotYoursToDecide,
    TooLateToDiscard,
    UrnDecides,
)
from medskab.people.models import Person
from medskab.places.models import Area
from medskab.tools.jobs import actions as jobs
from medskab.tools.jobs.queries import open_job_about

MOST_BYTES = 20 * 1024 * 1024
DRAFTS_KEPT_FOR = timedelta(days=30)
STOPPED_KEPT_FOR = timedelta(hours=1)


@deed
def submit_file(
    *, area: Area, words: dict[str, str], file_name: str, content: bytes, by: Person, now: datetime
) -> Decision:
    """Begin a decision with a file of votes; a job reads it.

    Words: title, nature, source_note, ballots_already_public_at.
    """
    if not rules.may_prepare(by, area):
        raise NotYoursToDecide
    decision = Decision.objects.create(
        area=area,
        slug=queries.free_slug(area, words["title"]),
        kind=DecisionKind.BUDGET,
        state=State.DRAFT,
        created_by=by,
        created_at=now,
        **words,
    )
    _take_file(decision, file_name, content, by, now)
    audit.record("decision.file_submitted", decision, by=by, now=now)
    return decision


@deed
def replace_file(
    *, decision: Decision, words: dict[str, str], file_name: str, content: bytes, by: Person, now: datetime
) -> Decision:
    """Bring another file for a draft, with its words as they were or changed."""
    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    if open_job_about(decision) is not None:
        raise AlreadyAtWork
    if not Decision.objects.filter(pk=decision.pk, state=State.DRAFT, kind=DecisionKind.BUDGET).update(
        **words
    ):
        raise TooLateToDiscard
    Upload.objects.filter(decision=decision).delete()
    _take_file(decision, file_name, content, by, now)
    audit.record("decision.file_submitted", decision, by=by, now=now)
    return decision


@deed
def keep_reading(*, decision: Decision, reading: calculations.Reading, by: None, now: datetime) -> Decision:
    """The job has read the file: keep what it found, for the preview."""
    waiting = Upload.objects.filter(decision=decision, reading__isnull=True)
    if not waiting.update(reading=reading.facts, packed_ballots=reading.packed_ballots):
        raise NothingToConfirm
    figures = {"voters": reading.facts["voters"], "proposals": len(reading.facts["proposals"])}
    audit.record("decision.file_read", decision, by=by, now=now, figures=figures)
    return decision


@deed
def confirm_import(*, decision: Decision, currency: str, by: Person, now: datetime) -> Decision:
    """Take the votes in as they were shown, whole; the file itself and all voters' columns are forgotten."""
    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    upload = Upload.objects.filter(decision=decision, reading__isnull=False).first()
    taken = upload and Decision.objects.filter(pk=decision.pk, state=State.DRAFT).update(
        state=State.IMPORTED,
        currency=currency,
        currency_unit=upload.reading["currency_unit"],
        budget=upload.reading["budget"],
        voters=upload.reading["voters"],
        decided_on=upload.reading["ended_on"] or None,
    )
    if not upload or not taken:
        raise NothingToConfirm
    submission = _submission(decision, upload, by, now)
    Proposal.objects.bulk_create(
        Proposal(area_id=decision.area_id, decision=decision, **row) for row in upload.reading["proposals"]
    )
    Upload.objects.filter(pk=upload.pk).delete()
    figures = {"sha256": submission.sha256, "source_sha256": submission.source_sha256}
    audit.record("decision.imported", decision, by=by, now=now, figures=figures)
    decision.refresh_from_db()
    return decision


@deed
def discard_draft(*, decision: Decision, by: Person, now: datetime) -> None:
    """Forget a decision that is not counted yet: file, votes, proposals and words."""
    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    if open_job_about(decision) is not None:
        raise AlreadyAtWork
    if decision.is_taken_here:
        raise UrnDecides
    if not _forget(decision):
        raise TooLateToDiscard
    audit.record("decision.discarded", decision, by=by, now=now)


@deed
def drop_stopped_draft(*, decision: Decision, by: None, now: datetime) -> None:
    """Somebody stopped the reading: nothing of it is kept."""
    if _forget(decision):
        audit.record("decision.import_stopped", decision, by=by, now=now)


@deed
def forget_old_drafts(*, by: None, now: datetime) -> None:
    """Forget files that were stopped or that nobody has confirmed for a month."""
    for decision in Decision.objects.filter(
        state=State.DRAFT, upload__uploaded_at__lt=now - STOPPED_KEPT_FOR
    ).select_related("upload"):
        is_old = decision.upload.uploaded_at < now - DRAFTS_KEPT_FOR
        if (is_old or queries.is_stopped(decision)) and _forget(decision):
            audit.record("decision.draft_expired", decision, by=by, now=now)


def _take_file(decision: Decision, file_name: str, content: bytes, by: Person, now: datetime) -> None:
    from medskab.decisions import jobs as tasks  # noqa: PLC0415  a task calls actions, and actions start it

    if len(content) > MOST_BYTES:
        raise FileTooLarge
    Upload.objects.create(
        area_id=decision.area_id,
        decision=decision,
        file_name=file_name[:120],
        packed=gzip.compress(content, 1, mtime=0),
        sha256=sha256(content).hexdigest(),
        uploaded_at=now,
    )
    jobs.start(
        tasks.read_upload,
        about=decision,
        by=by,
        now=now,
        title=gettext_noop("Reading the votes"),
        decision_id=decision.pk,
    )


def _submission(decision: Decision, upload: Upload, by: Person, now: datetime) -> Submission:
    facts: dict[str, Any] = upload.reading or {}
    return Submission.objects.create(
        area_id=decision.area_id,
        decision=decision,
        file_name=upload.file_name,
        source_sha256=upload.sha256,
        sha256=facts["sha256"],
        packed=upload.packed_ballots,
        ballot_kind=facts["ballot_kind"],
        stated_rule=facts["stated_rule"],
        warnings=facts["warnings"],
        are_ballots_common=facts["are_ballots_common"],
        imported_at=now,
        imported_by=by,
    )


def _forget(decision: Decision) -> bool:
    """Delete a decision that nothing stands on yet."""
    early = Decision.objects.filter(pk=decision.pk, state__in=[State.DRAFT, State.IMPORTED], opened_at=None)
    if not early.exists() or decision.counts.exists() or decision.overrides.exists():
        return False
    if decision.household_votes.exists():
        return False
    Upload.objects.filter(decision_id=decision.pk).delete()
    Proposal.objects.filter(decision_id=decision.pk).delete()
    Submission.objects.filter(decision_id=decision.pk).delete()
    return bool(early.delete()[0])
