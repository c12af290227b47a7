"""One person looks at each statement of a resident before all see it."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.people.models import Person
from medskab.statements import rules
from medskab.statements.models import Statement, StatementState

MOST_REASON = 300


@deed
def show_statement(*, statement: Statement, by: Person, now: datetime) -> Statement:
    """Let all see it and vote on it."""
    row = _locked(statement, by)
    if row.state not in {StatementState.WAITING, StatementState.DECLINED}:
        raise CannotAct(_("It was looked at already."))
    return _checked(row, StatementState.SHOWN, "", by, now)


@deed
def decline_statement(*, statement: Statement, because: str, by: Person, now: datetime) -> Statement:
    """Keep it from being seen, or take it down; whoever wrote it reads why."""
    row = _locked(statement, by)
    if row.state not in {StatementState.WAITING, StatementState.SHOWN}:
        raise CannotAct(_("It was looked at already."))
    if not because.strip():
        raise CannotAct(_("Say why: whoever wrote it will read it."))
    return _checked(row, StatementState.DECLINED, because.strip()[:MOST_REASON], by, now)


def _checked(row: Statement, state: StatementState, because: str, by: Person, now: datetime) -> Statement:
    row.state, row.because, row.checked_at, row.checked_by = state, because, now, by
    row.save(update_fields=["state", "because", "checked_at", "checked_by"])
    record(f"statements/{state.value}", row, by=by, now=now, because=because)
    return row


def _locked(statement: Statement, by: Person) -> Statement:
    if not rules.may_set_up(by, statement):
        raise CannotAct(_("Only those who work here do this."))
    return Statement.objects.select_for_update().get(pk=statement.pk)
