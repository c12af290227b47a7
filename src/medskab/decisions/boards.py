"""The public board of a vote: adding a line, reading the lines, and looking for a receipt."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Literal

from medskab.common.codes import ALPHABET

from .calculations.board import line_of, next_event, receipt_hash
from .models import BoardEvent, Envelope, Poll
from .urn_keys import RECEIPT_LENGTH, signature

ReceiptState = Literal["in the urn", "not found"]
_LOOKS_LIKE = str.maketrans({"I": "1", "L": "1", "O": "0"})


def announce(poll: Poll, kind: str, body: dict[str, Any] | None = None) -> BoardEvent:
    """Put one line on the board; only within the deed that it tells of."""
    last = BoardEvent.objects.filter(poll=poll).order_by("-seq").first()
    event = next_event(last, kind, body or {}, lambda digest: signature(poll, digest))
    return BoardEvent.objects.create(
        area_id=poll.area_id,
        poll=poll,
        seq=event.seq,
        kind=event.kind,
        body=event.body,
        prev=event.prev,
        hash=event.hash,
        signature=event.signature,
    )


def lines(poll: Poll) -> Iterator[str]:
    """The board as everybody can load it: one line of JSON for each event, in order."""
    for row in BoardEvent.objects.filter(poll=poll).order_by("seq").iterator():
        yield line_of(row)


def receipt_state(poll: Poll, typed: str) -> ReceiptState:
    """Whether the envelope of a receipt is in the urn. What is in it, nobody learns here."""
    receipt = read_receipt(typed)
    digest = receipt_hash(poll.ref, receipt) if receipt else ""
    is_there = bool(digest) and Envelope.objects.filter(poll=poll, receipt_hash=digest).exists()
    return "in the urn" if is_there else "not found"


def read_receipt(typed: str) -> str:
    """What was meant; empty where it can be no receipt."""
    receipt = "".join(sign for sign in typed.upper() if sign.isalnum()).translate(_LOOKS_LIKE)
    return receipt if len(receipt) == RECEIPT_LENGTH and not set(receipt) - set(ALPHABET) else ""


def moment(when: datetime) -> str:
    """A time as it stands on a board."""
    return when.astimezone(UTC).isoformat(timespec="seconds")
