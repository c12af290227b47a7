"""What was erased after a backup was made is erased again when it is restored, and its keys with it."""

from datetime import datetime

from . import actions, queries


def collect() -> list[str]:
    """The names of the keys that were destroyed here."""
    return queries.erased_keys()


def replay(names: list[str], now: datetime) -> None:
    """Erase again what the database that has come still holds."""
    actions.erase_again(names=names, by=None, now=now)
