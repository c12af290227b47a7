"""A place's sign: blocks around a courtyard with trees, seen from above; each place has its own."""

from random import Random

# Where long blocks can stand on a field of 24: along the four sides, each (x, y, width, height).
_SIDES = ((2, 2, 20, 5), (17, 2, 5, 20), (2, 17, 20, 5), (2, 2, 5, 20))


def drawn(seed: str) -> str:
    """The sign as SVG, hidden from screen readers: the name stands beside it."""
    dice = Random(seed)  # noqa: S311  a drawing, no secret
    open_side = dice.randrange(4)
    house = dice.choice([side for side in range(4) if side != open_side])
    blocks = "".join(
        _block(side, is_ours=side == house)
        for side in sorted((s for s in range(4) if s != open_side), key=lambda s: s == house)
    )
    trees = "".join(
        f'<circle cx="{x}" cy="{y}" r="{dice.choice((1.6, 2.1))}"/>'
        for x, y in dice.sample([(9.5, 9.5), (14.5, 9.5), (9.5, 14.5), (14.5, 14.5), (12, 12)], 2)
    )
    return (
        '<svg class="mark" viewBox="0 0 24 24" aria-hidden="true">'
        f'<path class="art-lawn" d="M2 2h20v20H2z"/>{blocks}<g class="art-leaf">{trees}</g></svg>'
    )


def _block(side: int, *, is_ours: bool) -> str:
    x, y, width, height = _SIDES[side]
    return f'<path class="{"art-ours" if is_ours else "art-mid"}" d="M{x} {y}h{width}v{height}H{x}z"/>'
