"""Where the demo's story stands: its people by their keys, its places by their names, its days."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property

from django.utils import timezone

from medskab.common.clock import now
from medskab.people.models import Person
from medskab.places.models import Area, Place

_FOUNDED = timedelta(days=430)


@dataclass
class Story:
    """One area while its first year and a half is told. Days count from today; those before are negative."""

    area: Area
    today: date = field(default_factory=lambda: timezone.localdate(now()))
    known: dict[str, Person] = field(default_factory=dict)

    @staticmethod
    def begins() -> datetime:
        """When the areas were founded."""
        return now() - _FOUNDED

    def at(self, day: int, hour: int = 12, minute: int = 0) -> datetime:
        """A moment of a day."""
        moment = datetime.combine(self.on(day), time(hour, minute))
        return moment.replace(tzinfo=timezone.get_current_timezone())

    def on(self, day: int) -> date:
        """A day."""
        return self.today + timedelta(days=day)

    def danish(self, day: int) -> str:
        """A day as it stands in a Danish sentence."""
        on = self.on(day)
        return f"{on.day}. {_MONTHS[on.month - 1]} {on.year}"

    def who(self, key: str) -> Person:
        """Somebody of the cast."""
        if key not in self.known:
            self.known[key] = Person.objects.for_area(self.area).get(account__email=f"{key}@demo.invalid")
        return self.known[key]

    def block(self, number: int) -> Place | None:
        """A block by its number; 0 is the whole area."""
        return self._blocks[f"Blok {number}"] if number else None

    @cached_property
    def _blocks(self) -> dict[str, Place]:
        return {place.name: place for place in Place.objects.for_area(self.area).filter(kind="block")}


_MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
