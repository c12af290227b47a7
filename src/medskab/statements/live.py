"""Telling open pages that there are new votes, or a new count of them."""

from django.core.cache import cache

from medskab.tools.live.actions import bump

from .models import Conversation

_SECONDS = 1


def topic_of(conversation: Conversation) -> str:
    """What a page that shows the result listens to."""
    return f"conversation:{conversation.pk}"


def tell_of_votes(conversation: Conversation) -> None:
    """At most once a second, however many vote; those left out are told of with the next count."""
    if cache.add(f"statements:told:{conversation.pk}", 1, _SECONDS):
        bump(topic_of(conversation))


def tell_of_count(conversation: Conversation) -> None:
    """Once for each count."""
    bump(topic_of(conversation))
