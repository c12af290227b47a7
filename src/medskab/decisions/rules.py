"""Who may do what with decisions."""

from medskab.people.models import Person, RoleKind
from medskab.people.rules import holds, is_staff
from medskab.places.models import Area

from .models import Decision, Proposal

_QUICK_ENOUGH_SECONDS = 0.5
"""Finding out what would have made a proposal win takes up to two hundred counts."""


def may_see(person: Person | None, decision: Decision) -> bool:
    """What is published is for everybody, what is not for the area's staff."""
    return decision.is_public or is_staff(person, decision.area)


def may_work_on(person: Person | None, decision: Decision) -> bool:
    """The area's staff see how far a decision is."""
    return is_staff(person, decision.area)


def may_prepare(person: Person | None, area: Area) -> bool:
    """The area's facilitators bring in votes and minutes."""
    return holds(person, area, RoleKind.FACILITATOR)


def may_conduct(person: Person | None, decision: Decision) -> bool:
    """The area's facilitators import, count, publish and withdraw."""
    return holds(person, decision.area, RoleKind.FACILITATOR)


def may_ask_what_if(person: Person | None, decision: Decision) -> bool:
    """Everybody about a published result that counts quickly; where it takes long, the area's staff."""
    if decision.official_count is None or not may_see(person, decision):
        return False
    is_quick = decision.official_count.seconds <= _QUICK_ENOUGH_SECONDS
    return is_quick or is_staff(person, decision.area)


def may_see_proposal(person: Person | None, proposal: Proposal) -> bool:
    """Whoever may see the decision."""
    return may_see(person, proposal.decision)
