"""The demo's ballots, drawn by chance with a fixed seed: the demo is the same everywhere.

They come from a small model: who lives where, and who cares about what. Nobody really voted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from .proposals import Idea

MOST_CHOICES = 5
BLOCKS = 8
# Of ten voters, how many are of families, young, or older.
_GROUPS = (0,) * 6 + (1,) * 2 + (2,) * 2
_NEARBY = 6
_BLANK_ONE_IN = 80
BLANK: dict[str, Any] = {"blank": True}


@dataclass(frozen=True)
class Voter:
    """Somebody who votes: the block that they live in, what they choose, and what they chose at first."""

    block: int
    choice: dict[str, Any]
    before: dict[str, Any] | None = None


def of_budget(ideas: Sequence[Idea], ids: Mapping[str, str], *, voters: int, seed: int) -> list[Voter]:
    """Voters who tick what they like, and what lies near to them. `ids`: title → its id on the ballot."""
    chance = Random(seed)  # noqa: S311  invented ballots, nothing secret
    found = []
    for number in range(voters):
        block, group = chance.randint(1, BLOCKS), chance.choice(_GROUPS)
        choice = _ticks(chance, ideas, ids, block, group)
        changed_mind = number % 32 == 0
        found.append(Voter(block, choice, _ticks(chance, ideas, ids, block, group) if changed_mind else None))
    return found


def of_homes(*, voters: int, seed: int) -> list[Voter]:
    """Voters who say yes or no: where much is built there are more who say no."""
    chance = Random(seed)  # noqa: S311
    found = []
    for _unused in range(voters):
        block = chance.randint(1, BLOCKS)
        yes = 0.52 if block in (1, 8) else 0.7
        choice = {"answer": "yes" if chance.random() < yes else "no"}
        found.append(Voter(block, BLANK if chance.random() < 0.015 else choice))
    return found


def _ticks(
    chance: Random, ideas: Sequence[Idea], ids: Mapping[str, str], block: int, group: int
) -> dict[str, Any]:
    if chance.randrange(_BLANK_ONE_IN) == 0:
        return BLANK
    pull = {idea.title: idea.likes[group] + _NEARBY * (idea.block == block) for idea in ideas}
    chosen = [title for title, strength in pull.items() if chance.random() * 12 < strength]
    chosen = chosen or [max(pull, key=lambda title: pull[title])]
    best = sorted(chosen, key=lambda title: -pull[title])[:MOST_CHOICES]
    return {"approve": sorted(ids[title] for title in best)}
