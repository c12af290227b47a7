"""Boxes, roofs and trees seen slantwise from above, as SVG; colours are classes that the stylesheet fills."""

from collections.abc import Iterable
from dataclasses import dataclass

Point = tuple[float, float]

FLOOR = 1.5
_ACROSS, _DOWN, _UP = 10.0, 5.0, 9.0


@dataclass(frozen=True)
class House:
    """A block on the ground: its corner, its size, its floors, and how it is painted."""

    x: float
    y: float
    width: float
    depth: float
    floors: int
    paint: str = "wall"
    is_gabled: bool = False

    @property
    def nearness(self) -> float:
        """What is nearer is drawn later."""
        return self.x + self.width / 2 + self.y + self.depth / 2


@dataclass(frozen=True)
class Tree:
    """A tree on the ground."""

    x: float
    y: float
    size: float

    @property
    def nearness(self) -> float:
        """What is nearer is drawn later."""
        return self.x + self.y


def seen_at(x: float, y: float, z: float = 0) -> Point:
    """Where a point of the ground, or above it, is on the picture."""
    return (x - y) * _ACROSS, (x + y) * _DOWN - z * _UP


def face(paint: str, *shapes: Iterable[Point]) -> str:
    """One path of any number of closed shapes."""
    return f'<path class="art-{paint}" d="{"".join(_closed(shape) for shape in shapes)}"/>'


def tree(one: Tree) -> str:
    """A crown with a darker foot, on a trunk."""
    x, y = seen_at(one.x, one.y)
    size = one.size * _UP
    trunk = f'<path class="art-pane" d="M{x - 1:.0f} {y:.0f}v{-size:.0f}h2v{size:.0f}z"/>'
    crown = _circle("leaf-deep", x, y - size * 1.25, size * 0.8)
    return trunk + crown + _circle("leaf", x - size * 0.16, y - size * 1.42, size * 0.6)


def house(one: House, lit: frozenset[tuple[int, int]]) -> str:
    """Front, side, roof and windows; `lit` are the windows (bay, floor) with a lamp in them."""
    x, y, far_x, far_y = one.x, one.y, one.x + one.width, one.y + one.depth
    top = one.floors * FLOOR
    front = face(one.paint, _upright((x, far_y), (far_x, far_y), 0, top))
    side = face(f"{one.paint}-deep", _upright((far_x, y), (far_x, far_y), 0, top))
    return front + side + _roof(one, top) + _windows(one, lit)


def _roof(one: House, top: float) -> str:
    x, y, far_x, far_y = one.x, one.y, one.x + one.width, one.y + one.depth
    if not one.is_gabled:
        corners = ((x, y), (far_x, y), (far_x, far_y), (x, far_y))
        return face("roof", [seen_at(a, b, top) for a, b in corners])
    middle, ridge = y + one.depth / 2, top + one.depth * 0.62
    slope = [seen_at(x, far_y, top), seen_at(far_x, far_y, top)]
    slope += [seen_at(far_x, middle, ridge), seen_at(x, middle, ridge)]
    gable = [seen_at(far_x, y, top), seen_at(far_x, far_y, top), seen_at(far_x, middle, ridge)]
    return face(f"{one.paint}-deep", gable) + face("roof", slope)


def _windows(one: House, lit: frozenset[tuple[int, int]]) -> str:
    near_y, far_x = one.y + one.depth, one.x + one.width
    dark: list[list[Point]] = []
    lamps: list[list[Point]] = []
    for floor in range(one.floors):
        low = floor * FLOOR + 0.42
        for bay in range(int(one.width)):
            start = one.x + bay + 0.24
            pane = _upright((start, near_y), (start + 0.52, near_y), low, low + 0.74)
            (lamps if (bay, floor) in lit else dark).append(pane)
        for bay in range(int(one.depth)):
            start = one.y + bay + 0.24
            dark.append(_upright((far_x, start), (far_x, start + 0.52), low, low + 0.74))
    return face("pane", *dark) + (face("lamp", *lamps) if lamps else "")


def _upright(start: Point, end: Point, low: float, high: float) -> list[Point]:
    return [seen_at(*start, low), seen_at(*end, low), seen_at(*end, high), seen_at(*start, high)]


def _closed(shape: Iterable[Point]) -> str:
    return "M" + "L".join(f"{x:.4g} {y:.4g}" for x, y in shape) + "z"


def _circle(paint: str, x: float, y: float, radius: float) -> str:
    return f'<circle class="art-{paint}" cx="{x:.0f}" cy="{y:.0f}" r="{radius:.0f}"/>'
