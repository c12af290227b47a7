"""The one place where the time is read; actions are given it."""

from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    """The present moment, with its time zone."""
    return timezone.now()
