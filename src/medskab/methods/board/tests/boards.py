"""Legal boards for tests, and what a dishonest organiser with the signing key would write instead."""

import json
import random
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import numpy as np
from nacl.signing import SigningKey

from medskab.methods.board.event import Event, append, to_line
from medskab.methods.board.receipts import batch, receipt_hash, root
from medskab.methods.budgeting.count import count
from medskab.methods.budgeting.election import BallotKind, Ballots, Election, Project
from medskab.methods.budgeting.rule import Rule
from medskab.methods.budgeting.write_pb import write_pb

KEY = SigningKey(bytes(range(32)))
POLL = "spring"
Told = list[tuple[str, dict[str, Any]]]


def signed(told: Told, key: SigningKey = KEY) -> bytes:
    """The board on which this is told, properly chained and signed."""
    last: Event | None = None
    lines = []
    for kind, body in told:
        last = append(last, kind, body, sign=lambda digest: key.sign(digest).signature)
        lines.append(to_line(last))
    return "\n".join(lines).encode() + b"\n"


def set_up(election: Election, kind: str, rule: Rule, most: int | None = 3) -> dict[str, Any]:
    """How a vote begins."""
    return {
        "poll": POLL,
        "title": "Gården 2026",
        "sealing_key": "ab" * 32,
        "signing_key": bytes(KEY.verify_key).hex(),
        "ballot": {"kind": kind, "least": 1, "most": most, "points": 10 if kind == "points" else None},
        "projects": [{"id": one.id, "name": one.id.title(), "cost": one.cost} for one in election.projects],
        "budget": election.budget,
        "currency_unit": election.currency_unit,
        "rule": {
            "name": str(rule.name),
            "satisfaction": rule.satisfaction and str(rule.satisfaction),
            "completion": rule.completion and str(rule.completion),
            "tie_break": "id",
        },
        "opens_at": "2026-11-20T08:00:00+01:00",
        "closes_at": "2026-11-24T20:00:00+01:00",
        "rehearsal": False,
    }


def election() -> Election:
    """Forty approval ballots on five projects."""
    chance = random.Random(5)
    costs = {"pond": 6000, "swing": 4000, "stage": 9000, "trees": 2500, "lamps": 5000}
    rows = [sorted(chance.sample(range(5), chance.choice([0, 1, 2, 3, 3]))) for _ in range(38)]
    offsets = np.cumsum([0, *map(len, rows)]).astype(np.int64)
    ballots = Ballots(BallotKind.APPROVAL, offsets, np.array([at for row in rows for at in row], np.int32))
    return Election(14_000, tuple(Project(*one) for one in costs.items()), ballots, currency_unit=100)


def vote() -> tuple[Told, bytes]:
    """What an honest board tells of a vote, and the file of its ballots."""
    held, rule = election(), Rule()
    ballots = write_pb(held, anonymous=True)
    digest = sha256(ballots).hexdigest()
    outcome = count(held, rule)
    days = ["2026-11-21", "2026-11-22", "2026-11-24"]
    nights = [
        batch(day, [receipt_hash(POLL, f"CODE{day}{at}") for at in range(14)]) for day in days
    ]  # 42 hashes: 36 cast, 6 padding
    told: Told = [
        ("set_up", set_up(held, "approval", rule)),
        ("codes_issued", {"count": 50}),
        ("codes_reissued", {"count": 2, "because": "Lost in the post"}),
        ("nightly", {"day": days[0], "root": root(nights[0]["hashes"])}),
        ("codes_voided", {"count": 3, "because": "Moved away"}),
        ("moved", {"closes_at": "2026-11-25T20:00:00+01:00", "because": "Strømmen gik"}),
        ("nightly", {"day": days[1], "root": root(nights[1]["hashes"])}),
        ("closed", {"issued": 52, "voided": 5, "unused": 7, "digital": 32, "paper": 8, "batches": nights}
         | {"padding": 6}),
        ("opened", {"digital": 32, "paper": 8, "spoilt": 2, "ballots_sha256": digest}
         | {"ballots": "published", "witnesses": ["Ane", "Bo", "Cem"]}),
        ("pointers_deleted", {}),
        ("result", {"winners": list(outcome.winners), "cost": outcome.cost, "ballots_sha256": digest}),
        ("key_destroyed", {}),
    ]  # fmt: skip
    return told, ballots


def changed(change: Callable[[dict[str, dict[str, Any]]], None]) -> Told:
    """The same, with a change to the bodies (each kind's last one)."""
    told = json.loads(json.dumps(vote()[0]))
    change(dict(told))
    return [(kind, body) for kind, body in told]


def checkpoint(board: bytes) -> str:
    """What was printed for the wall at the end."""
    last = json.loads(board.splitlines()[-1])
    return f"{last['seq']}:{last['hash']}"
