"""Write an election as a `.pb` file that anybody can count again."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .election import BadElection, BallotKind, Ballots, Election, Project
from .pabulib.amounts import amount_text

_NEEDS_QUOTES = re.compile(r'[;"\n\r]').search
_PLACE_AND_TIME = {"description", "country", "unit", "subunit", "district", "instance"}
_SECOND_NAMES = {"category": "categories", "target": "targets"}


def write_pb(election: Election, *, anonymous: bool = False) -> bytes:
    """The election in the `.pb` format, so that `read_pb` gives it back equal, unknown columns included.

    Use it to publish the input of a count. With `anonymous`, voters keep nothing but their choice: their
    columns are left out, they are numbered anew, ballots are sorted by content, and so are the projects
    inside a ballot that is no ranking: neither order nor number says who came when. Not a
    disclosure control: in a small election a rare ballot may still be recognised by whoever cast it.

    Raises `BadElection` where a project's id cannot stand in a vote.

    >>> from medskab.methods.budgeting.read_pb import read_pb
    >>> head = b"META\\nbudget;10\\nvote_type;approval\\nPROJECTS\\nproject_id;cost\\n1;6\\n2;7\\nVOTES\\n"
    >>> election = read_pb(head + b"voter_id;vote;age\\nx;2,1;41\\ny;1;19\\n")
    >>> read_pb(write_pb(election)) == election
    True
    >>> write_pb(election, anonymous=True).decode().splitlines()[-3:]
    ['voter_id;vote', '1;1', '2;1,2']
    """
    lines = ["META", "key;value", *_meta(election), "PROJECTS", *_projects(election), "VOTES"]
    ids = [project.id for project in election.projects]
    lines.extend(_anonymous(election.ballots, ids) if anonymous else _votes(election.ballots, ids))
    return ("\n".join(lines) + "\n").encode()


def _meta(election: Election) -> Iterator[str]:
    """What says where and when, then what the election itself holds, then the other keys: the usual order."""
    facts = {
        "num_projects": str(len(election.projects)),
        "num_votes": str(election.ballots.count),
        "budget": amount_text(election.budget, election.currency_unit),
        "vote_type": str(election.ballots.kind),
    }
    if election.currency_unit != 1:
        facts["currency_unit"] = str(election.currency_unit)
    first = {key: value for key, value in election.meta.items() if key.lower() in _PLACE_AND_TIME}
    rest = {key: value for key, value in election.meta.items() if key not in first}
    for item in (first | facts | rest).items():
        yield _row(item)


def _projects(election: Election) -> Iterator[str]:
    projects, unit = election.projects, election.currency_unit
    known = {
        "name": [project.name for project in projects],
        "category": [",".join(project.categories) for project in projects],
        "target": [",".join(project.targets) for project in projects],
        "selected": [_or_as_read(project.selected, project, "selected") for project in projects],
        "latitude": [_or_as_read(project.latitude, project, "latitude") for project in projects],
        "longitude": [_or_as_read(project.longitude, project, "longitude") for project in projects],
    }
    extra = dict.fromkeys(name for project in projects for name in project.extra)
    forced = {name for name, other in _SECOND_NAMES.items() if other in map(str.lower, extra)}
    columns = {name: cells for name, cells in known.items() if any(cells) or name in forced}
    for name in extra:
        columns.setdefault(name, [project.extra.get(name, "") for project in projects])
    yield _row(["project_id", "cost", *columns])
    for place, project in enumerate(projects):
        cells = [column[place] for column in columns.values()]
        yield _row([_safe_id(project.id), amount_text(project.cost, unit), *cells])


def _or_as_read(number: float | None, project: Project, name: str) -> str:
    return project.extra.get(name, "") if number is None else repr(number)


def _safe_id(project: str) -> str:
    if not project or "," in project or project != project.strip():
        raise BadElection(
            "The project id “{project}” cannot be written: an id needs a letter or digit, and may not hold a"
            " comma or begin or end with a space.",
            project=project,
        )
    return project


def _votes(ballots: Ballots, ids: list[str]) -> Iterator[str]:
    """Every voter with all columns, in the order as read."""
    voters = ballots.voter_ids or [str(number) for number in range(1, ballots.count + 1)]
    columns = [*_choices(ballots, ids, ballots.projects, ballots.points), *ballots.extra.values()]
    yield _row(["voter_id", *_choice_names(ballots), *ballots.extra])
    for cells in zip(voters, *columns, strict=True):
        yield _row(cells)


def _anonymous(ballots: Ballots, ids: list[str]) -> Iterator[str]:
    """The choices alone, sorted, with numbers that mean nothing."""
    projects, points = ballots.projects, ballots.points
    if ballots.kind is not BallotKind.ORDINAL:
        voters = np.repeat(np.arange(ballots.count), np.diff(ballots.offsets))
        order = np.lexsort((projects, voters))
        projects, points = projects[order], None if points is None else points[order]
    yield _row(["voter_id", *_choice_names(ballots)])
    rows = sorted(zip(*_choices(ballots, ids, projects, points), strict=True))
    for number, cells in enumerate(rows, 1):
        yield _row([str(number), *cells])


def _choice_names(ballots: Ballots) -> list[str]:
    return ["vote"] if ballots.points is None else ["vote", "points"]


def _choices(
    ballots: Ballots, ids: list[str], projects: NDArray[np.int32], points: NDArray[np.int64] | None
) -> list[list[str]]:
    """The columns `vote` and, where there are points, `points`."""
    columns = [_lists([ids[place] for place in projects.tolist()], ballots)]
    if points is not None:
        texts = {number: amount_text(number, ballots.points_scale) for number in np.unique(points).tolist()}
        columns.append(_lists([texts[number] for number in points.tolist()], ballots))
    return columns


def _lists(parts: list[str], ballots: Ballots) -> list[str]:
    bounds = ballots.offsets.tolist()
    return [",".join(parts[begin:end]) for begin, end in pairwise(bounds)]


def _row(cells: Iterable[str]) -> str:
    return ";".join([_quoted(cell) if _NEEDS_QUOTES(cell) else cell for cell in cells])


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'
