"""A decision that ends without being carried out: called off before its vote, or withdrawn after it."""

from datetime import datetime

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.decisions import queries, rules
from medskab.decisions.models import Decision, Poll, PollState, State
from medskab.decisions.refusals import (
    DecisionIsNotOpen,
    NotPublic,
    NotYoursToDecide,
    ReasonIsMissing,
    VoteHasBegun,
)
from medskab.notifications import actions as notifications
from medskab.people.models import Person
from medskab.resources import actions as resources
from medskab.resources import queries as money


@deed
def call_off(*, decision: Decision, because: str, by: Person, now: datetime) -> Decision:
    """Stop a decision before its vote has begun: everybody reads why, and its money is free again."""
    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    if not because.strip():
        raise ReasonIsMissing
    # First the mark: the opening of the vote waits for it, or has come before it.
    if not _end(decision, State.CALLED_OFF, [State.RUNNING], because, now):
        raise DecisionIsNotOpen
    polls = Poll.objects.filter(decision=decision, is_rehearsal=False)
    if polls.exclude(state=PollState.PREPARED).exists():
        raise VoteHasBegun
    if decision.reservation:
        resources.release(reservation=decision.reservation, because=because, by=by, now=now)
    audit.record("decision.called_off", decision, by=by, now=now, because=because)
    decision.refresh_from_db()
    _tell_everybody(decision, by, now)
    return decision


@deed
def withdraw(*, decision: Decision, because: str, by: Person, now: datetime) -> Decision:
    """Say that a result does not hold; its page stays and says why, and money not spent is free again."""
    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    # What people voted on here is published first: nobody sets aside what came out of the urn unseen.
    states = [State.PUBLISHED] if decision.is_taken_here else [State.COUNTED, State.PUBLISHED]
    if not _end(decision, State.WITHDRAWN, states, because, now):
        raise NotPublic
    for delivery in decision.deliveries.exclude(commitment=None).select_related("commitment"):
        if not money.is_closed(delivery.commitment):
            resources.close_commitment(commitment=delivery.commitment, because=because, by=by, now=now)
    audit.record("decision.withdrawn", decision, by=by, now=now, because=because)
    decision.refresh_from_db()
    if decision.is_public:
        _tell_everybody(decision, by, now)
    return decision


def _end(decision: Decision, end: State, before: list[State], because: str, now: datetime) -> int:
    standing = Decision.objects.filter(pk=decision.pk, state__in=before)
    return standing.update(state=end, withdrawn_because=because, withdrawn_at=now)


def _tell_everybody(decision: Decision, by: Person, now: datetime) -> None:
    people = queries.people_here(decision)
    notifications.tell(people=people, kind="decisions/withdrawn", about=decision, by=by, now=now)
