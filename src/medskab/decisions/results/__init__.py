"""A snapshot as its page shows it: every number already a word in the reader's language."""

from .budget import BudgetResult, budget_result
from .homes import HomesResult, homes_result
from .rows import Row, Sorting

__all__ = ["BudgetResult", "HomesResult", "Row", "Sorting", "budget_result", "homes_result"]
