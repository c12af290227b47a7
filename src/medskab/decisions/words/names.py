"""Names of people's own making inside our sentences."""

_MOST_NAMED = 3


def isolated(text: str) -> str:
    """A text of somebody else's inside a sentence: it cannot turn the words around it."""
    return f"\u2068{text}\u2069"


def listed(names: list[str]) -> str:
    """A few names as one text; what follows says how many more there are."""
    return ", ".join(isolated(name) for name in names[:_MOST_NAMED])


def unnamed(names: list[str]) -> int:
    """How many names `listed` leaves out."""
    return max(0, len(names) - _MOST_NAMED)
