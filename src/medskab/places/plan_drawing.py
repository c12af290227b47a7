"""A picture of the area from its own blocks, seen slantwise from above.

Where the blocks have outlines they stand as they do; else each department's blocks stand around a lawn, as
long as they have stairwells, as high as they have homes. Nothing is to scale: it is a picture, not a map.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import atan2, cos, hypot, pi, sin
from random import Random

from medskab.common.solids import FLOOR, House, Point, Tree, seen_at

from .branches import Branch, branches_of_kind
from .models import Boundary, PlaceKind

MOST_BLOCKS = 48
_WITH_WINDOWS = 18
_MOST_TREES = 14
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
    return _picture(houses, blocks[0].place.area.slug)


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


def _picture(houses: list[House], seed: str) -> Plan:
    dice = Random(seed)  # noqa: S311  a drawing, no secret
    far_x = max(one.x + one.width for one in houses) + 3
    far_y = max(one.y + one.depth for one in houses) + 3
    ground = [seen_at(-1.5, -1.5), seen_at(far_x, -1.5), seen_at(far_x, far_y), seen_at(-1.5, far_y)]
    faces = [Face("lawn-deep", _path([[(x, y + 4) for x, y in ground]])), Face("lawn", _path([ground]))]
    things: list[House | Tree] = [*houses, *_trees(dice, houses, far_x, far_y)]
    for thing in sorted(things, key=lambda one: one.nearness):
        faces += (
            _tree(thing) if isinstance(thing, Tree) else _faces(thing, dice, len(houses) <= _WITH_WINDOWS)
        )
    left, right = ground[3][0] - 4, ground[1][0] + 4
    top, bottom = ground[0][1] - 5 * FLOOR * 9, ground[2][1] + 8
    return Plan(f"{left:.0f} {top:.0f} {right - left:.0f} {bottom - top:.0f}", tuple(faces))


def _trees(dice: Random, houses: Sequence[House], far_x: float, far_y: float) -> list[Tree]:
    """Some trees on the lawn, never on a house nor right before one, and not too close to each other."""
    trees: list[Tree] = []
    for _try in range(10 * _MOST_TREES):
        x, y = dice.uniform(0, far_x - 2.5), dice.uniform(0, far_y - 2.5)
        is_free = not any(_is_at(x, y, one) for one in houses)
        if is_free and all((x - one.x) ** 2 + (y - one.y) ** 2 > 6 for one in trees):
            trees.append(Tree(x, y, dice.choice((0.8, 1.0, 1.3))))
        if len(trees) == _MOST_TREES:
            break
    return trees


def _is_at(x: float, y: float, one: House) -> bool:
    return one.x - 1.2 < x < one.x + one.width + 1.5 and one.y - 1.2 < y < one.y + one.depth + 1.5


def _tree(one: Tree) -> list[Face]:
    x, y = seen_at(one.x, one.y)
    size = one.size * 9
    trunk = [(x - 1, y), (x + 1, y), (x + 1, y - size), (x - 1, y - size)]
    return [
        Face("pane", _path([trunk])),
        Face("leaf-deep", _disc(x, y - size * 1.25, size * 0.8)),
        Face("leaf", _disc(x - size * 0.16, y - size * 1.42, size * 0.6)),
    ]


def _faces(one: House, dice: Random, has_windows: bool) -> list[Face]:
    x, y, far_x, far_y = one.x, one.y, one.x + one.width, one.y + one.depth
    top = one.floors * FLOOR
    roof = [seen_at(a, b, top) for a, b in ((x, y), (far_x, y), (far_x, far_y), (x, far_y))]
    faces = [
        Face(one.paint, _path([_upright((x, far_y), (far_x, far_y), 0, top)])),
        Face(f"{one.paint}-deep", _path([_upright((far_x, y), (far_x, far_y), 0, top)])),
        Face("roof", _path([roof])),
    ]
    if not has_windows:
        return faces
    panes = list(_panes(one))
    lit = dice.sample(panes, len(panes) // 9)
    return [*faces, Face("pane", _path(pane for pane in panes if pane not in lit)), Face("lamp", _path(lit))]


def _panes(one: House) -> Iterator[list[Point]]:
    far_x, far_y = one.x + one.width, one.y + one.depth
    for floor in range(one.floors):
        low, high = floor * FLOOR + 0.45, floor * FLOOR + 1.15
        for bay in range(int(one.width)):
            start = one.x + bay + 0.25
            yield _upright((start, far_y), (start + 0.5, far_y), low, high)
        for bay in range(int(one.depth)):
            start = one.y + bay + 0.25
            yield _upright((far_x, start), (far_x, start + 0.5), low, high)


def _upright(start: Point, end: Point, low: float, high: float) -> list[Point]:
    return [seen_at(*start, low), seen_at(*end, low), seen_at(*end, high), seen_at(*start, high)]


def _path(shapes: Iterable[Iterable[Point]]) -> str:
    return "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in shape) + "z" for shape in shapes)


def _disc(x: float, y: float, radius: float) -> str:
    return f"M{x:.1f} {y - radius:.1f}a{radius:.1f} {radius:.1f} 0 1 1-.1 0z"
