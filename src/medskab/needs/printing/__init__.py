"""What hangs on walls and lies on tables: posters, slips to write on, and what became of what was said."""

from .became import NOT_SHOWN, Became, Told, wall_sheet
from .posters import OnWall, Posters, posters
from .slips import ON_A_SHEET, Slips, slips
from .words import FIRST, Language, beside_danish, languages

__all__ = [
    "FIRST",
    "NOT_SHOWN",
    "ON_A_SHEET",
    "Became",
    "Language",
    "OnWall",
    "Posters",
    "Slips",
    "Told",
    "beside_danish",
    "languages",
    "posters",
    "slips",
    "wall_sheet",
]
