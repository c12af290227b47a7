"""A map as shapes: outlines laid on a sheet of paper, the whole area widest, its blocks inside."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import cos, radians

from .ground import box_around
from .models import Boundary

WIDTH, MARGIN, TALLEST, FLATTEST = 600.0, 12.0, 900.0, 160.0
METRES_PER_DEGREE = 111_320.0


@dataclass(frozen=True)
class Shape:
    """One outline on the sheet: its path, and where its name or number stands."""

    boundary: Boundary
    path: str
    number: int
    x: float
    y: float


@dataclass(frozen=True)
class Map:
    """The sheet: its height, the shapes, and a length to measure by."""

    height: float
    whole: tuple[Shape, ...]
    parts: tuple[Shape, ...]
    bar: float
    bar_metres: int

    @property
    def width(self) -> float:
        """How wide the sheet is."""
        return WIDTH


@dataclass(frozen=True)
class Sheet:
    """Where a point of the ground lies on the paper."""

    west: float
    north: float
    shrink: float
    scale: float

    def place(self, point: list[float]) -> tuple[float, float]:
        """Longitude and latitude as places on the sheet."""
        x = (point[0] - self.west) * self.shrink * self.scale + MARGIN
        return x, (self.north - point[1]) * self.scale + MARGIN


def drawn_map(boundaries: Iterable[Boundary]) -> Map | None:
    """The map of all boundaries that have an outline; None where none has one."""
    shown = [one for one in boundaries if one.outline]
    if not shown:
        return None
    sheet, height = sheet_for(box_around(shown) or {})
    whole = tuple(_shape(one, 0, sheet) for one in shown if one.place_id is None)
    parts = [one for one in shown if one.place_id is not None]
    metres = round_length(WIDTH / 4 / sheet.scale * METRES_PER_DEGREE)
    return Map(
        height=height,
        whole=whole,
        parts=tuple(_shape(one, number, sheet) for number, one in enumerate(parts, 1)),
        bar=round(metres / METRES_PER_DEGREE * sheet.scale, 1),
        bar_metres=metres,
    )


def sheet_for(box: Mapping[str, float]) -> tuple[Sheet, float]:
    """The sheet that a box fills, and its height."""
    south, west, north, east = (box[side] for side in ("south", "west", "north", "east"))
    shrink = max(cos(radians((south + north) / 2)), 0.05)
    room = WIDTH - 2 * MARGIN
    scale = min(room / ((east - west) * shrink), (TALLEST - 2 * MARGIN) / (north - south))
    height = max((north - south) * scale + 2 * MARGIN, FLATTEST)
    aside = (room / scale / shrink - (east - west)) / 2
    return Sheet(west - aside, north, shrink, scale), round(height, 1)


def _shape(boundary: Boundary, number: int, sheet: Sheet) -> Shape:
    polygons = json.loads(boundary.outline)["coordinates"]
    path = "".join(
        "M" + "L".join("{:.1f} {:.1f}".format(*sheet.place(point)) for point in ring[:-1]) + "z"
        for polygon in polygons
        for ring in polygon
    )
    outer = max((polygon[0] for polygon in polygons), key=len)
    middles = [sum(point[axis] for point in outer[:-1]) / (len(outer) - 1) for axis in (0, 1)]
    x, y = sheet.place(middles)
    return Shape(boundary, path, number, round(x, 1), round(y, 1))


def round_length(most: float) -> int:
    """The longest of 1, 2, 5, 10, 20 … metres that fits."""
    best = 1
    for power in range(6):
        for first in (1, 2, 5):
            if first * 10**power <= most:
                best = first * 10**power
    return best
