"""Who may read and answer what people said."""

from typing import Any

from medskab.people.models import Person, RoleKind
from medskab.people.rules import holds, is_staff
from medskab.places.models import Area

from .models import Need


def may_sort(person: Person | None, thing: Any) -> bool:
    """The area's staff; `thing` is the area or a row of it."""
    return is_staff(person, thing if isinstance(thing, Area) else thing.area)


def may_start_something(person: Person | None, need: Need) -> bool:
    """Who lives here; a stranger is asked to sign in first."""
    return person is None or holds(person, need.area, RoleKind.RESIDENT, RoleKind.BOARD_MEMBER)
