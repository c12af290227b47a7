"""What a chart shows, and where its shapes lie; the drawing is in the templates.

Widths are per cent of the chart, so that it fits every screen, while the words around it stay text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.functional import Promise

FILLS = ("full", "light", "stripes", "middle")


@dataclass(frozen=True)
class Bar:
    """One bar: its name, its length, the number as people read it, and its margin if it has one."""

    label: str | Promise
    value: Fraction | int | float
    shown: str
    low: Fraction | int | float | None = None
    high: Fraction | int | float | None = None
    note: str | Promise = ""
    is_ours: bool = True


@dataclass(frozen=True)
class PlacedBar:
    """A bar with its lengths in per cent."""

    bar: Bar
    width: str
    low: str
    high: str


@dataclass(frozen=True)
class Piece:
    """A part of a sum of money; what is left over is marked so."""

    label: str | Promise
    ore: int
    is_left: bool = False


@dataclass(frozen=True)
class PlacedPiece:
    """A part with its number, its place in per cent, its share and how it is filled."""

    piece: Piece
    number: int
    start: str
    width: str
    middle: str
    share: Fraction
    fill: str

    @property
    def is_patterned(self) -> bool:
        """Whether it is filled with a pattern, so that parts can be told apart without colour."""
        return self.fill == "stripes"

    @property
    def has_room(self) -> bool:
        """Whether its number can be read inside."""
        return self.share >= Fraction(4, 100)


def placed_bars(bars: Sequence[Bar], most: Fraction | int | float | None = None) -> list[PlacedBar]:
    """Bars on a scale from nothing to `most`, or to the longest of them."""
    ends = [bar.high if bar.high is not None else bar.value for bar in bars]
    scale = most if most is not None else max(ends, default=0)
    return [
        PlacedBar(
            bar,
            _percent(bar.value, scale),
            _percent(bar.low, scale) if bar.low is not None else "",
            _percent(bar.high, scale) if bar.high is not None else "",
        )
        for bar in bars
    ]


def placed_pieces(pieces: Sequence[Piece]) -> list[PlacedPiece]:
    """The parts of a sum, end to end."""
    whole = sum(piece.ore for piece in pieces)
    placed: list[PlacedPiece] = []
    before = 0
    for number, piece in enumerate(pieces, start=1):
        placed.append(
            PlacedPiece(
                piece=piece,
                number=number,
                start=_percent(before, whole),
                width=_percent(piece.ore, whole),
                middle=_percent(before + piece.ore / 2, whole),
                share=Fraction(piece.ore, whole) if whole else Fraction(0),
                fill="left" if piece.is_left else FILLS[(number - 1) % len(FILLS)],
            )
        )
        before += piece.ore
    return placed


def _percent(part: Fraction | int | float, whole: Fraction | int | float) -> str:
    share = float(part) / float(whole) if whole else 0.0
    return f"{min(max(share, 0.0), 1.0) * 100:.2f}%"
