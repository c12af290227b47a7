"""Count a yes/no vote in which every household has the same number of votes."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from .election import BadElection


class Majority(StrEnum):
    """What the statutes ask of a yes."""

    OF_VALID = "of-valid"
    """More yes than no."""
    OF_CAST = "of-cast"
    """More yes than half of all votes cast, blank and invalid ones included."""


class YesNoResult(StrEnum):
    """What was decided. A tie adopts nothing: the proposal falls."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    TIED = "tied"


@dataclass(frozen=True, slots=True)
class HouseholdVote:
    """Numbers from the minutes. Each household has two votes whatever its size, or one by its statutes."""

    yes: int
    no: int
    blank: int
    invalid: int
    homes: int
    votes_per_home: int = 2
    majority: Majority = Majority.OF_VALID

    def __post_init__(self) -> None:
        numbers = {
            "yes": self.yes,
            "no": self.no,
            "blank": self.blank,
            "invalid": self.invalid,
            "homes": self.homes,
        }
        for name, number in numbers.items():
            if number < 0:
                raise BadElection("The number “{name}” is negative. Give zero or more.", name=name)
        if self.votes_per_home not in (1, 2):
            raise BadElection("A household has one vote or two. Choose one of them.")
        if self.cast > self.possible:
            raise BadElection(
                "{cast} votes are more than {homes} homes can cast ({possible}). Check the numbers.",
                cast=self.cast,
                homes=self.homes,
                possible=self.possible,
            )
        object.__setattr__(self, "majority", Majority(self.majority))

    @property
    def cast(self) -> int:
        """All votes, blank and invalid ones included."""
        return self.yes + self.no + self.blank + self.invalid

    @property
    def possible(self) -> int:
        """The most votes there could be."""
        return self.homes * self.votes_per_home


@dataclass(frozen=True, slots=True)
class YesNoOutcome:
    """A counted vote. How many homes took part is known only within bounds: a home may use one of two."""

    vote: HouseholdVote
    result: YesNoResult
    valid: int
    cast: int
    possible: int
    turnout: Fraction
    """Votes cast of votes possible."""
    homes_at_least: int
    homes_at_most: int


def yes_no(vote: HouseholdVote) -> YesNoOutcome:
    """Count a yes/no vote of households: Danish tenant law, two votes for each home.

    Use it for an afdelingsmøde or an urafstemning. Not for a vote of persons, and not for choosing among
    several proposals. Valid are the votes that say yes or no. Where yes equals no, the result is a tie, which
    adopts nothing; under `Majority.OF_CAST` a yes ahead of no but not over half of all cast is rejected.

    Errors: `HouseholdVote` raises `BadElection` for numbers that cannot be.

    >>> outcome = yes_no(HouseholdVote(yes=269, no=362, blank=8, invalid=3, homes=1345))
    >>> outcome.result, outcome.valid, outcome.cast, outcome.possible
    (<YesNoResult.REJECTED: 'rejected'>, 631, 642, 2690)
    """
    return YesNoOutcome(
        vote=vote,
        result=_result(vote),
        valid=vote.yes + vote.no,
        cast=vote.cast,
        possible=vote.possible,
        turnout=Fraction(vote.cast, vote.possible) if vote.possible else Fraction(0),
        homes_at_least=-(-vote.cast // vote.votes_per_home),
        homes_at_most=min(vote.cast, vote.homes),
    )


def _result(vote: HouseholdVote) -> YesNoResult:
    if vote.yes == vote.no:
        return YesNoResult.TIED
    needed = vote.cast if vote.majority is Majority.OF_CAST else vote.yes + vote.no
    return YesNoResult.ADOPTED if 2 * vote.yes > needed else YesNoResult.REJECTED
