"""What the public board of a vote is made of: chained lines, digests of receipts, roots of nights."""

from collections.abc import Callable
from typing import Any

from medskab.decisions.models import BoardEvent
from medskab.methods.board.event import Event, append, to_line
from medskab.methods.board.receipts import receipt_hash, root

__all__ = ["Event", "line_of", "next_event", "receipt_hash", "root"]


def next_event(
    last: BoardEvent | None, kind: str, body: dict[str, Any], sign: Callable[[bytes], bytes]
) -> Event:
    """The event that follows the last one on the board."""
    return append(_event(last) if last else None, kind, body, sign=sign)


def line_of(row: BoardEvent) -> str:
    """One line of JSON, as everybody can load it."""
    return to_line(_event(row))


def _event(row: BoardEvent) -> Event:
    return Event(row.seq, row.kind, row.body, row.prev, row.hash, row.signature)
