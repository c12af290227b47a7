"""The sheets of this room, and the press that sets them."""

from pathlib import Path

from medskab.common.typesetting import Press

SHEETS = Path(__file__).resolve().parent / "typ"
_PRESS = Press(SHEETS)
pdf, pdf_apart, png = _PRESS.pdf, _PRESS.pdf_apart, _PRESS.png
