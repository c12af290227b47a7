"""A result as it goes out: everything that its page shows, in plain values, with a digest of its text."""

import json
from hashlib import sha256
from typing import Any

from . import queries
from .calculations import homes_outcome
from .models import Count, Decision, HouseholdVote

SCHEMA = 1
_WORDS = ("title", "kind", "nature", "decided_by", "basis", "meaning", "objection", "source_note")
_PROPOSAL = (
    *("number", "project", "title", "cost", "votes", "points"),
    *("categories", "place", "latitude", "longitude"),
)
_VOTE = (
    *("yes", "no", "blank", "invalid", "homes", "votes_per_home"),
    *("majority", "gathering", "minutes", "because"),
)


def snapshot(decision: Decision) -> dict[str, Any]:
    """The result of a decision as it stands now."""
    words = {name: getattr(decision, name) for name in _WORDS}
    held = decision.decided_on.isoformat() if decision.decided_on else ""
    result = _budget(decision) if decision.is_budget else _homes(decision)
    return {"schema": SCHEMA, "area": decision.area.name, "decided_on": held, **words, **result}


def digest(shown: dict[str, Any]) -> str:
    """The SHA-256 of a snapshot, its keys in order: the same on every machine."""
    text = json.dumps(shown, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(text.encode()).hexdigest()


def summary(shown: dict[str, Any]) -> dict[str, Any]:
    """The few numbers that a list needs."""
    if "count" in shown:
        count = shown["count"]
        return {
            "won": len(count["winners"]),
            "of": count["projects"],
            "voters": count["voters"],
            "voters_with_winner": count["fairness"]["voters_with_winner"],
            "categories": sorted({name for one in shown["proposals"] for name in one["categories"]}),
        }
    vote = shown["votes"][-1]
    return {"result": vote["result"], "yes": vote["yes"], "no": vote["no"]}


def _budget(decision: Decision) -> dict[str, Any]:
    submission, official = decision.submission, decision.official_count
    assert official is not None  # noqa: S101  a constraint of the table
    comparisons = decision.counts.filter(is_information=True, pk__gt=official.pk)
    return {
        "currency": decision.currency,
        "currency_unit": decision.currency_unit,
        "ballot_kind": submission.ballot_kind,
        "source_sha256": submission.source_sha256,
        "ballots": _ballots(decision),
        "ballots_already_public_at": decision.ballots_already_public_at,
        "count": official.outcome,
        "seconds": official.seconds,
        "comparisons": [_comparison(one) for one in comparisons],
        "proposals": list(decision.proposals.values(*_PROPOSAL)),
    }


def _ballots(decision: Decision) -> str:
    """Why single ballots are shown (`demo`, `public`, `common`), or that they are not (`withheld`)."""
    if decision.area.is_demo:
        return "demo"
    if decision.ballots_already_public_at:
        return "public"
    return "common" if decision.submission.are_ballots_common else "withheld"


def _comparison(count: Count) -> dict[str, Any]:
    outcome = count.outcome
    return {
        "rule": count.rule,
        "winners": outcome["winners"],
        "cost": outcome["cost"],
        "voters_with_winner": outcome["fairness"]["voters_with_winner"],
    }


def _homes(decision: Decision) -> dict[str, Any]:
    """Every entry, oldest first: the last holds, the others were corrected."""
    chain: list[HouseholdVote] = []
    vote = queries.standing_vote(decision)
    while vote is not None:
        chain.append(vote)
        vote = vote.replaces
    return {"votes": [_vote(one) for one in reversed(chain)]}


def _vote(vote: HouseholdVote) -> dict[str, Any]:
    numbers = {name: getattr(vote, name) for name in _VOTE}
    counted = homes_outcome({name: numbers[name] for name in _VOTE[:6]}, vote.majority)
    return {
        **numbers,
        "held_on": vote.held_on.isoformat(),
        "entered_on": vote.at.date().isoformat(),
        "result": counted.result,
        "cast": counted.cast,
        "possible": counted.possible,
        "turnout": str(counted.turnout),
        "homes_at_least": counted.homes_at_least,
        "homes_at_most": counted.homes_at_most,
    }
