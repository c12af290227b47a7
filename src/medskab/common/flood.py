"""So much at once that something else than neighbours is at work: then all who come there wait a minute.

It counts for what they come to, never for an address: a whole block may share one, and a meeting answers
together.
"""

from contextlib import suppress
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import Model

_SECONDS = 60


@dataclass(frozen=True)
class Flood:
    """What is counted, and how much of it is taken within a minute at one place."""

    of: str
    most: int

    def is_over(self, here: Model) -> bool:
        """Whether so much of it came in that nothing more is taken until the minute ends."""
        return cache.get(self._key(here), 0) >= self.most

    def note(self, here: Model) -> None:
        """One more of it."""
        cache.add(self._key(here), 0, _SECONDS)
        with suppress(ValueError):  # the minute ended just now
            cache.incr(self._key(here))

    def _key(self, here: Model) -> str:
        return f"flood:{self.of}:{here._meta.model_name}:{here.pk}"
