"""Paper for every room: the press, the letters that we bring along, and which signs can be printed."""

from .press import Press, Unsettable, fonts
from .signs import BOX, breakable, is_right_to_left, printable, shortened

__all__ = [
    "BOX",
    "Press",
    "Unsettable",
    "breakable",
    "fonts",
    "is_right_to_left",
    "printable",
    "shortened",
]
