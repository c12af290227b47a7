"""What every counting rule takes in: projects with a price, ballots, and a budget."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence about a file, kept apart from its numbers so that a page can say it in any language."""

    template: str
    values: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))
    line: int | None = None
    """Where in the file, counted from 1; the first place where there are several."""
    more: int = 0
    """How many more places have the same fault."""

    @property
    def sentence(self) -> str:
        """The sentence with its numbers, in English."""
        return self.template.format(**self.values) if self.values else self.template

    def __str__(self) -> str:
        place = f"Line {self.line}: " if self.line else ""
        again = f" ({self.more:,} more like this.)" if self.more else ""
        return f"{place}{self.sentence}{again}"


class BadElection(ValueError):
    """The election cannot be counted as given; the text says what to mend, and on which line if known."""

    def __init__(self, template: str, /, line: int | None = None, **values: str | int) -> None:
        self.remark = Remark(template, MappingProxyType(values), line)
        super().__init__(str(self.remark))


class BallotKind(StrEnum):
    """How voters answered; the values are the `.pb` vote types."""

    APPROVAL = "approval"
    CHOOSE_ONE = "choose-1"
    CUMULATIVE = "cumulative"
    SCORING = "scoring"
    ORDINAL = "ordinal"


STATED_KEYS = frozenset({"budget", "vote_type", "num_projects", "num_votes", "currency_unit"})
"""The keys of a `.pb` file's META section that an `Election` holds as fields."""


@dataclass(frozen=True, slots=True)
class Project:
    """One proposal; `cost` is an integer in the election's smallest coin."""

    id: str
    cost: int
    name: str = ""
    categories: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    selected: int | None = None
    """What the file's own `selected` column says: information, never used to count."""
    extra: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Other columns as read, by column name: kept when the file is written again."""


@dataclass(frozen=True, slots=True, eq=False)
class Ballots:
    """All ballots in compressed rows: voter v chose `projects[offsets[v]:offsets[v + 1]]`.

    `projects` holds positions in `Election.projects`, without repeats inside one ballot, in the voter's
    order (which is the ranking where the kind is ordinal). `points` runs parallel to it and is present
    for cumulative and scoring ballots only; its integers are the file's points times `points_scale`.
    """

    kind: BallotKind
    offsets: NDArray[np.int64]
    projects: NDArray[np.int32]
    points: NDArray[np.int64] | None = None
    points_scale: int = 1
    voter_ids: Sequence[str] = ()
    """As read, one per voter; empty where the ballots came without."""
    extra: Mapping[str, Sequence[str]] = field(default_factory=lambda: MappingProxyType({}))
    """Other voter columns as read (age, sex, …), kept when the file is written again."""

    @property
    def count(self) -> int:
        """Number of voters, empty ballots included."""
        return len(self.offsets) - 1

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Ballots):
            return NotImplemented
        return (
            self.kind == other.kind
            and self.points_scale == other.points_scale
            and np.array_equal(self.offsets, other.offsets)
            and np.array_equal(self.projects, other.projects)
            and _same_points(self.points, other.points)
            and list(self.voter_ids) == list(other.voter_ids)
            and {name: list(column) for name, column in self.extra.items()}
            == {name: list(column) for name, column in other.extra.items()}
        )

    __hash__ = None  # type: ignore[assignment]


def _same_points(one: NDArray[np.int64] | None, other: NDArray[np.int64] | None) -> bool:
    if one is None or other is None:
        return one is other
    return np.array_equal(one, other)


@dataclass(frozen=True, slots=True)
class Election:
    """Projects, ballots and a budget.

    All money is an integer in the smallest coin. `currency_unit` says how many smallest coins make one
    currency unit (100 where money is in øre): the completions of equal shares step by it.
    """

    budget: int
    projects: tuple[Project, ...]
    ballots: Ballots
    currency_unit: int = 1
    meta: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The META section as read, without what is said by the election itself (`STATED_KEYS`)."""
    remarks: tuple[Remark, ...] = field(default=(), compare=False)
    """What was odd in the file but could be counted, for the person who brought it."""

    def __post_init__(self) -> None:
        if self.budget < 0:
            raise BadElection("The budget is negative. Give a budget of zero or more.")
        if self.currency_unit < 1:
            raise BadElection("A currency unit must be at least one of the smallest coin.")
        for project in self.projects:
            if project.cost < 0:
                raise BadElection(
                    "Project {project} has a negative cost. Give a cost of zero or more.", project=project.id
                )
        if len({project.id for project in self.projects}) != len(self.projects):
            raise BadElection("Two projects have the same id. Give each project an id of its own.")
        chosen = self.ballots.projects
        if len(chosen) and not (int(chosen.min()) >= 0 and int(chosen.max()) < len(self.projects)):
            raise BadElection("A ballot names a project that is not in the list of projects.")
