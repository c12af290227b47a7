"""What browsers, phones and gateways send, read so that nothing in it can break a page."""

import json
from typing import Any

_MOST_FIGURES = 15


def whole_number(typed: str | None) -> int | None:
    """The number that was typed; None for anything else, such as ² or one that fits in no column."""
    typed = typed or ""
    is_number = typed.isascii() and typed.isdecimal() and len(typed) <= _MOST_FIGURES
    return int(typed) if is_number else None


def read_json(content: bytes) -> Any:
    """What was sent; ValueError where it is broken, too deep, or holds signs that no database keeps."""
    try:
        given = json.loads(content)
        json.dumps(given, ensure_ascii=False).encode()  # half a sign cannot be written down
    except RecursionError:
        raise ValueError("too deep") from None
    rest = [given]
    while rest:
        part = rest.pop()
        if isinstance(part, str) and "\0" in part:
            raise ValueError("an empty sign")
        if isinstance(part, dict):
            rest += [*part.keys(), *part.values()]
        elif isinstance(part, list):
            rest += part
    return given
