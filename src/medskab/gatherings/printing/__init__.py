"""An agenda or minutes on paper."""

from .meeting import PrintedItem, PrintedMeeting
from .typesetting import Unsettable, sheet

__all__ = ["PrintedItem", "PrintedMeeting", "Unsettable", "sheet"]
