"""The result of a conversation on paper."""

from .sheet import paper_report

__all__ = ["paper_report"]
