"""What a phone sends, read strictly: the bags stay closed here."""

import binascii
import re
from base64 import b64decode
from dataclasses import dataclass
from typing import Any

MOST_BAGS = 50
MOST_BYTES = 1_400_000
_MARK = re.compile(r"[0-9a-f-]{8,40}")
_RECORD = re.compile(r"[0-9a-z-]{8,64}")


class NotASending(ValueError):
    """It was not written by our page."""


@dataclass(frozen=True)
class Sending:
    """One sending of a phone."""

    mark: str
    bags: dict[str, bytes]
    is_erased: bool


def sending(given: Any) -> Sending:
    """Its parts, or `NotASending`."""
    if not isinstance(given, dict) or not isinstance(given.get("bags"), list):
        raise NotASending
    if not _fits(_MARK, given.get("phone")) or len(given["bags"]) > MOST_BAGS:
        raise NotASending
    return Sending(given["phone"], dict(map(_bag, given["bags"])), given.get("erased") is True)


def _bag(given: Any) -> tuple[str, bytes]:
    if not isinstance(given, dict) or not _fits(_RECORD, given.get("id")):
        raise NotASending
    try:
        sealed = b64decode(given.get("sealed", ""), validate=True)
    except (binascii.Error, TypeError):
        raise NotASending from None
    if not 0 < len(sealed) <= MOST_BYTES:
        raise NotASending
    return given["id"], sealed


def _fits(pattern: re.Pattern[str], value: Any) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None
