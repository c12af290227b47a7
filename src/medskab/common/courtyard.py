"""A picture for a place: blocks around a courtyard, the common house in the area's colour, trees, lamps.

The seed decides everything, so a place keeps its picture, and no two places look alike. Nobody is in it:
people come in with their own photos and words.
"""

from random import Random

from medskab.common.solids import House, Tree, face, house, seen_at, tree

_GROUND = 14

# How the blocks stand around the lawn; (x, y, width, depth), the farthest first.
_PLANS = (
    ((0, 0, 12, 2), (0, 4, 2, 9)),
    ((0, 0, 5, 2), (7, 0, 6, 2), (0, 4, 2, 8)),
    ((2, 0, 10, 2), (0, 2, 2, 5), (0, 9, 2, 4)),
    ((0, 0, 9, 2), (11, 0, 2, 6), (0, 4, 2, 8)),
)
# Where the common house can stand, always in front of the blocks.
_COMMON = ((7, 8, 4, 3), (5, 9, 5, 3), (8, 6, 3, 3))


def drawn(seed: str) -> str:
    """The picture as SVG, hidden from screen readers: it shows no facts."""
    dice = Random(seed)  # noqa: S311  a drawing, no secret
    plan, common = dice.choice(_PLANS), dice.choice(_COMMON)
    houses = [House(*block, floors=dice.choice((3, 3, 4)), paint=_paint(dice)) for block in plan]
    houses.append(House(*common, floors=1, paint="ours", is_gabled=True))
    things: list[House | Tree] = [*houses, *_trees(dice, houses)]
    things.sort(key=lambda thing: thing.nearness)
    shapes = "".join(_thing(thing, dice) for thing in things)
    return (
        '<svg class="courtyard" viewBox="-150 -62 300 214" aria-hidden="true">'
        f"{_sun(dice)}{_lawn(common)}{shapes}</svg>"
    )


def _paint(dice: Random) -> str:
    return dice.choice(("wall", "wall", "mid"))


def _sun(dice: Random) -> str:
    return f'<circle class="art-soft" cx="{dice.randrange(-70, 71)}" cy="8" r="62"/>'


def _lawn(common: tuple[int, int, int, int]) -> str:
    x, y, width, depth = common
    edge = _GROUND
    ground = [seen_at(0, 0), seen_at(edge, 0), seen_at(edge, edge), seen_at(0, edge)]
    lower = [(a, b + 4) for a, b in ground]
    door, front = x + width / 2, y + depth
    way = [seen_at(door - 0.5, front), seen_at(door + 0.5, front), seen_at(door + 0.5, edge)]
    way += [seen_at(door - 0.5, edge)]
    across = [seen_at(2.6, 3), seen_at(3.4, 3), seen_at(3.4, edge), seen_at(2.6, edge)]
    along = [seen_at(2.6, 2.6), seen_at(edge, 2.6), seen_at(edge, 3.4), seen_at(2.6, 3.4)]
    return face("lawn-deep", lower) + face("lawn", ground) + face("path", across, along, way)


def _thing(thing: House | Tree, dice: Random) -> str:
    if isinstance(thing, Tree):
        return tree(thing)
    windows = [(bay, floor) for floor in range(thing.floors) for bay in range(int(thing.width))]
    return house(thing, frozenset(dice.sample(windows, max(1, len(windows) // 6))))


def _trees(dice: Random, houses: list[House]) -> list[Tree]:
    spots = [(x + 0.5, y + 0.5) for x in range(4, _GROUND) for y in range(4, _GROUND)]
    free = [spot for spot in spots if not any(_stands_on(spot, one) for one in houses)]
    dice.shuffle(free)
    trees: list[Tree] = []
    for x, y in free:
        if len(trees) == 8:
            break
        if all((x - other.x) ** 2 + (y - other.y) ** 2 > 5 for other in trees):
            trees.append(Tree(x, y, dice.choice((0.9, 1.1, 1.4))))
    return trees


def _stands_on(spot: tuple[float, float], one: House) -> bool:
    x, y = spot
    return one.x - 1 < x < one.x + one.width + 1 and one.y - 1 < y < one.y + one.depth + 2.5
