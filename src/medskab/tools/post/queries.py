"""Questions about the outbox."""

from datetime import datetime, timedelta

from .models import Message, MessageState


def undelivered(now: datetime) -> int:
    """How many messages have waited for more than an hour."""
    old = now - timedelta(hours=1)
    return Message.objects.filter(state=MessageState.WAITING, created_at__lt=old).count()
