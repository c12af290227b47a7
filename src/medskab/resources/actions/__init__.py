"""Deeds with money."""

from .holding import Part, commit, open_budget_line, release, reserve
from .paying import Words, close_commitment, confirm_spending, reverse, spend

__all__ = [
    "Part",
    "Words",
    "close_commitment",
    "commit",
    "confirm_spending",
    "open_budget_line",
    "release",
    "reserve",
    "reverse",
    "spend",
]
