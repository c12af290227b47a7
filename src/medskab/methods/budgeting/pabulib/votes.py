"""The VOTES section as columns of texts: all at once where it is plain, row by row where it is not."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from medskab.methods.budgeting.election import BadElection

from .columns import Columns
from .remarks import Remarks
from .rows import SECTIONS, rows
from .texts import Block, Texts

_NEWLINE, _RETURN, _SEPARATOR = ord("\n"), ord("\r"), ord(";")


@dataclass(frozen=True, slots=True)
class Votes:
    """One text per row for each column, and the line on which each row begins."""

    columns: list[Texts]
    lines: NDArray[np.int64]


def read_votes(data: bytes, start: int, line: int, columns: Columns, remarks: Remarks) -> Votes:
    """The rows after the header, which ends at byte `start`; `line` is the first line after it."""
    section = data[start:]
    plain = None if b'"' in section else _plain_votes(section, line, len(columns))
    return plain or _careful_votes(data, start, line, columns, remarks)


def _plain_votes(section: bytes, line: int, width: int) -> Votes | None:
    """Cut at every line end and separator; None where a row has another number of cells than the header."""
    block = Block(section)
    view = block.view[: len(section)]
    ends = np.flatnonzero(view == _NEWLINE)
    if not section.endswith(b"\n"):
        ends = np.append(ends, len(section))
    starts = np.concatenate([np.zeros(1, np.int64), ends[:-1] + 1]) if len(ends) else ends
    lines = np.arange(line, line + len(ends))
    ends = ends - ((ends > starts) & (block.view[ends - 1] == _RETURN))
    cuts = np.flatnonzero(view == _SEPARATOR)
    cut_counts = np.searchsorted(cuts, ends) - np.searchsorted(cuts, starts)
    full = ends - starts > cut_counts
    if not (full.all() and len(cuts) == len(starts) * (width - 1)):
        cuts = cuts[np.repeat(full, cut_counts)]
    starts, ends, lines = starts[full], ends[full], lines[full]
    if not (cut_counts[full] == width - 1).all():
        return None
    table = cuts.reshape(len(starts), width - 1)
    lefts = [starts, *(table[:, place] + 1 for place in range(width - 1))]
    rights = [*(table[:, place].copy() for place in range(width - 1)), ends]
    return Votes([Texts(block, left, right) for left, right in zip(lefts, rights, strict=True)], lines)


def _careful_votes(data: bytes, start: int, line: int, columns: Columns, remarks: Remarks) -> Votes:
    found: list[list[str]] = []
    lines: list[int] = []
    width = len(columns)
    for row in rows(data, start, line, remarks):
        if len(row.cells) < width:
            _check_short(row.cells, row.line, columns, remarks)
        found.append(row.cells if len(row.cells) == width else columns.cells(row))
        lines.append(row.line)
    texts = [Texts.of(column) for column in zip(*found, strict=True)] or [Texts.of([])] * len(columns)
    return Votes(texts, np.array(lines, np.int64))


def _check_short(cells: list[str], line: int, columns: Columns, remarks: Remarks) -> None:
    title = cells[0].strip().upper()
    if title in SECTIONS and len(cells) == 1:
        raise BadElection(
            "The section {section} begins here, after VOTES."
            " Put META, PROJECTS and VOTES in that order, once each.",
            line,
            section=title,
        )
    last = max(columns.place(name) or 0 for name in ("voter_id", "vote", "points"))
    if len(cells) <= last:
        raise BadElection(
            "This line has {cells} values, but VOTES has {columns} columns. Add what is missing.",
            line,
            cells=len(cells),
            columns=len(columns),
        )
    remarks.add("A line in VOTES has fewer values than there are columns; the last were read as empty.", line)


def check_voters(voter_ids: Texts, lines: NDArray[np.int64]) -> None:
    """Refuse a ballot without a voter, and a voter with two ballots."""
    nameless = np.flatnonzero(voter_ids.lengths() == 0)
    if len(nameless):
        raise BadElection(
            "This ballot has no voter_id. Give each ballot an id of its own.", int(lines[nameless[0]])
        )
    if voter_ids.all_differ():
        return
    seen: dict[str, int] = {}
    for voter, line in zip(voter_ids, lines.tolist(), strict=True):
        if (first := seen.setdefault(voter, line)) != line:
            raise BadElection(
                "The voter_id {voter} is here and on line {first}. Keep one ballot for each voter.",
                line,
                voter=voter[:40],
                first=first,
            )
