"""What a municipality or an area sets beside the rule: thresholds, either-or, ceilings, decisions by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from .rule import BadRule


@dataclass(frozen=True, slots=True)
class Override:
    """A decision by hand about one project, with its reason and who took it: part of the published count."""

    project: str
    funded: bool
    """True: it is funded whatever the votes, and paid first. False: it is taken out before the count."""
    reason: str
    by: str

    def __post_init__(self) -> None:
        if not self.reason.strip() or not self.by.strip():
            raise BadRule(f"The decision by hand on project {self.project} needs a reason and a name.")


@dataclass(frozen=True, slots=True)
class Limits:
    """Constraints beside the rule; the plain `Limits()` has none.

    * `minimum_votes` and `minimum_share` (of all voters, empty ballots included): a project named on fewer
      ballots is taken out before the count. Where both are given, both must be met.
    * `incompatible`: groups of project ids of which at most one is funded: one in, the others out.
    * `ceilings`: category to the most money its projects may cost together. A project that would break the
      ceiling of one of its categories when its turn comes is out for good.
    * `overrides`: decisions by hand. What is funded by hand is paid from the budget before the count starts.

    When not to use: several pots with money of their own are several elections, not ceilings.
    """

    minimum_votes: int = 0
    minimum_share: Fraction = Fraction(0)
    incompatible: tuple[tuple[str, ...], ...] = ()
    ceilings: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    overrides: tuple[Override, ...] = ()

    def __post_init__(self) -> None:
        if self.minimum_votes < 0 or not 0 <= self.minimum_share <= 1:
            raise BadRule("A minimum of votes is zero or more; a minimum share lies between 0 and 1.")
        for group in self.incompatible:
            if len(set(group)) < 2:
                raise BadRule("A group of incompatible projects needs at least two different ids.")
        for category, ceiling in self.ceilings.items():
            if ceiling < 0:
                raise BadRule(f"The ceiling of category {category} is negative. Give zero or more.")
        if len({override.project for override in self.overrides}) != len(self.overrides):
            raise BadRule("A project is decided by hand twice. Keep one decision for each project.")

    def votes_needed(self, voters: int) -> int:
        """The fewest ballots that must name a project.

        >>> Limits(minimum_votes=2, minimum_share=Fraction(1, 3)).votes_needed(10)
        4
        """
        return max(self.minimum_votes, -((-self.minimum_share * voters) // 1))
