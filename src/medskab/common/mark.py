"""A place's sign: blocks around a courtyard with trees, seen from above; each place has its own."""

from random import Random

_THICK = 4.5
_EDGE = 24
_INNER = _EDGE - 2 * _THICK
# The four sides of the courtyard: where a block begins, and how long and deep it is.
_SIDES = (
    (0, 0, _EDGE, _THICK),
    (_EDGE - _THICK, _THICK + 1, _THICK, _EDGE - _THICK - 1),
    (0, _EDGE - _THICK, _EDGE - _THICK - 1, _THICK),
    (0, _THICK + 1, _THICK, _INNER - 2),
)
_LAWN = _THICK + 1
_SPOTS = ((9, 9.5), (15, 9), (9.5, 15), (14.5, 14.5))


def drawn(seed: str) -> str:
    """The sign as SVG, hidden from screen readers: the name stands beside it."""
    dice = Random(seed)  # noqa: S311  a drawing, no secret
    open_side, turn = dice.randrange(1, 4), dice.randrange(4) * 90
    blocks = "".join(_box(*side) for number, side in enumerate(_SIDES) if number != open_side)
    house, *trees = dice.sample(_SPOTS, 3)
    crowns = "".join(f'<circle cx="{x}" cy="{y}" r="{dice.choice((1.7, 2.3))}"/>' for x, y in trees)
    common = _box(house[0] - 2, house[1] - 2, 4, 4)
    return (
        f'<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><g transform="rotate({turn} 12 12)">'
        f'<path class="art-lawn" d="{_box(_LAWN, _LAWN, _INNER - 2, _INNER - 2)}"/>'
        f'<path class="art-ours" d="{blocks}"/><path class="art-mid" d="{common}"/>'
        f'<g class="art-leaf-deep">{crowns}</g></g></svg>'
    )


def _box(x: float, y: float, width: float, height: float) -> str:
    return f"M{x:g} {y:g}h{width:g}v{height:g}h{-width:g}z"
