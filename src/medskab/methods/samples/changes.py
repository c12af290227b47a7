"""What two waves say about a change."""

from dataclasses import dataclass
from enum import StrEnum

# A difference that is there is found eight times in ten: the usual measure of what a sample can see.
POWER = 0.8


class Verdict(StrEnum):
    """What can be said of a change."""

    UP = "up"
    DOWN = "down"
    SAME = "no difference seen"
    OPEN = "cannot tell yet"


@dataclass(frozen=True)
class Change:
    """The later wave less the earlier, with its interval.

    `chance`: how often chance alone would give a difference as large; `could_see`: the smallest difference
    that would have been found eight times in ten; `worth_knowing`: the smallest that matters to the reader.
    """

    difference: float
    low: float
    high: float
    chance: float
    could_see: float
    worth_knowing: float
