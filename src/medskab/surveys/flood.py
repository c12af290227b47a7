"""So much at once that something else than neighbours is at work: then this survey waits a minute.

It counts for a survey, never for an address: a whole block may share one, and a meeting answers together.
"""

from contextlib import suppress

from django.core.cache import cache

from .models import Survey

_SECONDS = 60
BEGUN, WRONG_CODE = "begun", "wrong-code"
_MOST = {BEGUN: 240, WRONG_CODE: 300}


def is_over(survey: Survey, what: str) -> bool:
    """Whether so much of it came in that nothing more is taken until the minute ends."""
    return cache.get(_key(survey, what), 0) >= _MOST[what]


def note(survey: Survey, what: str) -> None:
    """One more of it."""
    cache.add(_key(survey, what), 0, _SECONDS)
    with suppress(ValueError):  # the minute ended just now
        cache.incr(_key(survey, what))


def _key(survey: Survey, what: str) -> str:
    return f"surveys:flood:{what}:{survey.pk}"
