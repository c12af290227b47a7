"""Saying a statement of one's own, and taking it back."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.common.names import clean_name
from medskab.people.models import Person
from medskab.statements import rules
from medskab.statements.models import MOST_WORDS, Conversation, Origin, Statement, StatementState
from medskab.statements.numbering import next_number

# A flood is dammed per voice and per conversation, never per network: a whole block may share one.
MOST_WAITING = 5
MOST_IN_AN_HOUR = 5
MOST_IN_A_MINUTE = 30


@dataclass(frozen=True)
class Words:
    """A statement, and the language that it is written in, if that is known."""

    words: str
    language: str = ""


@deed
def say_statement(
    *, conversation: Conversation, said: Words, key: str, by: Person | None, now: datetime
) -> Statement:
    """Hand in a statement; others see it once it is checked. Who it was is kept only as a voice's key."""
    words = clean_name(said.words)
    if not words or len(words) > MOST_WORDS:
        raise CannotAct(_("Write a statement of 240 signs at most."))
    number = next_number(conversation)
    fresh = Conversation.objects.get(pk=conversation.pk)
    if not rules.takes_words(fresh, now):
        raise CannotAct(_("No statements can be added here now."))
    _hold_back_a_flood(fresh, key, now)
    row = Statement.objects.create(
        area=conversation.area,
        conversation=conversation,
        number=number,
        words=words,
        language=said.language,
        origin=Origin.RESIDENT,
        proposed_at=now,
        said_by_voice=key,
    )
    record("statements/said", row, by=None, now=now)
    return row


@deed
def withdraw_statement(*, statement: Statement, key: str, by: Person | None, now: datetime) -> Statement:
    """Take back one's own; what others have voted on stays, for it is theirs too."""
    row = Statement.objects.select_for_update().get(pk=statement.pk)
    if not key or row.said_by_voice != key:
        raise CannotAct(_("This one is not yours."))
    if row.state == StatementState.WITHDRAWN:
        raise CannotAct(_("It is taken back already."))
    if row.votes.exclude(voice__key=key).exists():
        raise CannotAct(_("Others have voted on it. It stays."))
    row.state, row.words, row.because = StatementState.WITHDRAWN, "", ""
    row.save(update_fields=["state", "words", "because"])
    record("statements/withdrawn", row, by=None, now=now)
    return row


def _hold_back_a_flood(conversation: Conversation, key: str, now: datetime) -> None:
    own = Q(said_by_voice=key)
    found = conversation.statements.filter(origin=Origin.RESIDENT).aggregate(
        waiting=Count("pk", filter=own & Q(state=StatementState.WAITING)),
        lately=Count("pk", filter=own & Q(proposed_at__gt=now - timedelta(hours=1))),
        together=Count("pk", filter=Q(proposed_at__gt=now - timedelta(minutes=1))),
    )
    if found["waiting"] >= MOST_WAITING:
        raise CannotAct(_("Some of yours still wait for a check. Add more when they are checked."))
    if found["lately"] >= MOST_IN_AN_HOUR:
        raise CannotAct(_("You have added many within an hour. Come back a little later."))
    if found["together"] >= MOST_IN_A_MINUTE:
        raise CannotAct(_("Many write just now. Wait a minute and send it again."))
