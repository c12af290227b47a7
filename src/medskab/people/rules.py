"""Who may do what, as far as roles alone decide it."""

from datetime import date

from medskab.common.clock import now
from medskab.people.models import STAFF_ROLES, Person, RoleKind
from medskab.places.models import Area


def holds(person: Person | None, area: Area, *kinds: RoleKind, on: date | None = None) -> bool:
    """Whether the person holds one of these roles in the area (today where no day is given)."""
    if person is None or person.area_id != area.pk or person.erased_at is not None:
        return False
    return person.roles.held_on(on or now().date()).filter(kind__in=kinds).exists()


def is_staff(person: Person | None, area: Area) -> bool:
    """Whether the person works for the area."""
    return holds(person, area, *STAFF_ROLES)


def is_signed_in(person: Person | None, _thing: object) -> bool:
    """Whether the person takes part in this area."""
    return person is not None
