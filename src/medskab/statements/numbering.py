"""The next statement's number; the conversation's row is held until the deed stands."""

from django.db.models import Max

from .models import Conversation


def next_number(conversation: Conversation) -> int:
    """One more than the highest that was ever given."""
    Conversation.objects.select_for_update().get(pk=conversation.pk)
    last = conversation.statements.aggregate(last=Max("number"))["last"]
    return 0 if last is None else last + 1
