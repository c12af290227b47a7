"""Who plans and walks rounds: those who work for the area."""

from typing import Any

from medskab.people.models import Person
from medskab.people.rules import is_staff
from medskab.places.models import Area


def may_walk(person: Person | None, thing: Any) -> bool:
    """For the area, and for everything in it that belongs to a round."""
    return is_staff(person, thing if isinstance(thing, Area) else thing.area)
