"""From the choices out of an urn to ballots that can be counted: sorted, and without anybody in them."""

import gzip
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np

from medskab.decisions.models import BallotShape, Decision, Poll
from medskab.methods.budgeting.election import BallotKind, Ballots, Election, Project
from medskab.methods.budgeting.read_pb import read_pb
from medskab.methods.budgeting.write_pb import write_pb

from .patterns import are_ballots_common

_KINDS = {
    BallotShape.APPROVAL: BallotKind.APPROVAL,
    BallotShape.KNAPSACK: BallotKind.APPROVAL,
    BallotShape.POINTS: BallotKind.CUMULATIVE,
    BallotShape.RANKING: BallotKind.ORDINAL,
}


@dataclass(frozen=True)
class UrnBallots:
    """The ballots as they are kept and published, and what each proposal got."""

    packed: bytes
    sha256: str
    kind: str
    count: int
    are_common: bool
    votes: dict[str, int]
    points: dict[str, int]


def urn_ballots(poll: Poll, decision: Decision, choices: Sequence[dict[str, Any]]) -> UrnBallots:
    """Blank ballots are ballots: each voter's part of the money stays unspent."""
    election = _election(poll, decision, choices)
    content = write_pb(election, anonymous=True)
    read_pb(content)  # what is kept can be read: the count stands on it
    votes: Counter[str] = Counter()
    points: Counter[str] = Counter()
    for choice in choices:
        named = _named(choice)
        votes.update(named.keys())
        points.update(named)
    return UrnBallots(
        packed=gzip.compress(content, 6, mtime=0),
        sha256=sha256(content).hexdigest(),
        kind=str(election.ballots.kind),
        count=len(choices),
        are_common=are_ballots_common(election.ballots, len(election.projects)),
        votes=dict(votes),
        points=dict(points) if poll.shape == BallotShape.POINTS else {},
    )


def _election(poll: Poll, decision: Decision, choices: Sequence[dict[str, Any]]) -> Election:
    proposals = list(decision.proposals.all())
    places = {one.project: place for place, one in enumerate(proposals)}
    rows = [_named(choice) for choice in choices]
    offsets = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum([len(row) for row in rows], out=offsets[1:])
    points = [given for row in rows for given in row.values()]
    return Election(
        budget=decision.budget or 0,
        projects=tuple(Project(id=one.project, cost=one.cost, name=one.title) for one in proposals),
        ballots=Ballots(
            kind=_KINDS[BallotShape(poll.shape)],
            offsets=offsets,
            projects=np.array([places[project] for row in rows for project in row], dtype=np.int32),
            points=np.array(points, dtype=np.int64) if poll.shape == BallotShape.POINTS else None,
        ),
        currency_unit=decision.currency_unit,
        meta={"description": decision.title, "currency": decision.currency},
    )


def _named(choice: dict[str, Any]) -> dict[str, int]:
    """What a ballot names, in its order, with its points (one each where there are none)."""
    if choice.get("blank"):
        return {}
    value = next(iter(choice.values()))
    return dict(value) if isinstance(value, dict) else dict.fromkeys(value, 1)
