"""The result of a conversation, counted again at most once a minute however many people look."""

from datetime import datetime, timedelta

from django.core.cache import cache
from django.db.models import Count, Max, Sum

from .calculations import Result, result_of, votes_of
from .models import Conversation, StatementState, Vote

_AGAIN = timedelta(minutes=1)
_KEPT = 24 * 60 * 60


def mark(conversation: Conversation) -> str:
    """Changes with each vote and each statement that is shown or taken away: one question each."""
    shown = conversation.statements.filter(state=StatementState.SHOWN).aggregate(
        n=Count("pk"), last=Max("checked_at")
    )
    cast = Vote.objects.filter(statement__conversation=conversation).aggregate(
        n=Count("pk"), last=Max("pk"), changed=Sum("changed")
    )
    return f"{shown['n']}-{shown['last']}-{cast['n']}-{cast['last']}-{cast['changed']}"


def result(conversation: Conversation, now: datetime) -> tuple[Result, datetime]:
    """What is known, and when it was counted."""
    key, stands = f"statements:result:{conversation.pk}", mark(conversation)
    held = cache.get(key)
    if held is not None and (held[0] == stands or now - held[2] < _AGAIN):
        return held[1], held[2]
    found = result_of(conversation, votes_of(conversation))
    cache.set(key, (stands, found, now), _KEPT)
    return found, now
