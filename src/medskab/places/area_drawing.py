"""A map of the area on paper: its outline, what stands on the ground, and pins with numbers."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .ground import Ground
from .map_drawing import METRES_PER_DEGREE, WIDTH, Sheet, round_length, sheet_for
from .models import FeatureKind

_TWO = 2


@dataclass(frozen=True)
class Spot:
    """A point on the sheet with its number."""

    number: int
    x: float
    y: float
    kind: str


@dataclass(frozen=True)
class Drawing:
    """The sheet: everything of one kind is one path."""

    height: float
    outline: str
    layers: tuple[tuple[str, str], ...]
    spots: tuple[Spot, ...]
    bar: float
    bar_metres: int
    owed: str

    @property
    def width(self) -> float:
        """How wide the sheet is."""
        return WIDTH


def drawn_area(ground: Ground, pins: Sequence[tuple[float, float, str]] = ()) -> Drawing | None:
    """The map of a ground with pins (latitude, longitude, kind); None where there is no ground."""
    box = ground.box
    if box is None or box["south"] >= box["north"] or box["west"] >= box["east"]:
        return None
    sheet, height = sheet_for(box)
    metres = round_length(WIDTH / 4 / sheet.scale * METRES_PER_DEGREE)
    whole = [one for one in ground.boundaries if one.place_id is None]
    return Drawing(
        height=height,
        outline="".join(_paths((one.outline for one in whole), sheet)),
        layers=tuple(_layers(ground, sheet)),
        spots=tuple(_spot(number, pin, sheet) for number, pin in enumerate(pins, 1)),
        bar=round(metres / METRES_PER_DEGREE * sheet.scale, 1),
        bar_metres=metres,
        owed=ground.owed,
    )


def _layers(ground: Ground, sheet: Sheet) -> Iterator[tuple[str, str]]:
    for kind in FeatureKind.values:
        of_kind = [one for one in ground.features if one.kind == kind]
        if path := "".join(_paths((one.outline for one in of_kind), sheet)):
            yield kind, path


def _spot(number: int, pin: tuple[float, float, str], sheet: Sheet) -> Spot:
    latitude, longitude, kind = pin
    x, y = sheet.place([longitude, latitude])
    return Spot(number, round(x, 1), round(y, 1), kind)


def _paths(outlines: Iterable[str], sheet: Sheet) -> Iterator[str]:
    for outline in outlines:
        shape = json.loads(outline)
        is_area = "Polygon" in shape["type"]
        parts = shape["coordinates"]
        for line in [ring for rings in parts for ring in rings] if shape["type"] == "MultiPolygon" else parts:
            yield _path(line, sheet, is_area=is_area)


def _path(line: list[list[float]], sheet: Sheet, *, is_area: bool) -> str:
    """In tenths of the sheet's unit, each corner once, as steps from the one before: that is shortest."""
    spots = [tuple(round(value * 10) for value in sheet.place(point)) for point in line]
    spots = [spot for at, spot in enumerate(spots) if at == 0 or spot != spots[at - 1]]
    if is_area:
        spots = spots[:-1] if len(spots) > 1 and spots[0] == spots[-1] else spots
    if len(spots) < _TWO + is_area:
        return ""
    steps = [f"{_tenth(x - before[0])} {_tenth(y - before[1])}" for before, (x, y) in pairwise(spots)]
    start = f"{_tenth(spots[0][0])} {_tenth(spots[0][1])}"
    return f"M{start}l{' '.join(steps)}{'z' if is_area else ''}"


def _tenth(tenths: int) -> str:
    whole, rest = divmod(abs(tenths), 10)
    sign = "-" if tenths < 0 else ""
    return f"{sign}{whole}.{rest}" if rest else f"{sign}{whole}"
