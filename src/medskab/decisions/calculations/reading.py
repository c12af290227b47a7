"""From the bytes of a `.pb` file to what is shown before it is taken in, and to ballots without voters."""

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

import numpy as np

from medskab.common.deed import CannotAct
from medskab.common.names import clean_name
from medskab.decisions.file_words import remark_sentence
from medskab.methods.budgeting.election import BadElection, Election, Project, Remark
from medskab.methods.budgeting.pabulib.amounts import amount_text
from medskab.methods.budgeting.read_pb import read_pb
from medskab.methods.budgeting.write_pb import write_pb

from .patterns import are_ballots_common

_MOST_ID, _MOST_PLACE = 200, 200
_PLACES = ("neighborhood", "neighbourhood", "district", "subunit", "area", "place")
Tell = Callable[[float], None]


class BadFile(CannotAct):
    """The file cannot be counted; the text says what to mend, on which line, in the reader's language."""

    def __init__(self, remark: Remark) -> None:
        self.remark = {
            "template": remark.template,
            "values": dict(remark.values),
            "line": remark.line,
            "more": remark.more,
        }
        super().__init__(remark.template)

    def __str__(self) -> str:
        return remark_sentence(self.remark)


@dataclass(frozen=True)
class Reading:
    """What a file says (plain values, fit for JSON), and its ballots sorted, without voters, packed."""

    facts: dict[str, Any]
    packed_ballots: bytes


def read_file(packed: bytes, tell: Tell) -> Reading:
    """Read an uploaded file. Voters' columns (age, sex, ids, order) end here: only choices are kept.

    Raises `BadFile` where it cannot be counted.
    """
    try:
        election = read_pb(unpacked(packed), progress=tell)
        ballots = write_pb(election, anonymous=True)
        again = read_pb(ballots)
    except BadElection as bad:
        raise BadFile(bad.remark) from bad
    _check(election)
    # What is kept is read back once: the count stands on it.
    if (again.budget, again.projects, again.ballots.count) != (
        election.budget,
        election.projects,
        election.ballots.count,
    ):
        raise AssertionError("The ballots that are kept must be those that were brought.")
    return Reading(_facts(election, sha256(ballots).hexdigest()), gzip.compress(ballots, 6, mtime=0))


def unpacked(packed: bytes | memoryview) -> bytes:
    """The bytes of a kept file."""
    return gzip.decompress(bytes(packed))


def _check(election: Election) -> None:
    if not election.projects:
        raise BadFile(Remark("The file has no projects. There is nothing to decide."))
    for project in election.projects:
        if len(project.id) > _MOST_ID:
            raise BadFile(Remark("A project_id is longer than 200 letters. Give it a shorter one."))


def _facts(election: Election, digest: str) -> dict[str, Any]:
    meta = {key.lower(): value for key, value in election.meta.items()}
    return {
        "sha256": digest,
        "voters": election.ballots.count,
        "budget": election.budget,
        "currency_unit": election.currency_unit,
        "currency": meta.get("currency", "").strip().upper()[:3],
        "ballot_kind": str(election.ballots.kind),
        "stated_rule": clean_name(meta.get("rule", ""))[:120],
        "description": clean_name(meta.get("description", ""))[:300],
        "ended_on": _day(meta.get("date_end", "")),
        "are_ballots_common": are_ballots_common(election.ballots, len(election.projects)),
        "proposals": _proposals(election),
        "warnings": [_remark(remark) for remark in election.remarks],
    }


def _proposals(election: Election) -> list[dict[str, Any]]:
    votes, points = _support(election)
    rows = zip(election.projects, votes, points, strict=True)
    return [
        {
            "number": number,
            "project": project.id,
            "title": clean_name(project.name)[:1000],
            "cost": project.cost,
            "votes": named,
            "points": given,
            "categories": [clean_name(one) for one in project.categories],
            "targets": [clean_name(one) for one in project.targets],
            "place": _place(project),
            "latitude": project.latitude,
            "longitude": project.longitude,
        }
        for number, (project, named, given) in enumerate(rows, 1)
    ]


def _support(election: Election) -> tuple[list[int], list[str]]:
    """Ballots that name each proposal (with points: that give it some), and its points as text."""
    ballots, size = election.ballots, len(election.projects)
    if ballots.points is None:
        return np.bincount(ballots.projects, minlength=size).tolist(), [""] * size
    votes = np.bincount(ballots.projects[ballots.points > 0], minlength=size).tolist()
    sums = [0] * size
    for project, given in zip(ballots.projects.tolist(), ballots.points.tolist(), strict=True):
        sums[project] += given
    return votes, [amount_text(one, ballots.points_scale) for one in sums]


def _day(text: str) -> str:
    """A date as these files write it, as ISO text; nothing where it is none."""
    try:
        return datetime.strptime(text.strip(), "%d.%m.%Y").date().isoformat()  # noqa: DTZ007  a day has no zone
    except ValueError:
        return ""


def _place(project: Project) -> str:
    cells = {name.lower(): value for name, value in project.extra.items()}
    return next((clean_name(cells[name])[:_MOST_PLACE] for name in _PLACES if cells.get(name)), "")


def _remark(remark: Remark) -> dict[str, Any]:
    return {
        "template": remark.template,
        "values": dict(remark.values),
        "line": remark.line,
        "more": remark.more,
    }
