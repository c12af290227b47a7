"""Making a result public, all of it or nothing, and withdrawing it again with a reason."""

from datetime import datetime

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.decisions import queries, rules, snapshots
from medskab.decisions.models import Decision, Publication, State
from medskab.decisions.refusals import (
    CountIsOutOfDate,
    NothingToPublish,
    NotYoursToDecide,
    WordsAreMissing,
)
from medskab.notifications import actions as notifications
from medskab.people.models import Person

from .delivering import begin_delivery
from .opening import announce_result

NEEDED = ("decided_by", "basis", "meaning", "objection")


@deed
def write_words(*, decision: Decision, words: dict[str, object], by: Person, now: datetime) -> Decision:
    """Say who decides, on what basis, what it means and how to object; a public result is published again."""
    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    Decision.objects.filter(pk=decision.pk).exclude(state=State.WITHDRAWN).update(**words)
    audit.record("decision.words_written", decision, by=by, now=now)
    decision.refresh_from_db()
    if decision.state == State.PUBLISHED:
        publish_again(decision=decision, by=by, now=now)
    return decision


@deed
def publish(*, decision: Decision, by: Person, now: datetime) -> Decision:
    """Show the counted result to everybody, as a snapshot that no later change reaches."""
    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    if any(not getattr(decision, name).strip() for name in NEEDED):
        raise WordsAreMissing
    if decision.state != State.COUNTED:
        raise NothingToPublish
    if queries.is_out_of_date(decision):
        raise CountIsOutOfDate
    _publish(decision, State.COUNTED, by, now)
    if decision.opened_at is not None:
        begin_delivery(decision=decision, by=by, now=now)
        announce_result(decision=decision, by=by, now=now)
    audit.record("decision.published", decision, by=by, now=now, figures=_figures(decision))
    _tell_everybody("decisions/published", decision, by, now)
    return decision


@deed
def publish_again(*, decision: Decision, by: Person, now: datetime) -> Decision:
    """Publish corrected words or numbers: the page shows the new snapshot, the old one is kept."""
    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    _publish(decision, State.PUBLISHED, by, now)
    audit.record("decision.published_again", decision, by=by, now=now, figures=_figures(decision))
    return decision


def _publish(decision: Decision, state: State, by: Person, now: datetime) -> None:
    vote = queries.standing_vote(decision)
    snapshot = snapshots.snapshot(decision)
    publication = Publication.objects.create(
        area_id=decision.area_id,
        decision=decision,
        count=decision.official_count,
        household_vote=vote,
        snapshot=snapshot,
        summary=snapshots.summary(snapshot),
        sha256=snapshots.digest(snapshot),
        at=now,
        by=by,
    )
    standing = Decision.objects.filter(
        pk=decision.pk, state=state, official_count_id=decision.official_count_id
    )
    if not standing.update(state=State.PUBLISHED, publication=publication):
        raise NothingToPublish
    decision.refresh_from_db()


def _tell_everybody(kind: str, decision: Decision, by: Person, now: datetime) -> None:
    notifications.tell(people=queries.people_here(decision), kind=kind, about=decision, by=by, now=now)


def _figures(decision: Decision) -> dict[str, object]:
    assert decision.publication is not None  # noqa: S101  the line above made it
    return {"publication": decision.publication.pk, "sha256": decision.publication.sha256}
