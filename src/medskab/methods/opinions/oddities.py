"""What looks odd among the votes, for people to look at; nothing is ever left out because of it."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from .votes import AGREE, DISAGREE, Votes

_LONG = 10
_BY_CHANCE = 0.01


class Odd(StrEnum):
    """What was seen."""

    STRAIGHT = "straight"
    """One person gave the same answer ten times or more, never another."""
    ALIKE = "alike"
    """Several people answered ten or more of the same statements in the same way: more than chance
    would."""


@dataclass(frozen=True, slots=True)
class Oddity:
    """One thing seen. `voters` are positions; `votes` is how many answers each of them gave.

    `expected` is how many people of this crowd would answer these statements so, if all answered them
    independently by how popular each answer is.
    """

    kind: Odd
    voters: tuple[int, ...]
    votes: int
    expected: float


def oddities(votes: Votes) -> tuple[Oddity, ...]:
    """Find straight-liners and identical ballots that chance does not explain, least expected first.

    A straight-liner may mean it, neighbours may have talked, and in firm camps like-minded people share
    ballots without any plan: this is a report for people, and no reason to reject anybody. Only what chance
    would give less than once in a hundred crowds is named; so agreeing with ten things that nearly
    everybody agrees with is not odd. What it does not see: people who agreed to vote alike on a few
    statements only, and browsers that answer at random.

    Source: response-pattern checks of survey methods (Curran 2016); the bound is that of independent
    answers.

    >>> from .votes import Statement, gather
    >>> ten = [Statement(str(at)) for at in range(10)]
    >>> who, what = np.repeat(np.arange(4), 10), np.tile(np.arange(10), 4)
    >>> said = np.where(who < 3, 1 - 2 * (what % 2), 2 * (what % 2) - 1)
    >>> found = oddities(gather(list("abcd"), ten, who, what, said))
    >>> [(str(one.kind), one.voters) for one in found]
    [('alike', (0, 1, 2))]
    """
    long = np.flatnonzero(votes.per_voter >= _LONG)
    chance = _log_chances(votes)
    alike: dict[bytes, list[int]] = {}
    for voter in long.tolist():
        _, columns, values = votes.rows(voter, voter + 1)
        alike.setdefault(columns.tobytes() + values.tobytes(), []).append(voter)
    found = [*_straight(votes, long, chance), *_alike(votes, alike, chance)]
    return tuple(sorted(found, key=lambda one: (one.expected, one.kind, one.voters)))


def _straight(votes: Votes, long: NDArray[np.int64], chance: NDArray[np.float64]) -> list[Oddity]:
    found = []
    for voter in long.tolist():
        _, _, values = votes.rows(voter, voter + 1)
        expected = votes.shape[0] * float(np.exp(chance[voter]))
        if (values == values[0]).all() and expected < _BY_CHANCE:
            found.append(Oddity(Odd.STRAIGHT, (voter,), len(values), expected))
    return found


def _alike(votes: Votes, alike: dict[bytes, list[int]], chance: NDArray[np.float64]) -> list[Oddity]:
    """Of n people, about n²·p²/2 pairs share a ballot of probability p."""
    found = []
    for same in alike.values():
        expected = votes.shape[0] * float(np.exp(chance[same[0]]))
        pairs = expected**2 / 2
        if len(same) > 1 and pairs < _BY_CHANCE:
            number = int(votes.per_voter[same[0]])
            found.append(Oddity(Odd.ALIKE, tuple(same), number, expected))
    return found


def _log_chances(votes: Votes) -> NDArray[np.float64]:
    """Per voter, the logarithm of the chance of all their answers, by the careful share of each answer."""
    size = votes.shape[1]
    answered = np.bincount(votes.columns, minlength=size)
    logs = np.empty((3, size))
    for at, answer in enumerate((DISAGREE, 0, AGREE)):
        count = np.bincount(votes.columns[votes.values == answer], minlength=size)
        logs[at] = np.log((count + 1) / (answered + 3))
    each = logs[votes.values.astype(np.int64) + 1, votes.columns]
    person = np.repeat(np.arange(votes.shape[0]), votes.per_voter)
    return np.bincount(person, weights=each, minlength=votes.shape[0]).astype(np.float64)
