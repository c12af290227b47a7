"""Cutting shapes to a box, so that a map ends where its area does."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from medskab.places.outline import STEPS, Point

from .shapes import Line, Shape


@dataclass(frozen=True)
class Box:
    """Four sides, in whole steps."""

    south: int
    west: int
    north: int
    east: int

    @classmethod
    def of_degrees(cls, *, south: float, west: float, north: float, east: float) -> "Box":
        """The same in steps."""
        return cls(*(round(side * STEPS) for side in (south, west, north, east)))

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it or on its edge."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north

    def meets(self, points: Iterable[Point]) -> bool:
        """Whether the box around the points has anything in common with this one."""
        across, up = zip(*points, strict=True)
        is_aside = max(across) < self.west or min(across) > self.east
        return not is_aside and max(up) >= self.south and min(up) <= self.north


def cut(shape: Shape, box: Box) -> Shape | None:
    """What of a shape lies in the box; None where nothing does."""
    if all(box.holds(point) for point in shape.points):
        return shape
    if not box.meets(shape.points):
        return None
    if shape.is_area:
        lines = tuple(ring for ring in (_cut_ring(ring, box) for ring in shape.lines) if ring)
    else:
        lines = tuple(piece for line in shape.lines for piece in _cut_line(line, box))
    return replace(shape, lines=lines) if lines else None


def _cut_ring(ring: Line, box: Box) -> Line:
    """Side after side of the box, what lies beyond it is folded onto it (Sutherland and Hodgman)."""
    kept = list(ring[:-1])
    for axis, limit, is_least in _sides(box):
        inside = _inside(axis, limit, is_least)
        before, kept = kept, []
        for start, end in zip([before[-1], *before[:-1]] if before else [], before, strict=True):
            if inside(start) != inside(end):
                kept.append(_meeting(start, end, axis, limit))
            if inside(end):
                kept.append(end)
    bare = [point for number, point in enumerate(kept) if number == 0 or point != kept[number - 1]]
    return (*bare, bare[0]) if len(set(bare)) > 2 else ()


def _cut_line(line: Line, box: Box) -> list[Line]:
    """The pieces that lie in the box."""
    pieces: list[list[Point]] = []
    for start, end in pairwise(line):
        if (piece := _cut_segment(start, end, box)) is None:
            continue
        if pieces and pieces[-1][-1] == piece[0]:
            pieces[-1].append(piece[1])
        else:
            pieces.append(list(piece))
    return [tuple(piece) for piece in pieces]


def _cut_segment(start: Point, end: Point, box: Box) -> tuple[Point, Point] | None:
    for axis, limit, is_least in _sides(box):
        inside = _inside(axis, limit, is_least)
        if not inside(start) and not inside(end):
            return None
        if not inside(start):
            start = _meeting(start, end, axis, limit)
        elif not inside(end):
            end = _meeting(start, end, axis, limit)
    return (start, end) if start != end else None


def _sides(box: Box) -> tuple[tuple[int, int, bool], ...]:
    return (0, box.west, True), (0, box.east, False), (1, box.south, True), (1, box.north, False)


def _inside(axis: int, limit: int, is_least: bool) -> Callable[[Point], bool]:
    return lambda point: point[axis] >= limit if is_least else point[axis] <= limit


def _meeting(start: Point, end: Point, axis: int, limit: int) -> Point:
    """Where a segment meets a side, to the nearest step."""
    other = 1 - axis
    along = round(
        start[other] + (end[other] - start[other]) * (limit - start[axis]) / (end[axis] - start[axis])
    )
    return (limit, along) if axis == 0 else (along, limit)
