"""A conversation on paper."""

from .sheets import MOST_ON_A_SHEET, ON_A_SIDE, PaperSheets, sheets

__all__ = ["MOST_ON_A_SHEET", "ON_A_SIDE", "PaperSheets", "sheets"]
