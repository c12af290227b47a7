"""From a draft to something open, under way, ended; or taken back, with the reason."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from medskab.audit.actions import record
from medskab.common.deed import deed
from medskab.initiatives import queries, refusals, rules
from medskab.initiatives.models import Initiative, State
from medskab.notifications import actions as notifications
from medskab.people.models import Person


@deed
def open_initiative(*, initiative: Initiative, by: Person, now: datetime) -> Initiative:
    """From now on everybody can read and support it; what is still missing is said."""
    if not rules.is_lead(by, initiative):
        raise refusals.NotYoursToDo
    initiative = (
        Initiative.objects.select_for_update(of=("self",))
        .select_related("area", "lead")
        .get(pk=initiative.pk)
    )
    if missing := queries.why_not_ready(initiative):
        raise refusals.NotReady(missing)
    _move(initiative, [State.DRAFT], state=State.OPEN, opened_at=initiative.opened_at or now)
    record("initiatives.opened", initiative, by=by, now=now)
    _tell(initiative, by=by, now=now)
    return initiative


@deed
def begin(*, initiative: Initiative, by: Person, now: datetime) -> Initiative:
    """Something is being done."""
    if not rules.is_lead(by, initiative):
        raise refusals.NotYoursToDo
    _move(initiative, [State.OPEN], state=State.RUNNING, began_at=now)
    record("initiatives.begun", initiative, by=by, now=now)
    return initiative


@deed
def end_initiative(*, initiative: Initiative, because: str, by: Person, now: datetime) -> Initiative:
    """It has come to its end; its page stays, with what came of it."""
    _check_end(initiative, because, by)
    ended = {"state": State.ENDED, "ended_at": now, "ended_by": by, "because": because}
    _move(initiative, [State.OPEN, State.RUNNING], **ended)
    record("initiatives.ended", initiative, by=by, now=now, because=because)
    _tell(initiative, by=by, now=now)
    return initiative


@deed
def withdraw(*, initiative: Initiative, because: str, by: Person, now: datetime) -> Initiative:
    """Nobody but its authors and staff reads it any more; that it was withdrawn, and why, stays."""
    _check_end(initiative, because, by)
    withdrawn = {"state": State.WITHDRAWN, "ended_at": now, "ended_by": by, "because": because}
    _move(initiative, [State.DRAFT, State.OPEN, State.RUNNING, State.ENDED], **withdrawn)
    record("initiatives.withdrawn", initiative, by=by, now=now, because=because)
    _tell(initiative, by=by, now=now)
    return initiative


@deed
def reopen(*, initiative: Initiative, by: Person, now: datetime) -> Initiative:
    """An ended one goes on where it was; a withdrawn one is a draft again."""
    if not rules.may_reopen(by, initiative):
        raise refusals.NotYoursToDo
    before = State(initiative.state)
    if before not in {State.ENDED, State.WITHDRAWN}:
        raise refusals.NotNow
    state = State.DRAFT if before == State.WITHDRAWN else _where_it_was(initiative)
    _move(initiative, [before], state=state, ended_at=None, ended_by=None, because="")
    record("initiatives.reopened", initiative, by=by, now=now)
    if initiative.is_alive:
        _tell(initiative, by=by, now=now)
    return initiative


def _check_end(initiative: Initiative, because: str, by: Person) -> None:
    if not rules.may_end(by, initiative):
        raise refusals.NotYoursToDo
    if not because.strip():
        raise refusals.NeedsAReason


def _where_it_was(initiative: Initiative) -> State:
    return State.RUNNING if initiative.began_at else State.OPEN


def _move(initiative: Initiative, before: Iterable[State], **facts: Any) -> None:
    at_that_point = Initiative.objects.filter(pk=initiative.pk, state__in=list(before))
    if not at_that_point.update(**facts):
        raise refusals.NotNow
    initiative.refresh_from_db()


def _tell(initiative: Initiative, *, by: Person, now: datetime) -> None:
    team = {person.pk for person in queries.authors(initiative)}
    supporters = [person for person in queries.supporters(initiative) if person.pk not in team]
    told = {"about": initiative, "by": by, "now": now}
    notifications.tell(people=queries.authors(initiative), kind="initiatives/team", **told)
    notifications.tell(people=supporters, kind="initiatives/supported", **told)
