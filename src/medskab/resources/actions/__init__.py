"""Deeds with money."""

from .holding import Part, commit, give_back, open_budget_line, release, reserve
from .paying import Words, close_commitment, confirm_spending, reverse, spend

__all__ = [
    "Part",
    "Words",
    "close_commitment",
    "commit",
    "confirm_spending",
    "give_back",
    "open_budget_line",
    "release",
    "reserve",
    "reverse",
    "spend",
]
