"""How a result treats the voters: who got something, how evenly, where money went, who was passed over."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

import numpy as np
from numpy.typing import NDArray

from .election import BadElection, Election, Project

_PLACE_COLUMNS = ("neighborhood", "neighbourhood", "district", "subunit", "area", "place")
_LIMB_BITS, _CHUNK = 20, 1 << 16


@dataclass(frozen=True, slots=True)
class Part:
    """A category, target group or place. A project that belongs to several counts in equal parts in each."""

    name: str
    """As the file says it; empty for projects that belong to none."""
    projects: int
    winners: int
    money: Fraction
    """Cost of its winners, in the smallest coin."""
    support: Fraction
    """How often voters named its projects, winners or not."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A breach of EJR+: `supporters` with under `level` winners each could pay `level` times its cost."""

    project: str
    level: int
    supporters: int


@dataclass(frozen=True, slots=True)
class Fairness:
    """Figures about one result; all exact."""

    voters: int
    voters_with_winner: int
    share_with_winner: Fraction
    average_winners: Fraction
    """Winners that a voter named, on average over all voters."""
    average_money_share: Fraction
    """Share of the budget spent on what a voter named, on average over all voters."""
    gini: Fraction
    """Of the money spent on what each voter named: 0 all alike, near 1 all for few."""
    by_category: tuple[Part, ...]
    by_target: tuple[Part, ...]
    by_place: tuple[Part, ...]
    place_column: str
    """The column that `by_place` follows, or `quadrant` (around the middle of all proposals), or nothing."""
    passed_over: tuple[PassedOver, ...]
    """Breaches of EJR+, one for each project, with the smallest level."""


def fairness(election: Election, winners: Sequence[str]) -> Fairness:
    """Describe how a result treats the voters of an election.

    Use it beside any rule, to compare rules or to tell residents what a result means. Not for choosing one:
    no single figure here says that a result is fair. A voter supports what their ballot names (with points:
    what it gives more than zero).

    EJR+ is breached by a project p outside the result and a level l if the voters who support p and have
    fewer than l winners are so many that their equal shares of the budget would pay l times the cost of p.

    Raises `BadElection` where a winner is not a project of the election.

    Source: Brill, Peters, "Robust and verifiable proportionality axioms for multiwinner voting" (2023).

    >>> from medskab.methods.budgeting.read_pb import read_pb
    >>> head = b"META\\nbudget;10\\nvote_type;approval\\nPROJECTS\\nproject_id;cost\\np;10\\nq;5\\nVOTES\\n"
    >>> election = read_pb(head + b"voter_id;vote\\na;p\\nb;q\\n")
    >>> found = fairness(election, ["p"])
    >>> found.share_with_winner, found.gini, found.passed_over
    (Fraction(1, 2), Fraction(1, 2), (PassedOver(project='q', level=1, supporters=1),))
    """
    won = _won(election, winners)
    named = _Named(election, won)
    place_column, place_of = _places(election.projects)
    parts = _Parts(election.projects, won, named.support)
    n, spent = election.ballots.count, _spent(election.projects, named.support, won)
    return Fairness(
        voters=n,
        voters_with_winner=named.satisfied,
        share_with_winner=_ratio(named.satisfied, n),
        average_winners=_ratio(int(named.winners.sum()), n),
        average_money_share=_ratio(spent, n * election.budget),
        gini=_gini(named.money, spent),
        by_category=parts.by(lambda project: project.categories),
        by_target=parts.by(lambda project: project.targets),
        by_place=parts.by(place_of),
        place_column=place_column,
        passed_over=_passed_over(election, won, named),
    )


def _won(election: Election, winners: Iterable[str]) -> NDArray[np.bool_]:
    places = {project.id: place for place, project in enumerate(election.projects)}
    won = np.zeros(len(places), np.bool_)
    for winner in winners:
        if winner not in places:
            raise BadElection("The winner {project} is not a project of this election.", project=winner)
        won[places[winner]] = True
    return won


