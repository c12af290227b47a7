"""What is known of everybody, and what raking made of the answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from medskab.methods.samples.shapes import BadSample


@dataclass(frozen=True)
class Margin:
    """How many people each group has (`known`), and in which group each respondent is (`groups`).

    An empty group means that it is not known; such a respondent is left out of this margin alone. Only the
    proportions of `known` matter.
    """

    name: str
    known: Mapping[str, float]
    groups: Sequence[str]

    def __post_init__(self) -> None:
        if not self.known or any(not isfinite(size) or size < 0 for size in self.known.values()):
            raise BadSample(f"{self.name}: the size of a group is a number from nothing up.")
        if not sum(self.known.values()):
            raise BadSample(f"{self.name}: all the groups are empty.")
        present = set(self.groups)
        if strange := sorted(present - {"", *self.known}):
            raise BadSample(f"{self.name}: nothing is known of the size of {strange[0]}.")
        if absent := [name for name, size in self.known.items() if size and name not in present]:
            raise BadSample(
                f"{self.name}: nobody in {absent[0]} answered. No weight can speak for them: ask them, "
                "or join the group with another."
            )
        if nobody := [name for name, size in self.known.items() if not size and name in present]:
            raise BadSample(f"{self.name}: {nobody[0]} has respondents, but is said to have nobody.")


@dataclass(frozen=True)
class Raked:
    """A weight per respondent, 1 on average, and how well they fit.

    `largest_miss`: the largest distance between a weighted share and the known one, from 0 to 1; `trimmed`:
    how many weights were cut; `worth`: Kish's effective size.
    """

    weights: NDArray[np.float64]
    rounds: int
    largest_miss: float
    has_converged: bool
    trimmed: int
    worth: float
