"""Whether the lines of an outline cross: a sweep from west to east, exact in whole numbers."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

Point = tuple[int, int]


class _Side(NamedTuple):
    west: int
    east: int
    south: int
    north: int
    start: Point
    end: Point
    ring: int
    number: int
    sides: int


def first_crossing(rings: Sequence[Sequence[Point]]) -> Point | None:
    """A corner near the first place where rings cross, or one touches itself; None where all is well.

    Two different rings may touch or lie side by side (a hole at the edge, plots that are neighbours), but not
    cross.
    """
    near: list[_Side] = []
    for side in sorted(_sides(rings)):
        near = [other for other in near if other.east >= side.west]
        for other in near:
            if other.north >= side.south and other.south <= side.north and _is_wrong(side, other):
                return side.start
        near.append(side)
    return None


def _sides(rings: Sequence[Sequence[Point]]) -> list[_Side]:
    sides = []
    for number, ring in enumerate(rings):
        for at, (start, end) in enumerate(pairwise(ring)):
            (west, east), (south, north) = sorted((start[0], end[0])), sorted((start[1], end[1]))
            sides.append(_Side(west, east, south, north, start, end, number, at, len(ring) - 1))
    return sides


def _is_wrong(one: _Side, other: _Side) -> bool:
    if one.ring != other.ring:
        return _cross(one, other)
    if (one.number + 1) % one.sides == other.number:
        return _turns_back(one, other)
    if (other.number + 1) % one.sides == one.number:
        return _turns_back(other, one)
    return _meet(one, other)


def _turn(a: Point, b: Point, c: Point) -> int:
    """Which way one turns from a over b to c: 1 left, -1 right, 0 straight."""
    area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return (area > 0) - (area < 0)


def _turns_back(one: _Side, following: _Side) -> bool:
    """Whether the next side runs back over this one."""
    if _turn(one.start, one.end, following.end):
        return False
    along = (one.end[0] - one.start[0], one.end[1] - one.start[1])
    onward = (following.end[0] - one.end[0], following.end[1] - one.end[1])
    return along[0] * onward[0] + along[1] * onward[1] < 0


def _cross(one: _Side, other: _Side) -> bool:
    """Whether they cross in the middle of both."""
    first = _turn(one.start, one.end, other.start) * _turn(one.start, one.end, other.end)
    second = _turn(other.start, other.end, one.start) * _turn(other.start, other.end, one.end)
    return first < 0 and second < 0


def _meet(one: _Side, other: _Side) -> bool:
    """Whether they have any point in common."""
    return (
        _cross(one, other)
        or _lies_on(other.start, one)
        or _lies_on(other.end, one)
        or _lies_on(one.start, other)
        or _lies_on(one.end, other)
    )


def _lies_on(point: Point, side: _Side) -> bool:
    in_box = side.west <= point[0] <= side.east and side.south <= point[1] <= side.north
    return in_box and _turn(side.start, side.end, point) == 0
