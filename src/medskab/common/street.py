"""A row of blocks and trees seen from the street: the quiet line that every page of an area ends with."""

from random import Random

_LENGTH, _GROUND = 1600, 96
_FLOOR, _BAY = 15, 16


def drawn(seed: str) -> str:
    """The row as SVG, hidden from screen readers: it shows no facts."""
    dice = Random(f"street {seed}")  # noqa: S311  a drawing, no secret
    walls: list[str] = []
    ours: list[str] = []
    panes: list[str] = []
    lamps: list[str] = []
    trees: list[str] = []
    x = -dice.randrange(40)
    while x < _LENGTH:
        bays, floors = dice.choice((5, 7, 9)), dice.choice((2, 3, 3, 4))
        width, height = bays * _BAY + 8, floors * _FLOOR + 8
        (ours if dice.random() < 0.2 else walls).append(_box(x, _GROUND - height, width, height))
        for floor in range(floors):
            for bay in range(bays):
                pane = _box(x + 8 + bay * _BAY, _GROUND - height + 8 + floor * _FLOOR, 8, 8)
                (lamps if dice.random() < 0.08 else panes).append(pane)
        x += width
        for _tree in range(dice.randrange(1, 4)):
            x += dice.randrange(20, 34)
            trees.append(_tree_at(x, dice.randrange(9, 16)))
        x += 26
    return (
        f'<svg class="street" viewBox="0 0 {_LENGTH} {_GROUND}" preserveAspectRatio="xMidYMax slice" '
        f'aria-hidden="true">{_path("wall-deep", walls)}{_path("mid", ours)}{_path("pane", panes)}'
        f"{_path('lamp', lamps)}{_path('leaf', trees)}</svg>"
    )


def _box(x: int, y: int, width: int, height: int) -> str:
    return f"M{x} {y}h{width}v{height}h-{width}z"


def _tree_at(x: int, radius: int) -> str:
    top = _GROUND - 14 - 2 * radius
    crown = f"M{x} {top}a{radius} {radius} 0 1 1-.1 0z"
    return crown + _box(x - 1, _GROUND - 18, 2, 18)


def _path(paint: str, shapes: list[str]) -> str:
    return f'<path class="art-{paint}" d="{"".join(shapes)}"/>'
