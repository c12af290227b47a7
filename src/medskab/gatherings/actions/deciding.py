"""Votes and elections of a lawful meeting, with the homes in the room."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.gatherings import calculations, queries, refusals, rules
from medskab.gatherings.calculations import Standing
from medskab.gatherings.models import AgendaItem, Candidate, Election, ItemKind, ItemVote, State
from medskab.people.models import Person

_COUNTING = (State.UNDER_WAY, State.HELD)
_NUMBERS = ("yes", "no", "blank", "invalid")


@deed
def record_vote(
    *, item: AgendaItem, numbers: dict[str, Any], because: str = "", by: Person, now: datetime
) -> ItemVote:
    """Write how the homes voted. Other numbers later stand beside these, with what was wrong."""
    _check(by, item)
    if not item.can_be_voted_on:
        raise refusals.NotForVotes
    present = queries.attendance(item.gathering)
    cast = sum(numbers[name] for name in _NUMBERS)
    if max(cast, 0) > present.votes:
        raise refusals.TooManyVotes(cast, present.votes)
    if (numbers.get("ballot_demanded") or 0) > cast:
        raise refusals.TooManyVotes(numbers["ballot_demanded"], cast)
    before = item.votes.order_by("id").last()
    vote = ItemVote.objects.create(
        area_id=item.area_id,
        item=item,
        homes_present=present.homes,
        votes_present=present.votes,
        replaces=before,
        because=_reason(before, because),
        at=now,
        by=by,
        **numbers,
    )
    figures = {name: numbers[name] for name in _NUMBERS} | {"votes_present": present.votes}
    audit.record("gathering.voted", item, by=by, now=now, because=vote.because, figures=figures)
    return vote


@deed
def record_election(
    *,
    item: AgendaItem,
    frame: dict[str, Any],
    candidates: Sequence[Standing],
    because: str = "",
    by: Person,
    now: datetime,
) -> Election:
    """Write who stood and how many votes each got; equal votes where it matters need the lots drawn."""
    _check(by, item)
    if item.kind != ItemKind.ELECTION:
        raise refusals.NoElection
    present = queries.attendance(item.gathering)
    for one in candidates:
        if one.votes > present.votes:
            raise refusals.TooManyVotes(one.votes, present.votes)
    chosen = calculations.chosen(candidates, frame["seats"], frame["substitutes"])
    if any(one.lot for one in candidates) and not frame["lots_drawn_by"]:
        raise refusals.LotsNeeded(one.name for one in candidates if one.lot)
    before = item.elections.order_by("id").last()
    election = Election.objects.create(
        area_id=item.area_id,
        item=item,
        homes_present=present.homes,
        votes_present=present.votes,
        replaces=before,
        because=_reason(before, because),
        at=now,
        by=by,
        **frame,
    )
    Candidate.objects.bulk_create(
        Candidate(
            area_id=item.area_id,
            election=election,
            name=one.standing.name,
            salt=secrets.token_hex(16),
            votes=one.standing.votes,
            lot=one.standing.lot,
            seat=one.seat,
            rank=rank,
        )
        for rank, one in enumerate(chosen, 1)
    )
    figures = {"seats": election.seats, "candidates": len(chosen)}
    audit.record("gathering.elected", item, by=by, now=now, because=election.because, figures=figures)
    return election


def _check(by: Person, item: AgendaItem) -> None:
    gathering = item.gathering
    if not rules.may_conduct(by, gathering):
        raise refusals.NotYoursToConduct
    if not gathering.is_lawful:
        raise refusals.DecidesNothing
    if gathering.state not in _COUNTING:
        raise refusals.NotAtThisPoint
    if not gathering.chair_name:
        raise refusals.NoChairYet


def _reason(before: ItemVote | Election | None, because: str) -> str:
    if before is None:
        return ""
    if not because:
        raise refusals.SayWhyItChanges
    return because
