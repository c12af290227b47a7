"""Who may change places, and what may be compared."""

from datetime import date
from typing import Any, Protocol

from medskab.common.clock import now

from .models import Area, Boundary

WORKING_ROLES = ("facilitator", "project-leader")


class Actor(Protocol):
    """Somebody who acts: a person of the room above, who brings the roles along."""

    pk: Any
    area_id: Any
    erased_at: Any
    roles: Any


def works_here(person: Actor | None, area: Area, on: date | None = None) -> bool:
    """Whether the person works for the area (today where no day is given)."""
    if person is None or person.area_id != area.pk or person.erased_at is not None:
        return False
    held = person.roles.held_on(on or now().date())
    return bool(held.filter(kind__in=WORKING_ROLES).exists())


def may_shape(person: Actor | None, thing: Any) -> bool:
    """Those who work for an area may change its places; `thing` is the area or a row of it."""
    area = thing if isinstance(thing, Area) else thing.area
    return works_here(person, area)


def may_be_one_line(one: Boundary, other: Boundary) -> bool:
    """Whether figures of two boundaries may be drawn as one line.

    The same name is not enough: only one and the same definition and outline of one and the same place make
    figures that can be compared over time.
    """
    same_ground = (one.area_id, one.place_id) == (other.area_id, other.place_id)
    return same_ground and (one.name, one.definition, one.outline) == (
        other.name,
        other.definition,
        other.outline,
    )
