"""Who may do what with decisions."""

from medskab.people.models import Person, RoleKind
from medskab.people.rules import holds, is_staff
from medskab.places.models import Area

from .models import (
    Decision,
    Delivery,
    DeliveryPhoto,
    PaperBatch,
    Phase,
    Poll,
    PollState,
    Proposal,
    ProposalDraft,
    ShapingAnswer,
)

_QUICK_ENOUGH_SECONDS = 0.5
"""Finding out what would have made a proposal win takes up to two hundred counts."""


def may_see(person: Person | None, decision: Decision) -> bool:
    """What is opened or published is for everybody, what is not for the area's staff."""
    return decision.is_public or decision.opened_at is not None or is_staff(person, decision.area)


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


def may_see_poll(person: Person | None, poll: Poll) -> bool:
    """An opened vote is for everybody, a rehearsal for whoever has its code; before, for staff."""
    is_out = poll.is_rehearsal or poll.decision.opened_at is not None
    return (is_out and poll.state != PollState.PREPARED) or is_staff(person, poll.area)


def may_propose(person: Person | None, decision: Decision) -> bool:
    """Everybody who lives here; staff type for those who cannot."""
    return decision.is_running and (
        holds(person, decision.area, RoleKind.RESIDENT) or may_conduct(person, decision)
    )


def may_see_draft(person: Person | None, draft: ProposalDraft) -> bool:
    """Whoever may see the decision."""
    return may_see(person, draft.decision)


def may_change_draft(person: Person | None, draft: ProposalDraft) -> bool:
    """Its author; where it was typed for somebody, the facilitators."""
    if person is None or person.area_id != draft.area_id:
        return False
    if draft.author_id is None:
        return may_conduct(person, draft.decision)
    return draft.author_id == person.pk and person.erased_at is None


def may_check(person: Person | None, draft: ProposalDraft) -> bool:
    """Those who know what things cost and who can do them: staff, board and municipality."""
    return draft.decision.is_running and holds(
        person,
        draft.area,
        RoleKind.FACILITATOR,
        RoleKind.PROJECT_LEADER,
        RoleKind.BOARD_MEMBER,
        RoleKind.OFFICER,
    )


def may_answer_shaping(person: Person | None, answer: ShapingAnswer) -> bool:
    """The author of the proposal."""
    return person is not None and answer.draft.author_id == person.pk and person.erased_at is None


def may_tell_delivery(person: Person | None, delivery: Delivery) -> bool:
    """Staff, board and municipality: whoever carries something out tells them."""
    return holds(
        person,
        delivery.area,
        RoleKind.FACILITATOR,
        RoleKind.PROJECT_LEADER,
        RoleKind.BOARD_MEMBER,
        RoleKind.OFFICER,
    )


def may_see_photo(person: Person | None, photo: DeliveryPhoto) -> bool:
    """Whoever may see the decision."""
    return may_see(person, photo.news.delivery.decision)


def may_take_photo_down(person: Person | None, photo: DeliveryPhoto) -> bool:
    """Whoever may tell how far it is."""
    return may_tell_delivery(person, photo.news.delivery)


def may_move(person: Person | None, phase: Phase) -> bool:
    """Who conducts the decision."""
    return may_conduct(person, phase.decision)


def may_run_poll(person: Person | None, poll: Poll) -> bool:
    """Who conducts the decision also runs its vote."""
    return may_conduct(person, poll.decision)


def may_enter_papers(person: Person | None, batch: PaperBatch) -> bool:
    """The area's staff and its board type papers; two of them, each alone."""
    return may_type(person, batch.poll)


def may_type(person: Person | None, poll: Poll) -> bool:
    """The area's staff type papers; the board may help."""
    return is_staff(person, poll.area) or holds(person, poll.area, RoleKind.BOARD_MEMBER)
