"""The whole result on paper."""

from .result import PrintedResult
from .sheets import said
from .typesetting import pdf


def report(result: PrintedResult) -> bytes:
    """Every proposal with its reason, how it was counted and by whom it was decided; tagged for screen readers."""
    return pdf("report.typ", said(result), result.published_on)
