"""Who may read and answer what people said."""

from typing import Any

from medskab.people.models import Person
from medskab.people.rules import is_staff
from medskab.places.models import Area


def may_sort(person: Person | None, thing: Any) -> bool:
    """The area's staff; `thing` is the area or a row of it."""
    return is_staff(person, thing if isinstance(thing, Area) else thing.area)
