"""A few statements that speak for everybody in proportion."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from medskab.methods.budgeting.election import BallotKind, Ballots, Election, Project
from medskab.methods.budgeting.equal_shares import equal_shares
from medskab.methods.budgeting.rule import Completion, Rule, Satisfaction

from .votes import AGREE, Votes


@dataclass(frozen=True, slots=True)
class Slate:
    """Positions of the chosen statements, in the order in which they were bought.

    `spoken_for` voters agree with at least one of them, of `voters` who agree with any statement at all.
    """

    statements: tuple[int, ...]
    spoken_for: int
    voters: int


def slate(votes: Votes, size: int) -> Slate:
    """Choose `size` statements so that each part of the crowd has its share of them, by equal shares.

    Every statement costs the same, and each voter who agrees with anything has the same part of the whole
    to spend on statements they agree with: a group of a third of the voters with common views gets a third
    of the slate. What is left is filled by the number of agreements; fewer come back where fewer have any.
    Statements that are out take no part; ties go to the smaller id, as text.

    When to use: "ten statements that speak for all of us", out of what residents wrote. When not: where
    statements were shown to very different numbers of people; one that few have seen cannot win many.

    Raises:
        ValueError: the size is below one.

    Source: Peters, Pierczyński, Skowron 2021 (equal shares); Fish et al. 2023, "Generative social choice",
    for slates of statements.

    >>> from .votes import Statement, gather
    >>> three, ones = [Statement("a"), Statement("b"), Statement("c")], np.ones(7, dtype=int)
    >>> who, what = np.array([0, 1, 2, 0, 1, 3, 4]), np.array([0, 0, 0, 1, 1, 2, 2])
    >>> votes = gather(list("vwxyz"), three, who, what, ones)
    >>> slate(votes, 2)
    Slate(statements=(0, 2), spoken_for=5, voters=5)
    """
    if size < 1:
        raise ValueError("A slate has at least one statement.")
    person = np.repeat(np.arange(votes.shape[0]), votes.per_voter)
    agrees = (votes.values == AGREE) & ~votes.is_out[votes.columns]
    person, chosen = person[agrees], votes.columns[agrees]
    counts = np.bincount(person, minlength=votes.shape[0])
    offsets = np.concatenate(([0], np.cumsum(counts[counts > 0], dtype=np.int64)))
    voters = len(offsets) - 1
    won = _bought(votes, offsets, chosen, min(size, len(np.unique(chosen)))) if voters else []
    spoken_for = len(np.unique(person[np.isin(chosen, won)]))
    return Slate(tuple(won), spoken_for, voters)


def _bought(votes: Votes, offsets: NDArray[np.int64], chosen: NDArray[np.int32], size: int) -> list[int]:
    """A price that the voters' number divides keeps every share whole."""
    voters = len(offsets) - 1
    projects = tuple(Project(statement.id, voters) for statement in votes.statements)
    election = Election(size * voters, projects, Ballots(BallotKind.APPROVAL, offsets, chosen))
    rule = Rule(satisfaction=Satisfaction.CARDINALITY, completion=Completion.ADD1U)
    at = {statement.id: number for number, statement in enumerate(votes.statements)}
    return [at[name] for name in equal_shares(election, rule).winners]
