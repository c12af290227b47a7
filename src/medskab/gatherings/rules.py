"""Who may do what with meetings."""

from medskab.people.models import STAFF_ROLES, Person, RoleKind
from medskab.people.rules import holds
from medskab.places.models import Area

from .models import AgendaItem, Gathering, Motion, MotionState, SignedAs


def may_prepare(person: Person | None, area: Area) -> bool:
    """The board and the area's staff."""
    return holds(person, area, RoleKind.BOARD_MEMBER, *STAFF_ROLES)


def may_conduct(person: Person | None, gathering: Gathering) -> bool:
    """The board and the area's staff."""
    return may_prepare(person, gathering.area)


def may_conduct_item(person: Person | None, item: AgendaItem) -> bool:
    """Whoever conducts the meeting."""
    return may_conduct(person, item.gathering)


def may_see(person: Person | None, gathering: Gathering) -> bool:
    """Everybody once it is called; a draft is its makers'."""
    return gathering.is_announced or may_conduct(person, gathering)


def may_see_item(person: Person | None, item: AgendaItem) -> bool:
    """Whoever may see the meeting."""
    return may_see(person, item.gathering)


def may_read_minutes(person: Person | None, gathering: Gathering) -> bool:
    """Everybody once they are published; before that those who conduct, and who signs as chair."""
    return gathering.is_public_in_full or may_open_signing(person, gathering)


def may_hand_in(person: Person | None, gathering: Gathering) -> bool:
    """Who lives here, about a meeting that has been called."""
    return gathering.is_announced and holds(person, gathering.area, RoleKind.RESIDENT, RoleKind.BOARD_MEMBER)


def may_see_motion(person: Person | None, motion: Motion) -> bool:
    """Its author and the meeting's makers; everybody once it is on an agenda."""
    on_agenda = motion.state == MotionState.ON_AGENDA and motion.gathering.is_announced
    return on_agenda or is_author(person, motion) or may_conduct(person, motion.gathering)


def may_conduct_motion(person: Person | None, motion: Motion) -> bool:
    """Whoever conducts the meeting."""
    return may_conduct(person, motion.gathering)


def is_author(person: Person | None, motion: Motion) -> bool:
    """Who handed it in."""
    return person is not None and person.erased_at is None and person.pk == motion.author_id


def may_open_signing(person: Person | None, gathering: Gathering) -> bool:
    """Those who conduct, and the chair."""
    return may_conduct(person, gathering) or _is_chair(person, gathering)


def may_sign(person: Person | None, gathering: Gathering, signed_as: str, *, is_on_paper: bool) -> bool:
    """The chair for the chair, where the chair is known here; on paper what one of the board has seen."""
    if signed_as == SignedAs.BOARD:
        return may_conduct(person, gathering) and not is_on_paper
    if gathering.chair_id is not None:
        return _is_chair(person, gathering) and not is_on_paper
    return may_conduct(person, gathering) and is_on_paper


def _is_chair(person: Person | None, gathering: Gathering) -> bool:
    return person is not None and person.erased_at is None and person.pk == gathering.chair_id
