"""An agenda or minutes on paper."""

from .meeting import PrintedItem, PrintedMeeting
from .typesetting import sheet

__all__ = ["PrintedItem", "PrintedMeeting", "sheet"]
