"""Minutes as one value that can be signed: the same words give the same digest."""

import json
from hashlib import sha256
from typing import Any

from . import queries
from .models import AgendaItem, Election, Gathering, ItemVote

_NUMBERS = ("yes", "no", "blank", "invalid", "homes_present", "votes_present", "ballot_demanded")


def content_of(gathering: Gathering) -> dict[str, Any]:
    """Everything that the minutes say. Names are digests: what was signed outlives their erasure."""
    homes, votes = queries.attendance(gathering)
    return {
        "title": gathering.title,
        "kind": gathering.kind,
        "begins_at": gathering.begins_at.isoformat(),
        "where": gathering.where,
        "homes": homes,
        "votes": votes,
        "chair": sealed(gathering.chair_salt, gathering.chair_name),
        "keeper": sealed(gathering.keeper_salt, gathering.keeper_name),
        "items": [_item(item) for item in queries.agenda(gathering)],
    }


def digest_of(content: dict[str, Any]) -> str:
    """What is signed."""
    plain = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(plain.encode()).hexdigest()


def sealed(salt: str, name: str) -> str:
    """A name that can be checked by who knows it and its salt, and by nobody once the salt is gone."""
    return sha256(f"{salt}:{name}".encode()).hexdigest() if name else ""


def _item(item: AgendaItem) -> dict[str, Any]:
    vote, election = queries.vote_of(item), queries.election_of(item)
    return {
        "number": item.number,
        "title": item.title,
        "minutes": item.minutes,
        "decided": item.decided,
        "vote": _vote(vote) if vote else None,
        "election": _election(election) if election else None,
    }


def _vote(vote: ItemVote) -> dict[str, Any]:
    said = {"method": vote.method, "majority": vote.majority}
    return said | {name: getattr(vote, name) for name in _NUMBERS}


def _election(election: Election) -> dict[str, Any]:
    return {
        "seats": election.seats,
        "substitutes": election.substitutes,
        "term_until": election.term_until.isoformat(),
        "lots_drawn_by": election.lots_drawn_by,
        "candidates": [
            {"name": sealed(one.salt, one.name), "votes": one.votes, "lot": one.lot, "seat": one.seat}
            for one in election.candidates.all()
        ],
    }
