"""Who may start, write, see and end initiatives."""

from medskab.people.models import Person, RoleKind
from medskab.people.rules import holds, is_staff
from medskab.places.models import Area

from .models import Author, AuthorState, Initiative, State
from .steps import Writing


def may_start(person: Person | None, area: Area) -> bool:
    """Who lives here, of any age."""
    return holds(person, area, RoleKind.RESIDENT, RoleKind.BOARD_MEMBER)


def is_author(person: Person | None, initiative: Initiative) -> bool:
    """Who said yes to being part of it."""
    return _has(person, initiative, AuthorState.ACCEPTED)


def is_invited(person: Person | None, initiative: Initiative) -> bool:
    """Who was asked and has not answered."""
    return _has(person, initiative, AuthorState.INVITED)


def is_lead(person: Person | None, initiative: Initiative) -> bool:
    """Who is in charge of it."""
    return person is not None and person.erased_at is None and person.pk == initiative.lead_id


def may_see(person: Person | None, initiative: Initiative) -> bool:
    """Everybody once it was opened; a draft is seen by its authors, those they ask, and staff."""
    if initiative.is_public or (initiative.state == State.WITHDRAWN and initiative.opened_at):
        return True
    return may_see_card(person, initiative) or is_invited(person, initiative)


def may_see_card(person: Person | None, initiative: Initiative) -> bool:
    """Of one that is withdrawn only its authors and staff see more than that."""
    inside = is_author(person, initiative) or is_staff(person, initiative.area)
    if initiative.state == State.WITHDRAWN:
        return inside
    return initiative.is_public or inside or is_invited(person, initiative)


def may_write(person: Person | None, initiative: Initiative) -> bool:
    """Its authors; staff do not write in other people's name."""
    return is_author(person, initiative)


def may_write_step(person: Person | None, writing: Writing) -> bool:
    """Its authors."""
    return may_write(person, writing.initiative)


def may_preview(person: Person | None, initiative: Initiative) -> bool:
    """Its authors and staff."""
    return is_author(person, initiative) or is_staff(person, initiative.area)


def may_end(person: Person | None, initiative: Initiative) -> bool:
    """Its lead; and staff, for what nobody leads any more or what hurts somebody."""
    return is_lead(person, initiative) or is_staff(person, initiative.area)


def may_reopen(person: Person | None, initiative: Initiative) -> bool:
    """Its lead; what staff withdrew is opened again by staff only."""
    if initiative.state == State.WITHDRAWN and initiative.ended_by_id != initiative.lead_id:
        return is_staff(person, initiative.area)
    return may_end(person, initiative)


def may_hand_over(person: Person | None, initiative: Initiative) -> bool:
    """Its lead; and staff, where the lead has moved away."""
    return may_end(person, initiative)


def may_take_up(person: Person | None, initiative: Initiative) -> bool:
    """Its authors, and staff who know what was said before."""
    return may_preview(person, initiative)


def may_support(person: Person | None, initiative: Initiative) -> bool:
    """Everybody who takes part here and can see it."""
    here = person is not None and person.area_id == initiative.area_id and person.erased_at is None
    return here and may_see(person, initiative)


def _has(person: Person | None, initiative: Initiative, state: AuthorState) -> bool:
    if person is None or person.erased_at is not None:
        return False
    return Author.objects.filter(initiative=initiative, person=person, state=state).exists()
