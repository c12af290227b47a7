"""What was taken back after a backup was made is taken back again when it is restored."""

from datetime import datetime

from . import actions
from .models import Input

_EMPTIED = {"words": "", "voice_text": "", "photo": "", "voice": ""}


def collect() -> list[str]:
    """The digests of the receipts of what is empty here."""
    return list(Input.objects.filter(**_EMPTIED).values_list("receipt_hmac", flat=True))


def replay(digests: list[str], now: datetime) -> None:
    """Empty what the database that has come still holds of them, and delete its files."""
    actions.take_back_again(digests=digests, by=None, now=now)
