"""Read an election from a `.pb` file, exactly, in every published variant of the format."""

from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

from .election import STATED_KEYS, BadElection, BallotKind, Ballots, Election
from .pabulib.ballots import Sheet, read_choices
from .pabulib.columns import Columns
from .pabulib.head import read_head
from .pabulib.projects import currency_unit, make_projects, read_amount, read_costs
from .pabulib.remarks import Remarks
from .pabulib.rows import check_text, clean_text
from .pabulib.stated_limits import StatedLimits
from .pabulib.votes import Votes, check_voters, read_votes

_MOST_BYTES = 2**30
_WITH_POINTS = {BallotKind.CUMULATIVE, BallotKind.SCORING}


def read_pb(source: Path | bytes, *, progress: Callable[[float], None] | None = None) -> Election:
    """Read the election in a `.pb` file, given as a path or as the file's bytes.

    Use it for files in the format of the Pabulib library: three sections META, PROJECTS and VOTES, cells
    separated by `;`. Not for spreadsheets or for lists of voters: nothing but votes is understood here.

    Money becomes a whole number of the smallest coin: as many decimals as occur in the file, or as META's
    `currency_unit` says (100: amounts have up to two decimals). Points become whole numbers likewise. What is
    odd but can be counted in one way only is in the answer's `remarks`; what cannot raises `BadElection`,
    with the line and what to do. `selected` is information only. `progress` is told the share done, 0 to 1.
    An `OSError` from opening the file is passed on.

    Format: Stolicki, Szufa, Talmon, "Pabulib: a participatory budgeting library" (2020).

    >>> election = read_pb(b"META\\nbudget;10\\nvote_type;approval\\nPROJECTS\\nproject_id;cost\\n1;6,50\\n"
    ...                    b"VOTES\\nvoter_id;vote\\na;1\\nb;\\n")
    >>> election.budget, election.projects[0].cost, election.currency_unit, election.ballots.count
    (1000, 650, 100, 2)
    """
    return _Reading(progress or (lambda share: None)).election(_read_bytes(source))


def _read_bytes(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        data = source
    else:
        with source.open("rb") as file:
            check_text(head := file.read(4096))
            data = head + file.read(_MOST_BYTES)
    if len(data) > _MOST_BYTES:
        raise BadElection("The file is larger than one gigabyte. Check that it is the right file.")
    return clean_text(data)


class _Reading:
    """One reading of one file, section by section."""

    def __init__(self, progress: Callable[[float], None]) -> None:
        self._progress = progress
        self._remarks = Remarks()

    def election(self, data: bytes) -> Election:
        head = read_head(data, self._remarks)
        kind = head.meta.kind()
        columns = Columns(head.votes, "VOTES", _needed(kind))
        budget_text, budget_line = head.meta.needed("budget")
        budget = read_amount(budget_text, "budget", budget_line, self._remarks)
        priced = read_costs(head.projects, head.columns, self._remarks)
        unit = currency_unit(head.meta, budget, priced)
        projects = make_projects(priced, head.columns, unit, self._remarks)
        self._progress(0.1)
        votes = read_votes(data, head.after, head.line, columns, self._remarks)
        self._progress(0.3)
        places = {project.id: place for place, project in enumerate(projects)}
        ballots = self._ballots(votes, columns, kind, places)
        StatedLimits(head.meta, votes.lines, self._remarks).check(ballots, [p.cost for p in projects], unit)
        self._progress(1.0)
        meta = {key: value for key, value in head.meta.values.items() if key.lower() not in STATED_KEYS}
        coins = budget.times(unit)
        return Election(coins, projects, ballots, unit, MappingProxyType(meta), self._remarks.collected())

    def _ballots(self, votes: Votes, columns: Columns, kind: BallotKind, places: dict[str, int]) -> Ballots:
        voter, vote = columns.needed("voter_id"), columns.needed("vote")
        points = columns.place("points") if kind in _WITH_POINTS else None
        voter_ids = votes.columns[voter].stripped()
        check_voters(voter_ids, votes.lines)
        sheet = Sheet(
            votes.columns[vote], None if points is None else votes.columns[points], votes.lines, places, kind
        )
        choices = read_choices(sheet, self._remarks, lambda share: self._progress(0.3 + 0.6 * share))
        others = columns.others(voter, vote, points)
        return Ballots(
            kind,
            choices.offsets,
            choices.projects,
            choices.points,
            choices.points_scale,
            voter_ids,
            MappingProxyType({name: votes.columns[place] for name, place in others.items()}),
        )


def _needed(kind: BallotKind) -> tuple[str, ...]:
    return ("voter_id", "vote", "points") if kind in _WITH_POINTS else ("voter_id", "vote")