class _Named:
    """What the voters named, and what they got of it."""

    def __init__(self, election: Election, won: NDArray[np.bool_]) -> None:
        ballots = election.ballots
        supported = np.ones(len(ballots.projects), np.bool_) if ballots.points is None else ballots.points > 0
        self.projects = ballots.projects[supported]
        running = np.concatenate([np.zeros(1, np.int64), np.cumsum(supported)])
        self.offsets = running[ballots.offsets]
        self.support: list[int] = np.bincount(self.projects, minlength=len(won)).tolist()
        got = won[self.projects]
        costs = np.array([project.cost for project in election.projects] or [0], np.int64)
        self.winners = self._sums(got.astype(np.int64))
        self.money = self._sums(np.where(got, costs[self.projects], 0))
        self.satisfied = int(np.count_nonzero(self.winners))

    def _sums(self, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        running = np.concatenate([np.zeros(1, np.int64), np.cumsum(numbers)])
        return running[self.offsets[1:]] - running[self.offsets[:-1]]

    def supporters_with(self, projects: int) -> NDArray[np.int64]:
        """Row p, column k: supporters of p with at most k winners."""
        width = int(self.winners.max(initial=0)) + 1
        winners = np.repeat(self.winners, np.diff(self.offsets))
        cells = np.bincount(self.projects.astype(np.int64) * width + winners, minlength=projects * width)
        return np.cumsum(cells.reshape(projects, width), axis=1)


def _passed_over(election: Election, won: NDArray[np.bool_], named: _Named) -> tuple[PassedOver, ...]:
    found = []
    n = election.ballots.count
    rows = named.supporters_with(len(won)).tolist()
    for project, is_winner, row in zip(election.projects, won.tolist(), rows, strict=True):
        if is_winner:
            continue
        for level, supporters in enumerate(row, 1):
            if supporters and supporters * election.budget >= level * project.cost * n:
                found.append(PassedOver(project.id, level, supporters))
                break
    return tuple(found)


class _Parts:
    """Adds up projects by what they belong to."""

    def __init__(self, projects: Sequence[Project], won: NDArray[np.bool_], support: list[int]) -> None:
        self._rows = list(zip(projects, won.tolist(), support, strict=True))

    def by(self, names_of: Callable[[Project], tuple[str, ...]]) -> tuple[Part, ...]:
        """The parts in order of money, then name; none where no project belongs to any."""
        sums: dict[str, list[Fraction]] = {}
        for project, is_winner, support in self._rows:
            names = tuple(dict.fromkeys(names_of(project))) or ("",)
            for name in names:
                line = sums.setdefault(name, [Fraction(0)] * 4)
                line[0] += 1
                line[1] += is_winner
                line[2] += Fraction(project.cost * is_winner, len(names))
                line[3] += Fraction(support, len(names))
        if set(sums) <= {""}:
            return ()
        parts = [Part(name, int(line[0]), int(line[1]), line[2], line[3]) for name, line in sums.items()]
        return tuple(sorted(parts, key=lambda part: (-part.money, part.name)))


def _places(projects: Sequence[Project]) -> tuple[str, Callable[[Project], tuple[str, ...]]]:
    """Which column says where projects lie, else the quadrant of their coordinates, else nothing."""
    columns = {name.lower(): name for project in projects for name in project.extra}
    for known in _PLACE_COLUMNS:
        column = columns.get(known, "")
        if column and any(project.extra.get(column, "").strip() for project in projects):
            return column, _by_column(column)
    points = [
        (p.latitude, p.longitude) for p in projects if p.latitude is not None and p.longitude is not None
    ]
    if not points:
        return "", lambda project: ()
    middle = median(point[0] for point in points), median(point[1] for point in points)
    return "quadrant", lambda project: _quadrant(project, middle)


def _by_column(column: str) -> Callable[[Project], tuple[str, ...]]:
    return lambda project: (project.extra.get(column, "").strip(),)


def _quadrant(project: Project, middle: tuple[float, float]) -> tuple[str, ...]:
    if project.latitude is None or project.longitude is None:
        return ()
    north_south = "north" if project.latitude >= middle[0] else "south"
    return (f"{north_south}-{'east' if project.longitude >= middle[1] else 'west'}",)


def _spent(projects: Sequence[Project], support: list[int], won: NDArray[np.bool_]) -> int:
    """Money that went to what a voter named, added up over all voters."""
    rows = zip(projects, support, won.tolist(), strict=True)
    return sum(project.cost * votes for project, votes, is_winner in rows if is_winner)


def _gini(money: NDArray[np.int64], total: int) -> Fraction:
    """Sum of (2i - n - 1) x_i over the sorted x, divided by n times their sum; exact."""
    n = len(money)
    weights = np.arange(1 - n, n, 2, dtype=np.int64)
    return _ratio(_exact_dot(weights, np.sort(money)), n * total)


def _exact_dot(weights: NDArray[np.int64], numbers: NDArray[np.int64]) -> int:
    """A sum of products that may be larger than 64 bits, from limbs whose partial sums are not."""
    total = 0
    for shift in range(0, 64, _LIMB_BITS):
        limb = (numbers >> shift) & ((1 << _LIMB_BITS) - 1)
        if limb.any():
            chunks = range(0, len(limb), _CHUNK)
            total += sum(int(weights[at : at + _CHUNK] @ limb[at : at + _CHUNK]) for at in chunks) << shift
    return total


def _ratio(part: int, whole: int) -> Fraction:
    return Fraction(part, whole) if whole else Fraction(0)
