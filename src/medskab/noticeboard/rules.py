"""Who may hang something up, and take it down."""

from django.utils import timezone

from medskab.common.clock import now
from medskab.people.models import STAFF_ROLES, Person, RoleKind
from medskab.people.rules import holds
from medskab.places.models import Area, AreaRow

from .models import Notice


def may_post(person: Person | None, area: Area) -> bool:
    """The board and the area's staff."""
    return holds(person, area, RoleKind.BOARD_MEMBER, *STAFF_ROLES)


def may_change(person: Person | None, posted: AreaRow) -> bool:
    """Whoever may post here: a board is kept together."""
    return may_post(person, posted.area)


def may_read(person: Person | None, notice: Notice) -> bool:
    """Everybody from the first day on; what goes up later, those who keep the board."""
    return notice.from_on <= timezone.localdate(now()) or may_change(person, notice)
