"""From the columns `vote` and `points` to ballots, and the checks that no ballot may fail."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from medskab.methods.budgeting.election import BadElection, BallotKind

from .amounts import Amount, parse_amount
from .remarks import Remarks
from .texts import Texts, all_differ

_ROWS_AT_ONCE = 100_000
_COMMA = ord(",")
_MOST_POINTS = 10**12


@dataclass(frozen=True, slots=True)
class Choices:
    """Chosen projects of many ballots, and their points where the ballots have any."""

    offsets: NDArray[np.int64]
    projects: NDArray[np.int32]
    points: NDArray[np.int64] | None
    points_scale: int


@dataclass(frozen=True, slots=True)
class _Part:
    counts: NDArray[np.int64]
    projects: NDArray[np.int32]
    points: NDArray[np.int64]
    decimals: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the reader of ballots looks at: the columns, the line of each row, and the projects by id."""

    votes: Texts
    points: Texts | None
    lines: NDArray[np.int64]
    places: dict[str, int]
    kind: BallotKind


def read_choices(sheet: Sheet, remarks: Remarks, progress: Callable[[float], None]) -> Choices:
    """Read all ballots, a hundred thousand at a time so that memory stays small."""
    parts = []
    for begin in range(0, len(sheet.votes), _ROWS_AT_ONCE):
        parts.append(_Reader(sheet, slice(begin, begin + _ROWS_AT_ONCE), remarks).read())
        progress(min(1.0, (begin + _ROWS_AT_ONCE) / len(sheet.votes)))
    counts = np.concatenate([np.zeros(1, np.int64), *(part.counts for part in parts)])
    projects = np.concatenate([np.zeros(0, np.int32), *(part.projects for part in parts)])
    points, scale = _one_scale(parts) if sheet.points is not None else (None, 1)
    return Choices(np.cumsum(counts), projects, points, scale)


def _one_scale(parts: list[_Part]) -> tuple[NDArray[np.int64], int]:
    """The points of all parts on the smallest scale on which they are whole."""
    decimals = max((part.decimals for part in parts), default=0)
    scaled = [part.points * 10 ** (decimals - part.decimals) for part in parts]
    points = np.concatenate([np.zeros(0, np.int64), *scaled])
    while decimals and not (points % 10).any():
        points, decimals = points // 10, decimals - 1
    return points, 10**decimals


