"""The survey on paper."""

from .form import PrintedForm, PrintedQuestion, paper_form

__all__ = ["PrintedForm", "PrintedQuestion", "paper_form"]
