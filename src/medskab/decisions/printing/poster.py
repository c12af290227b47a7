"""A result for the wall of a stairwell."""

from typing import Literal

from .result import PrintedResult
from .sheets import drawn
from .typesetting import pdf

_LONGEST_NAME = 120


def poster(result: PrintedResult, paper: Literal["a3", "a4"] = "a4") -> bytes:
    """One page: what came out, what it costs, and a code that leads to the whole result."""
    day = result.published_on
    return drawn(result, lambda said: pdf("poster.typ", said | {"paper": paper}, day), _LONGEST_NAME)
