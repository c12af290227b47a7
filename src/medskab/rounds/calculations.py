"""Which of several words about a door holds.

From each phone only its last word is known (by the phone's own count, so a wrong clock changes nothing).
Between phones the one that got further holds: who spoke with somebody knows more than who found nobody
home. Between equals it is the one that reached the server last, and then the larger record id.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol

_FURTHER = {"not-home": 0, "not-now": 1, "come-back": 2, "spoken": 3}


class Said(Protocol):
    """What one phone said about one door."""

    door_id: int
    status: str
    received_at: datetime
    record_id: str


def standing(said: Iterable[Said]) -> Mapping[int, Said]:
    """The word that holds, by door."""
    held: dict[int, Said] = {}
    for one in said:
        if one.door_id not in held or _weight(one) > _weight(held[one.door_id]):
            held[one.door_id] = one
    return held


def _weight(one: Said) -> tuple[int, datetime, str]:
    return _FURTHER[one.status], one.received_at, one.record_id
