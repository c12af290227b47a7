"""Who may hand over rights, and who may use them."""

from medskab.people.models import Person, RoleKind
from medskab.people.rules import holds, is_staff
from medskab.places.models import Area

from .models import Mandate


def may_hand_over(person: Person | None, area: Area) -> bool:
    """The area's staff and the members of its board."""
    return is_staff(person, area) or holds(person, area, RoleKind.BOARD_MEMBER)


def may_change(person: Person | None, mandate: Mandate) -> bool:
    """Extend it or take it back: who may hand over."""
    return may_hand_over(person, mandate.area)


def may_use(person: Person | None, mandate: Mandate) -> bool:
    """Somebody of the area, or the clock (nobody): the room that decides has asked its own rule before."""
    return person is None or (person.area_id == mandate.area_id and person.erased_at is None)


def may_see(_person: Person | None, _mandate: Mandate) -> bool:
    """Everybody may know who decides over what."""
    return True
