"""What outlives a restore: erasures that were carried out after the backup was made are carried out again.

A room names them in its AppConfig, `carried_over = (CarriedOver(collect="…", replay="…"),)`, by two dotted
paths: `collect() -> list` asks the database that goes, `replay(rows, now)` works on the one that comes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import Error as DatabaseError
from django.utils.module_loading import import_string


@dataclass(frozen=True)
class CarriedOver:
    """One kind of thing that outlives a restore, by the paths of two functions."""

    collect: str
    replay: str


Carried = list[tuple[CarriedOver, list[Any]]]


def declared() -> Iterator[CarriedOver]:
    """All that the rooms declare."""
    for room in apps.get_app_configs():
        yield from getattr(room, "carried_over", ())


def collect() -> Carried:
    """From the database that is about to go; nothing where there is none."""
    found: Carried = []
    for kind in declared():
        try:
            found.append((kind, list(import_string(kind.collect)())))
        except DatabaseError:
            continue
    return found


def replay(carried: Carried, now: datetime) -> None:
    """Into the database that has come."""
    for kind, rows in carried:
        import_string(kind.replay)(rows, now)
