"""So much at once that no reader could follow: then everybody there waits a minute."""

from contextlib import suppress

from django.core.cache import cache

from medskab.places.models import Area

from .models import Wall

_MOST = 60
_SECONDS = 60


def is_over(here: Area | Wall, most: int = _MOST) -> bool:
    """Whether so much came in during the last minute that nothing more is taken until it ends."""
    return cache.get(_key(here), 0) >= most


def note(here: Area | Wall) -> None:
    """One more came in."""
    cache.add(_key(here), 0, _SECONDS)
    with suppress(ValueError):  # the minute ended just now
        cache.incr(_key(here))


def _key(here: Area | Wall) -> str:
    return f"needs:flood:{here._meta.model_name}:{here.pk}"
