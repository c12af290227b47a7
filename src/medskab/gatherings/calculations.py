"""Votes and elections of a meeting, counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from medskab.methods.budgeting.household_ballot import needs_household_ballot
from medskab.methods.budgeting.yes_no import HouseholdVote, YesNoOutcome, YesNoResult, yes_no
from medskab.methods.budgeting.yes_no import Majority as Rule

from .models import ItemVote, Seat
from .refusals import LotsNeeded

__all__ = [
    "Chosen",
    "Standing",
    "YesNoOutcome",
    "YesNoResult",
    "chosen",
    "counted",
    "may_need_ballot",
    "must_go_to_ballot",
]

RISE_ABOVE_PERCENT = 15


@dataclass(frozen=True)
class Standing:
    """Somebody who stands for election; `lot` is the place in the order that was drawn."""

    name: str
    votes: int
    lot: int | None = None


@dataclass(frozen=True)
class Chosen:
    """What a candidate came out as."""

    standing: Standing
    seat: Seat


def counted(vote: ItemVote) -> YesNoOutcome:
    """The outcome of a vote at the meeting."""
    return yes_no(
        HouseholdVote(
            yes=vote.yes,
            no=vote.no,
            blank=vote.blank,
            invalid=vote.invalid,
            homes=vote.homes_present,
            majority=Rule(vote.majority),
        )
    )


def may_need_ballot(rent_rise_percent: object) -> bool:
    """Whether so high a rise of the rent goes to all homes where enough ask for it."""
    return rent_rise_percent is not None and Fraction(str(rent_rise_percent)) > RISE_ABOVE_PERCENT


def must_go_to_ballot(vote: ItemVote) -> bool:
    """Whether what the meeting decided on the rent goes to a ballot of all homes."""
    item = vote.item
    if item.rent_rise_percent is None or vote.ballot_demanded is None:
        return False
    share = Fraction(item.gathering.ballot_share_percent, 100)
    rise = Fraction(item.rent_rise_percent)
    return needs_household_ballot(rise, vote.ballot_demanded, vote.cast, share)


def chosen(candidates: Sequence[Standing], seats: int, substitutes: int) -> list[Chosen]:
    """Most votes first; where equal votes would decide, the lots that were drawn, or a refusal."""
    order = sorted(candidates, key=lambda one: (-one.votes, one.lot or 0, one.name))
    if unclear := _undecided(order, seats, seats + substitutes):
        raise LotsNeeded(one.name for one in unclear)
    return [Chosen(one, _seat(place, seats, substitutes)) for place, one in enumerate(order)]


def _seat(place: int, seats: int, substitutes: int) -> Seat:
    if place < seats:
        return Seat.ELECTED
    return Seat.SUBSTITUTE if place < seats + substitutes else Seat.NOT_ELECTED


def _undecided(order: Sequence[Standing], seats: int, last: int) -> list[Standing]:
    """The first who have equal votes, lie where a place is at stake, and have no lots that differ."""
    start = 0
    while start < len(order):
        tied = [one for one in order[start:] if one.votes == order[start].votes]
        end = start + len(tied)
        # Who is elected has no order among themselves, nor who is not; substitutes have.
        is_at_stake = len(tied) > 1 and start < last and end > seats
        lots = {one.lot for one in tied}
        if is_at_stake and (None in lots or len(lots) < len(tied)):
            return tied
        start = end
    return []
