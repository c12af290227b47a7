"""Wrong codes at the door of one meeting: who guesses soon has to wait, and the desk goes on."""

from contextlib import suppress

from django.core.cache import cache

from .models import Gathering

_MOST = 30
_SECONDS = 60


def are_too_many(gathering: Gathering) -> bool:
    """Whether so many went wrong in the last minute that nobody may try until it is over."""
    return cache.get(_key(gathering), 0) >= _MOST


def note(gathering: Gathering) -> None:
    """One more went wrong."""
    cache.add(_key(gathering), 0, _SECONDS)
    with suppress(ValueError):  # the minute ended just now
        cache.incr(_key(gathering))


def _key(gathering: Gathering) -> str:
    return f"gatherings:door:{gathering.pk}"