class _Reader:
    """Reads the ballots of one slice of rows."""

    def __init__(self, sheet: Sheet, rows: slice, remarks: Remarks) -> None:
        self._sheet, self._remarks = sheet, remarks
        self._votes = sheet.votes[rows]
        self._points = None if sheet.points is None else sheet.points[rows]
        self._lines = sheet.lines[rows]

    def read(self) -> _Part:
        tokens, counts = split(self._votes)
        row = np.repeat(np.arange(len(counts)), counts)
        given = tokens.lengths() > 0
        self._remark(
            "A ballot has an empty place in its list of projects; it was left out.",
            row[~given & (counts[row] > 1)],
        )
        points = self._pair_points(counts, row, given)
        row, projects = row[given], self._find(tokens.at(given), row[given])
        values, decimals = self._values(points, given, row, projects)
        first = self._first_of_each(row, projects)
        row, projects, values = row[first], projects[first], values[first] if len(values) else values
        counts = np.bincount(row, minlength=len(counts)).astype(np.int64)
        self._check_one(counts)
        return _Part(counts, projects.astype(np.int32), values, decimals)

    def _find(self, tokens: Texts, row: NDArray[np.int64]) -> NDArray[np.int64]:
        """The place of each named project; refuse the first that is not in PROJECTS."""
        names, found = tokens.distinct()
        places = np.array([self._sheet.places.get(name, -1) for name in names], np.int64)
        projects = places[found] if len(names) else found
        unknown = np.flatnonzero(projects < 0)
        if len(unknown):
            raise BadElection(
                "A vote names the project {project}, which is not in PROJECTS."
                " Correct the vote or add the project.",
                self._line(row[unknown[0]]),
                project=tokens[int(unknown[0])][:40],
            )
        return projects

    def _pair_points(
        self, counts: NDArray[np.int64], row: NDArray[np.int64], given: NDArray[np.bool_]
    ) -> Texts | None:
        """The points parallel to the projects; refuse lists of different length."""
        if self._points is None:
            return None
        points, point_counts = split(self._points)
        uneven = np.flatnonzero(counts != point_counts)
        if not len(uneven) and not len(uneven := row[given != (points.lengths() > 0)]):
            return points
        raise BadElection(
            "A ballot does not have one number of points for each of its projects."
            " Write as many points as projects, in the same order.",
            self._line(uneven[0]),
        )

    def _values(
        self,
        points: Texts | None,
        given: NDArray[np.bool_],
        row: NDArray[np.int64],
        projects: NDArray[np.int64],
    ) -> tuple[NDArray[np.int64], int]:
        """Points as whole numbers, and how many decimals they were freed from."""
        if points is None:
            return np.zeros(0, np.int64), 0
        texts, found = points.at(given).distinct()
        amounts = [parse_amount(text) or Amount(-1) for text in texts]
        decimals = max((amount.decimals for amount in amounts), default=0)
        scaled = [amount.times(10**decimals) for amount in amounts]
        sound = np.array([0 <= points <= _MOST_POINTS for points in scaled], np.bool_)
        if len(bad := np.flatnonzero(~sound[found]) if len(texts) else found):
            raise BadElection(
                "A ballot gives “{points}” points. Points must be numbers of zero or more.",
                self._line(row[bad[0]]),
                points=texts[found[bad[0]]][:40],
            )
        return (np.array(scaled, np.int64)[found] if len(texts) else found), decimals

    def _first_of_each(self, row: NDArray[np.int64], projects: NDArray[np.int64]) -> NDArray[np.bool_]:
        """True at the first place where a ballot names a project; naming it again changes nothing."""
        keys = row * max(1, len(self._sheet.places)) + projects
        if all_differ(keys):
            return np.ones(len(keys), np.bool_)
        first = np.zeros(len(keys), np.bool_)
        first[np.unique(keys, return_index=True)[1]] = True
        self._remark(
            "A ballot names the same project more than once; it was counted once.", np.unique(row[~first])
        )
        return first

    def _check_one(self, counts: NDArray[np.int64]) -> None:
        many = np.flatnonzero(counts > 1)
        if self._sheet.kind is BallotKind.CHOOSE_ONE and len(many):
            raise BadElection(
                "A ballot chooses {count} projects, but the vote_type is choose-1."
                " Correct the ballot, or use the vote_type approval.",
                self._line(many[0]),
                count=int(counts[many[0]]),
            )

    def _remark(self, template: str, rows: NDArray[np.int64]) -> None:
        if len(rows):
            self._remarks.add(template, self._line(rows[0]), count=len(rows))

    def _line(self, row: "np.int64") -> int:
        return int(self._lines[row])


def split(lists: Texts) -> tuple[Texts, NDArray[np.int64]]:
    """Cut every text at its commas: all parts in a row, and how many each text gave (one at least)."""
    if not len(lists):
        return lists, np.zeros(0, np.int64)
    begin, end = int(lists.starts[0]), int(lists.ends[-1])
    commas = np.flatnonzero(lists.block.view[begin:end] == _COMMA) + begin
    low = np.searchsorted(commas, lists.starts)
    inside = np.searchsorted(commas, lists.ends) - low
    counts = inside + 1
    after = np.cumsum(counts)
    kept = commas[np.repeat(low - (np.cumsum(inside) - inside), inside) + np.arange(inside.sum())]
    starts, ends = np.empty(after[-1], np.int64), np.empty(after[-1], np.int64)
    heads, tails = np.zeros(len(starts), np.bool_), np.zeros(len(starts), np.bool_)
    heads[after - counts], tails[after - 1] = True, True
    starts[heads], starts[~heads] = lists.starts, kept + 1
    ends[tails], ends[~tails] = lists.ends, kept
    return Texts(lists.block, starts, ends).stripped(), counts
