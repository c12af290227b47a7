"""A yes or no of the homes, counted from the minutes."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from medskab.methods.budgeting.election import BadElection
from medskab.methods.budgeting.yes_no import HouseholdVote, Majority, yes_no

from .reading import BadFile


@dataclass(frozen=True)
class HomesOutcome:
    """What was decided: `adopted`, `rejected` or `tied`. How many homes voted is known within bounds only."""

    result: str
    cast: int
    valid: int
    possible: int
    turnout: Fraction
    homes_at_least: int
    homes_at_most: int


def homes_outcome(numbers: Mapping[str, int], majority: str) -> HomesOutcome:
    """Count a vote: `numbers` has yes, no, blank, invalid, homes and votes_per_home.

    Raises `BadFile` where the numbers cannot be.
    """
    try:
        found = yes_no(HouseholdVote(**numbers, majority=Majority(majority)))
    except BadElection as bad:
        raise BadFile(bad.remark) from bad
    return HomesOutcome(
        result=str(found.result),
        cast=found.cast,
        valid=found.valid,
        possible=found.possible,
        turnout=found.turnout,
        homes_at_least=found.homes_at_least,
        homes_at_most=found.homes_at_most,
    )
