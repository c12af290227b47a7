"""The survey on paper, and slips with the codes of homes."""

from .form import PrintedForm, PrintedQuestion, paper_form
from .slips import PrintedSlips, slips

__all__ = ["PrintedForm", "PrintedQuestion", "PrintedSlips", "paper_form", "slips"]
