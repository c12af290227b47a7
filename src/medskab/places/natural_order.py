"""Names in the order in which people count: Block 2 before Block 10."""

import re

_NUMBER = re.compile(r"(\d+)")


def natural_key(name: str) -> list[tuple[int, int, str]]:
    """A key for sorting: numbers by their value, words by their letters."""
    return [
        (0, int(part), "") if part.isdigit() else (1, 0, part.casefold())
        for part in _NUMBER.split(name)
        if part
    ]
