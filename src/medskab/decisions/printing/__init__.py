"""A published result on paper and as a picture."""

from .card import card
from .poster import poster
from .report import report
from .result import PrintedBar, PrintedDecision, PrintedProposal, PrintedResult, PrintedVote

__all__ = [
    "PrintedBar",
    "PrintedDecision",
    "PrintedProposal",
    "PrintedResult",
    "PrintedVote",
    "card",
    "poster",
    "report",
]
