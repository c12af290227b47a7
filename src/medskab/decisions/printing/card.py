"""A result as the picture beside a shared link."""

from .result import PrintedResult
from .sheets import drawn
from .typesetting import png

_LONGEST_NAME = 80


def card(result: PrintedResult) -> bytes:
    """A PNG of 1200 by 630 dots."""
    return drawn(result, lambda said: png("card.typ", said), _LONGEST_NAME)
