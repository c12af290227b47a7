"""One line of a bulletin board: numbered, chained to the line before by its hash, and signed."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from .bodies import check_body

FIRST_PREV = "0" * 64
"""What the first event names as the hash before it."""


class BadEvent(ValueError):
    """What should go on the board cannot stand there; the text says why."""


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the board.

    `hash` covers seq, kind, body and prev; `signature` is Ed25519 over the raw bytes of the hash.
    """

    seq: int
    kind: str
    body: dict[str, Any]
    prev: str
    hash: str
    signature: str


def append(last: Event | None, kind: str, body: dict[str, Any], *, sign: Callable[[bytes], bytes]) -> Event:
    """The event that follows `last` (None: the board is empty).

    Use it for every change of a vote that the public may check. Not for anything about a person: a board
    is copied and cannot be called back. Whether this kind may follow is checked by the verifier.

    Raises:
        BadEvent: no such kind, or the body has not exactly the fields of its kind.

    >>> append(None, "codes_issued", {"count": 3}, sign=lambda digest: digest[:2]).prev == FIRST_PREV
    True
    """
    if fault := check_body(kind, body):
        raise BadEvent(fault)
    seq, prev = (0, FIRST_PREV) if last is None else (last.seq + 1, last.hash)
    digest = sha256(canonical({"seq": seq, "kind": kind, "body": body, "prev": prev}))
    return Event(seq, kind, body, prev, digest.hexdigest(), sign(digest.digest()).hex())


def canonical(value: object) -> bytes:
    """The one way to write a value as JSON: sorted keys, no spaces, letters as they are.

    >>> canonical({"b": "å", "a": [1, True]}).decode()
    '{"a":[1,true],"b":"å"}'
    """
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def to_line(event: Event) -> str:
    """The event as one line of JSON, without the line break."""
    return canonical(asdict(event)).decode()


def from_line(line: str) -> Event:
    """Read a line back, without checking hash or signature: that is the verifier's work.

    Raises:
        BadEvent: the line is not an event.
    """
    try:
        fields = json.loads(line)
        event = Event(**fields)
    except (ValueError, TypeError):
        raise BadEvent("The line is not an event of a board.") from None
    if fault := check_body(event.kind, event.body):
        raise BadEvent(fault)
    return event
