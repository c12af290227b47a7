"""So much at once that no reader could follow: then everybody in the area waits a minute."""

from contextlib import suppress

from django.core.cache import cache

from medskab.places.models import Area

_MOST = 60
_SECONDS = 60


def is_over(area: Area) -> bool:
    """Whether so much came in during the last minute that nothing more is taken until it ends."""
    return cache.get(_key(area), 0) >= _MOST


def note(area: Area) -> None:
    """One more came in."""
    cache.add(_key(area), 0, _SECONDS)
    with suppress(ValueError):  # the minute ended just now
        cache.incr(_key(area))


def _key(area: Area) -> str:
    return f"needs:flood:{area.pk}"
