"""The whole result on paper."""

from .result import PrintedResult
from .sheets import drawn
from .typesetting import pdf


def report(result: PrintedResult) -> bytes:
    """Every proposal with its reason, how it was counted, who decided; tagged for screen readers."""
    return drawn(result, lambda said: pdf("report.typ", said, result.published_on))
