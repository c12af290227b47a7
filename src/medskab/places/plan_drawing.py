"""A picture of the area from its own blocks, seen slantwise from above.

Where the blocks have outlines they stand as they do; else each department's blocks stand around a lawn, as
long as they have stairwells, as high as they have homes. Nothing is to scale: it is a picture, not a map.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import atan2, cos, hypot, pi, sin

from medskab.common.solids import FLOOR, House, Point, seen_at

from .branches import Branch, branches_of_kind
from .models import Boundary, PlaceKind

MOST_BLOCKS = 48
_WITH_WINDOWS = 18
_COURT = 15.0
_WIDEST = 30.0


@dataclass(frozen=True)
class Face:
    """One painted shape: the name of the paint and its path."""

    paint: str
    path: str


@dataclass(frozen=True)
class Plan:
    """The picture: its frame, and the shapes from the farthest to the nearest."""

    frame: str
    faces: tuple[Face, ...]


def drawn_plan(tree: Sequence[Branch], boundaries: Iterable[Boundary]) -> Plan | None:
    """The picture, or None where the area has no blocks, or far too many."""
    departments = [branch for branch in branches_of_kind(tree, PlaceKind.DEPARTMENT) if branch.branches]
    blocks = [block for department in departments for block in department.branches]
    if not 1 <= len(blocks) <= MOST_BLOCKS:
        return None
    outlines = {one.place_id: one for one in boundaries if one.outline and one.place_id}
    if all(block.place.pk in outlines for block in blocks):
        houses = _as_they_stand(blocks, outlines)
    else:
        houses = _around_lawns(departments)
    return _picture(houses)


def _floors(block: Branch) -> int:
    per_stairwell = block.homes / max(len(block.branches), 1)
    return min(max(round(per_stairwell / 2), 2), 5)


def _house(block: Branch, *, along: bool, at: Point) -> House:
    length = min(max(2.0 * len(block.branches), 3.0), 6.0)
    size = (length, 2.0) if along else (2.0, length)
    return House(
        at[0], at[1], *size, floors=_floors(block), paint="mid" if block.place.pk % 3 == 0 else "wall"
    )


def _around_lawns(departments: Sequence[Branch]) -> list[House]:
    """Four blocks to a lawn: two along the far side, two along the left, so that the lawn is seen."""
    groups = [
        department.branches[first : first + 4]
        for department in departments
        for first in range(0, len(department.branches), 4)
    ]
    columns = max(1, round(len(groups) ** 0.5))
    houses = []
    for number, group in enumerate(groups):
        x, y = number % columns * _COURT, number // columns * _COURT
        spots = ((True, (x, y)), (False, (x, y + 4)), (True, (x + 6.6, y)), (False, (x, y + 10)))
        pairs = zip(group, spots, strict=False)
        houses += [_house(block, along=along, at=at) for block, (along, at) in pairs]
    return houses


def _as_they_stand(blocks: Sequence[Branch], outlines: dict[int, Boundary]) -> list[House]:
    shrink = cos(sum(one.south or 0 for one in outlines.values()) / len(outlines) * pi / 180)
    rings = [_ring(outlines[block.place.pk], shrink) for block in blocks]
    turn = _direction(rings)
    turned = [[_turned(point, turn) for point in ring] for ring in rings]
    west, north = min(x for ring in turned for x, _y in ring), min(y for ring in turned for _x, y in ring)
    span = max(
        max(x for ring in turned for x, _y in ring) - west,
        max(y for ring in turned for _x, y in ring) - north,
    )
    scale = _WIDEST / (span or 1)
    houses = []
    for block, ring in zip(blocks, turned, strict=True):
        xs, ys = [(x - west) * scale for x, _y in ring], [(y - north) * scale for _x, y in ring]
        house = _house(block, along=True, at=(min(xs), min(ys)))
        houses.append(replace(house, width=max(max(xs) - min(xs), 1), depth=max(max(ys) - min(ys), 1)))
    return houses


def _ring(boundary: Boundary, shrink: float) -> list[Point]:
    """The outer ring of the first part, south downwards."""
    ring = json.loads(boundary.outline)["coordinates"][0][0]
    return [(x * shrink, -y) for x, y in ring]


def _direction(rings: Sequence[Sequence[Point]]) -> float:
    """The way most of the longest walls run, so that the houses stand straight in the picture."""
    longest = [max(pairwise(ring), key=_length) for ring in rings]
    (ax, ay), (bx, by) = max(longest, key=_length)
    return atan2(by - ay, bx - ax) % (pi / 2)


def _length(wall: tuple[Point, Point]) -> float:
    return hypot(wall[1][0] - wall[0][0], wall[1][1] - wall[0][1])


def _turned(point: Point, angle: float) -> Point:
    x, y = point
    return x * cos(-angle) - y * sin(-angle), x * sin(-angle) + y * cos(-angle)


def _picture(houses: list[House]) -> Plan:
    far_x = max(one.x + one.width for one in houses) + 3
    far_y = max(one.y + one.depth for one in houses) + 3
    ground = [seen_at(-1.5, -1.5), seen_at(far_x, -1.5), seen_at(far_x, far_y), seen_at(-1.5, far_y)]
    faces = [Face("lawn-deep", _path([[(x, y + 4) for x, y in ground]])), Face("lawn", _path([ground]))]
    has_windows = len(houses) <= _WITH_WINDOWS
    for one in sorted(houses, key=lambda house: house.nearness):
        faces += _faces(one, has_windows=has_windows)
    left, right = ground[3][0] - 4, ground[1][0] + 4
    top, bottom = ground[0][1] - 5 * FLOOR * 9, ground[2][1] + 8
    return Plan(f"{left:.0f} {top:.0f} {right - left:.0f} {bottom - top:.0f}", tuple(faces))


def _faces(one: House, *, has_windows: bool) -> list[Face]:
    x, y, far_x, far_y = one.x, one.y, one.x + one.width, one.y + one.depth
    top = one.floors * FLOOR
    front = [seen_at(x, far_y), seen_at(far_x, far_y), seen_at(far_x, far_y, top), seen_at(x, far_y, top)]
    side = [seen_at(far_x, y), seen_at(far_x, far_y), seen_at(far_x, far_y, top), seen_at(far_x, y, top)]
    roof = [seen_at(a, b, top) for a, b in ((x, y), (far_x, y), (far_x, far_y), (x, far_y))]
    faces = [
        Face(one.paint, _path([front])),
        Face(f"{one.paint}-deep", _path([side])),
        Face("roof", _path([roof])),
    ]
    return [*faces, Face("pane", _path(_panes(one)))] if has_windows else faces


def _panes(one: House) -> list[list[Point]]:
    far_x, far_y = one.x + one.width, one.y + one.depth
    panes = []
    for floor in range(one.floors):
        low, high = floor * FLOOR + 0.45, floor * FLOOR + 1.15
        for bay in range(int(one.width)):
            start, end = one.x + bay + 0.25, one.x + bay + 0.75
            panes.append(
                [
                    seen_at(start, far_y, low),
                    seen_at(end, far_y, low),
                    seen_at(end, far_y, high),
                    seen_at(start, far_y, high),
                ]
            )
        for bay in range(int(one.depth)):
            start, end = one.y + bay + 0.25, one.y + bay + 0.75
            panes.append(
                [
                    seen_at(far_x, start, low),
                    seen_at(far_x, end, low),
                    seen_at(far_x, end, high),
                    seen_at(far_x, start, high),
                ]
            )
    return panes


def _path(shapes: Iterable[Iterable[Point]]) -> str:
    return "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in shape) + "z" for shape in shapes)
