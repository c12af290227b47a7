"""Who was erased after a backup was made is erased again when it is restored."""

from datetime import datetime
from typing import Any

from . import actions
from .models import Person

_SAME = ("pk", "area__slug", "created_at")


def collect() -> list[tuple[Any, ...]]:
    """Who is erased here, so that the same row is known in another database: number, area, beginning."""
    return list(Person.objects.exclude(erased_at=None).values_list(*_SAME))


def replay(rows: list[tuple[Any, ...]], now: datetime) -> None:
    """Erase those whom the database that has come still knows; a stranger with the same number stays."""
    for row in rows:
        known = Person.objects.filter(erased_at=None, **dict(zip(_SAME, row, strict=True)))
        for person in known.select_related("area", "account"):
            actions.erase_again(person=person, by=None, now=now)
