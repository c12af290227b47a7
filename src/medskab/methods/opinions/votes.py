"""What every opinion method takes in: statements, and who said agree, disagree or pass to which."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

AGREE, PASS, DISAGREE = 1, 0, -1
_MOST_STATEMENTS = 100_000


class BadVotes(ValueError):
    """The votes cannot be read as given; the text says what to mend, and on which line if known."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence that people voted on."""

    id: str
    text: str = ""
    author: str = ""
    is_out: bool = False
    """Moderated out, or a question about the voters themselves: it takes no part in the map."""
    is_meta: bool = False
    """Asks who somebody is, not what they think."""


@dataclass(frozen=True, slots=True, eq=False)
class Votes:
    """All last votes, in compressed rows: voter v answered `columns[offsets[v]:offsets[v + 1]]`.

    `columns` are positions in `statements`, rising inside a voter and without repeats; `values` runs
    parallel and holds 1 (agree), 0 (pass) or -1 (disagree). Make it with `gather`, which sees to all of
    that."""

    voters: Sequence[str]
    statements: tuple[Statement, ...]
    offsets: NDArray[np.int64]
    columns: NDArray[np.int32]
    values: NDArray[np.int8]

    @property
    def shape(self) -> tuple[int, int]:
        """Number of voters and of statements."""
        return len(self.offsets) - 1, len(self.statements)

    @property
    def is_out(self) -> NDArray[np.bool_]:
        """Per statement: whether it is left out of the map."""
        return np.array([statement.is_out for statement in self.statements], dtype=bool)

    @property
    def per_voter(self) -> NDArray[np.int64]:
        """Number of votes of each voter, those on moderated-out statements included."""
        return np.diff(self.offsets)

    def rows(self, first: int, last: int) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int8]]:
        """Offsets (from zero), columns and values of the voters from `first` up to `last`."""
        start, stop = int(self.offsets[first]), int(self.offsets[last])
        return self.offsets[first : last + 1] - start, self.columns[start:stop], self.values[start:stop]

    def only(self, voters: NDArray[np.int64]) -> "Votes":
        """The votes of these voters (positions; repeats are allowed) on all statements."""
        lengths = self.per_voter[voters]
        offsets = np.concatenate(([0], np.cumsum(lengths)))
        at = np.repeat(self.offsets[voters] - offsets[:-1], lengths) + np.arange(offsets[-1])
        names = [self.voters[voter] for voter in voters]
        return replace(self, voters=names, offsets=offsets, columns=self.columns[at], values=self.values[at])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Votes):
            return NotImplemented
        pairs = ((self.offsets, other.offsets), (self.columns, other.columns), (self.values, other.values))
        names = list(self.voters) == list(other.voters) and self.statements == other.statements
        return names and all(np.array_equal(one, two) for one, two in pairs)

    __hash__ = None  # type: ignore[assignment]


def gather(
    voters: Sequence[str],
    statements: Sequence[Statement],
    voter: NDArray[np.int32],
    statement: NDArray[np.int32],
    vote: NDArray[np.int8],
) -> Votes:
    """Bring votes in the order in which they were cast into rows; a voter's last vote on a statement
    counts.

    `voter` and `statement` are positions in `voters` and `statements`, one per vote, and `vote` is 1, 0 or
    -1. Voters and statements are sorted by id (whole numbers by size, before texts), so that whoever brings
    the same last votes gets the same answer to the last bit, in whatever order they come. Time and memory
    grow with the votes, never with voters × statements.

    Raises:
        BadVotes: a repeated id, a vote that is no vote, or a position that does not exist.

    >>> who, what = np.array([0, 1, 0]), np.array([0, 0, 0])
    >>> votes = gather(["ben", "ada"], [Statement("7")], who, what, np.array([1, 0, -1]))
    >>> votes.voters, votes.values.tolist()
    (('ada', 'ben'), [0, -1])
    """
    _check(voters, statements, (np.asarray(voter), np.asarray(statement), np.asarray(vote)))
    voter_at, voter_order = _ranks(voters)
    statement_at, statement_order = _ranks([one.id for one in statements])
    rows, columns = voter_at[voter], statement_at[statement]
    order = _stable_order(columns, len(statements))
    order = order[_stable_order(rows[order], len(voters))]
    rows, columns, values = rows[order], columns[order], np.asarray(vote, dtype=np.int8)[order]
    last = np.ones(len(rows), dtype=bool)
    last[:-1] = (rows[1:] != rows[:-1]) | (columns[1:] != columns[:-1])
    counts = np.bincount(rows[last], minlength=len(voters))
    return Votes(
        tuple(voters[at] for at in voter_order),
        tuple(statements[at] for at in statement_order),
        np.concatenate(([0], np.cumsum(counts, dtype=np.int64))),
        columns[last],
        values[last],
    )


def id_order(name: str) -> tuple[bool, int, str]:
    """Sort key of ids: whole numbers by size, then texts by code point."""
    is_number = name.isascii() and name.isdigit() and len(name) < 19
    return (not is_number, int(name) if is_number else 0, name)


def _ranks(names: Sequence[str]) -> tuple[NDArray[np.int32], list[int]]:
    order = sorted(range(len(names)), key=lambda at: id_order(names[at]))
    ranks = np.empty(len(names), dtype=np.int32)
    ranks[order] = np.arange(len(names), dtype=np.int32)
    return ranks, order


def _stable_order(codes: NDArray[np.int32], size: int) -> NDArray[np.int32]:
    """The stable order of small whole numbers in linear time: turning a matrix round is a counting sort."""
    count = len(codes)
    marks = np.ones(count, dtype=np.int8)
    turned = csr_array((marks, codes, np.arange(count + 1, dtype=np.int32)), shape=(count, size)).tocsc()
    return np.asarray(turned.indices, dtype=np.int32)


def _check(
    voters: Sequence[str], statements: Sequence[Statement], cells: tuple[NDArray[np.int64], ...]
) -> None:
    voter, statement, vote = cells
    if len({len(part) for part in cells}) != 1:
        raise BadVotes("Each vote needs a voter, a statement and an answer.")
    if len(statements) > _MOST_STATEMENTS:
        raise BadVotes(f"There are more than {_MOST_STATEMENTS:,} statements. Split the conversation.")
    if len(set(voters)) != len(voters):
        raise BadVotes("Two voters have the same id. Give each voter an id of their own.")
    if len({one.id for one in statements}) != len(statements):
        raise BadVotes("Two statements have the same id. Give each statement an id of its own.")
    for part, size, what in ((voter, len(voters), "voter"), (statement, len(statements), "statement")):
        if len(part) and not (int(part.min()) >= 0 and int(part.max()) < size):
            raise BadVotes(f"A vote names a {what} that is not in the list.")
    if len(vote) and not np.isin(vote, (AGREE, PASS, DISAGREE)).all():
        raise BadVotes("A vote must be 1 (agree), 0 (pass) or -1 (disagree).")
