"""Moving a phase or opening it again, in public and with a reason."""

from datetime import datetime

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.decisions import queries, rules
from medskab.decisions.dates import check_order
from medskab.decisions.models import Phase, PhaseChange, PhaseKind, Poll, PollState, State
from medskab.decisions.refusals import HasBegun, NeverShorter, NotYoursToDecide, TooLateToMove
from medskab.notifications import actions as notifications
from medskab.people.models import Person

from . import polls


@deed
def move_phase(
    *, phase: Phase, starts_at: datetime, ends_at: datetime, because: str, by: Person, now: datetime
) -> PhaseChange:
    """Give an opened phase other dates, or open it again; the vote's urn follows."""
    decision = phase.decision
    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    if decision.state != State.RUNNING or ends_at <= now:
        raise TooLateToMove
    if phase.starts_at <= now and starts_at != phase.starts_at:
        raise HasBegun
    dates = {one.kind: (one.starts_at, one.ends_at) for one in decision.phases.all()}
    check_order(dates | {phase.kind: (starts_at, ends_at)})
    if phase.kind == PhaseKind.VOTE:
        _move_urn(phase, ends_at, because, by, now)
    change = PhaseChange.objects.create(
        area_id=decision.area_id,
        decision=decision,
        kind=phase.kind,
        started_at=phase.starts_at,
        ended_at=phase.ends_at,
        starts_at=starts_at,
        ends_at=ends_at,
        because=because,
        at=now,
        by=by,
    )
    unchanged = Phase.objects.filter(pk=phase.pk, starts_at=phase.starts_at, ends_at=phase.ends_at)
    if not unchanged.update(starts_at=starts_at, ends_at=ends_at):
        raise TooLateToMove
    audit.record("decision.phase_moved", decision, by=by, now=now, because=because)
    notifications.tell(
        people=queries.people_here(decision), kind="decisions/moved", about=decision, by=by, now=now
    )
    return change


def _move_urn(phase: Phase, ends_at: datetime, because: str, by: Person, now: datetime) -> None:
    poll = Poll.objects.filter(decision_id=phase.decision_id, is_rehearsal=False).first()
    if poll is None or poll.state == PollState.PREPARED:
        return
    if poll.state != PollState.OPEN:
        raise TooLateToMove
    if ends_at < phase.ends_at:
        raise NeverShorter
    polls.move_closing(poll=poll, closes_at=ends_at, because=because, by=by, now=now)
