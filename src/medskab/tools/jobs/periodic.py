"""Work that comes back every night: rooms declare it in their AppConfig, `nightly_jobs = (Nightly(…),)`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.apps import apps
from django.utils import timezone


@dataclass(frozen=True)
class Nightly:
    """A task without arguments, by its path, and the local time from which it runs once a day."""

    task: str
    at: time

    def last_due(self, now: datetime) -> datetime:
        """The latest moment at which it should have begun."""
        local = timezone.localtime(now)
        today = local.replace(hour=self.at.hour, minute=self.at.minute, second=0, microsecond=0, fold=0)
        return today if today <= local else today - timedelta(days=1)

    def key(self, now: datetime) -> str:
        """The same for every worker on the same day: the second one that asks finds the job there."""
        return f"nightly:{self.task}:{self.last_due(now).date().isoformat()}"


def nightly_jobs() -> Iterator[Nightly]:
    """All that the rooms declare."""
    for room in apps.get_app_configs():
        yield from getattr(room, "nightly_jobs", ())
