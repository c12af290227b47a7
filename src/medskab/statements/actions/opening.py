"""Opening a conversation to everybody, closing it, and opening it again."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.people.models import Person
from medskab.statements import queries, rules
from medskab.statements.models import Conversation, ConversationState

from .counting import ask_for_count


@deed
def open_conversation(
    *, conversation: Conversation, because: str = "", by: Person, now: datetime
) -> Conversation:
    """Let everybody vote; what was closed opens again only for a reason, which the log keeps."""
    row = _locked(conversation, by)
    is_over = row.closes_at is not None and row.closes_at <= now
    if row.state == ConversationState.OPEN and not is_over:
        raise CannotAct(_("It is open already."))
    if row.state == ConversationState.DRAFT:
        row.opens_at = max(row.opens_at, now)
    elif not because.strip():
        raise CannotAct(_("Say why it opens again. The log keeps it."))
    if not queries.shown(row).exists():
        raise CannotAct(_("Write some statements first: nobody can vote on nothing."))
    if is_over:
        row.closes_at = None
    elif row.closes_at and row.closes_at <= row.opens_at:
        raise CannotAct(_("It must close after it opens."))
    row.state = ConversationState.OPEN
    row.save(update_fields=["state", "opens_at", "closes_at"])
    record("statements/opened", row, by=by, now=now, because=because.strip())
    return row


@deed
def close_conversation(
    *, conversation: Conversation, because: str = "", by: Person, now: datetime
) -> Conversation:
    """Take no more votes, and count for the last time."""
    row = _locked(conversation, by)
    if row.state != ConversationState.OPEN:
        raise CannotAct(_("It is not open."))
    row.state = ConversationState.CLOSED
    row.save(update_fields=["state"])
    record("statements/closed", row, by=by, now=now, because=because.strip())
    ask_for_count(conversation=row, at_once=True, by=by, now=now)
    return row


def _locked(conversation: Conversation, by: Person) -> Conversation:
    if not rules.may_set_up(by, conversation):
        raise CannotAct(_("Only those who work here do this."))
    return Conversation.objects.select_for_update().select_related("area").get(pk=conversation.pk)
