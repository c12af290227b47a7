"""The hashes by which a voter finds an envelope in the urn again."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any


def receipt_hash(poll: str, code: str) -> str:
    """What stands on the board for one envelope. The code of the receipt cannot be found from it by looking.

    Use it for receipts with enough chance in them (ten characters of base 32). Not for codes that anybody
    could try out one by one.

    >>> receipt_hash("1", "7KQ2MX90AB")[:16]
    'e4f1c943dd99fe85'
    """
    return sha256(f"{poll}|{code}".encode()).hexdigest()


def root(hashes: Iterable[str]) -> str:
    """What a batch shows of itself before closing: one hash of all its hashes, in sorted order.

    >>> root(["b", "a"]) == root(["a", "b"])
    True
    """
    return sha256("\n".join(sorted(hashes)).encode()).hexdigest()


def batch(day: str, hashes: Iterable[str]) -> dict[str, Any]:
    """One batch as it stands in the event `closed`: sorted, so that nothing tells who came first.

    Padding goes among the hashes before this: random hashes of the same look.

    >>> batch("2026-11-24", ["b", "a"])
    {'day': '2026-11-24', 'hashes': ['a', 'b']}
    """
    return {"day": day, "hashes": sorted(hashes)}
