"""Votes that stream in: the map's plane follows each of them without counting all again."""

import numpy as np
from numpy.typing import NDArray

from .components import Components, from_moments
from .moments import Moments, moments
from .votes import AGREE, DISAGREE, PASS, BadVotes, Statement, Votes, gather


class LiveVotes:
    """A conversation under way.

    It keeps the counts of `Moments` exact with every vote: the work is as long as that person's own list of
    votes, not as the conversation. After any votes, re-votes and takings back, `components` and `votes` are
    those of the same last votes read at once. New statements and moderation cost nothing until the plane is
    asked for.

    >>> live = LiveVotes([Statement("a"), Statement("b")])
    >>> for voter, statement, vote in (("v", "a", 1), ("v", "b", -1), ("w", "a", -1), ("v", "a", 0)):
    ...     live.cast(voter, statement, vote)
    >>> live.votes().values.tolist()
    [0, -1, -1]
    """

    def __init__(self, statements: Votes | list[Statement]) -> None:
        """Begin with statements alone, or where given votes stand."""
        begun = statements if isinstance(statements, Votes) else _nothing_yet(statements)
        self._begun = begun
        self._voter_at = {name: at for at, name in enumerate(begun.voters)}
        self._rows: dict[str, dict[int, int]] = {}
        self._statements = list(begun.statements)
        self._statement_at = {one.id: at for at, one in enumerate(begun.statements)}
        self._counted = moments(begun)
        self._warm: NDArray[np.float64] | None = None
        self._scatter: NDArray[np.float64] | None = None
        self._changed: set[int] = set()

    def add(self, statement: Statement) -> None:
        """Take in a new statement, or a new state of one (moderated out, or in again)."""
        self._scatter = None
        at = self._statement_at.get(statement.id)
        if at is not None:
            self._statements[at] = statement
            return
        self._statement_at[statement.id] = len(self._statements)
        self._statements.append(statement)
        parts = (self._counted.together, self._counted.sums, self._counted.products)
        self._counted = Moments(*(np.pad(part, (0, 1)) for part in parts))
        self._warm = None

    def cast(self, voter: str, statement: str, vote: int | None) -> None:
        """A voter answers, answers again, or takes the answer back (None).

        Raises:
            BadVotes: there is no such statement, or the vote is none.
        """
        if statement not in self._statement_at:
            raise BadVotes(f"There is no statement {statement[:40]}.")
        if vote not in (AGREE, PASS, DISAGREE, None):
            raise BadVotes("A vote must be 1 (agree), 0 (pass) or -1 (disagree).")
        row, at = self._row(voter), self._statement_at[statement]
        self._changed.add(at)
        if at in row:
            self._count(row, at, row.pop(at), -1)
        if vote is not None:
            self._count(row, at, vote, 1)
            row[at] = vote

    def components(self) -> Components:
        """The plane as it is now, searched from where it was; statements in the order of `statements`."""
        is_out = np.array([one.is_out for one in self._statements], dtype=bool)
        plane = from_moments(self._counted, is_out, self._warm, self._scatter_now(is_out))
        self._warm = plane.axes
        return plane

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, new ones last."""
        return tuple(self._statements)

    def votes(self) -> Votes:
        """All last votes, as if they had been brought at once: for grouping and everything beyond the
        plane."""
        names = sorted({*self._voter_at, *self._rows})
        rows = [list(self._row(name).items()) for name in names]
        who = np.repeat(np.arange(len(names)), [len(row) for row in rows]).astype(np.int32)
        cells = np.array([cell for row in rows for cell in row], dtype=np.int32).reshape(-1, 2)
        kept = [at for at, row in enumerate(rows) if row]
        onto = np.zeros(len(names), dtype=np.int32)
        onto[kept] = np.arange(len(kept))
        columns = (onto[who], cells[:, 0], cells[:, 1].astype(np.int8))
        return gather([names[at] for at in kept], self._statements, *columns)

    def _scatter_now(self, is_out: NDArray[np.bool_]) -> NDArray[np.float64]:
        """A vote on one statement changes one row and column, since no other mean moves."""
        rows = sorted(self._changed)
        if self._scatter is None or 4 * len(rows) > len(is_out):
            self._scatter = self._counted.scatter(is_out)
        elif rows:
            new = self._counted.scatter_rows(is_out, rows)
            self._scatter[rows], self._scatter[:, rows] = new, new.T
        self._changed.clear()
        return self._scatter

    def _row(self, voter: str) -> dict[int, int]:
        """What this voter has answered; read from the beginning's rows when first needed."""
        if voter not in self._rows:
            at = self._voter_at.get(voter)
            empty: dict[int, int] = {}
            self._rows[voter] = empty
            if at is not None:
                _, columns, values = self._begun.rows(at, at + 1)
                empty.update(zip(columns.tolist(), values.tolist(), strict=True))
        return self._rows[voter]

    def _count(self, row: dict[int, int], at: int, vote: int, sign: int) -> None:
        """Add (or with sign -1 take away) a vote beside the voter's other votes."""
        others = np.fromiter(row.keys(), dtype=np.int64, count=len(row))
        said = np.fromiter(row.values(), dtype=np.int64, count=len(row))
        together, sums, products = self._counted.together, self._counted.sums, self._counted.products
        together[at, others] += sign
        together[others, at] += sign
        sums[at, others] += sign * vote
        sums[others, at] += sign * said
        products[at, others] += sign * vote * said
        products[others, at] += sign * vote * said
        together[at, at] += sign
        sums[at, at] += sign * vote
        products[at, at] += sign * vote * vote


def _nothing_yet(statements: list[Statement]) -> Votes:
    nothing = np.empty(0, dtype=np.int32)
    return gather([], statements, nothing, nothing, nothing.astype(np.int8))
