"""Questions about decisions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from medskab.common import slugs
from medskab.people.models import Person, Purpose
from medskab.people.queries import has_consent
from medskab.people.rules import is_staff
from medskab.places.models import Area
from medskab.tools.jobs.models import JobState
from medskab.tools.jobs.queries import jobs_about

from .calculations import Order
from .live import line_of
from .models import (
    CapacityCheck,
    Decision,
    HouseholdVote,
    Override,
    Phase,
    PhaseKind,
    Poll,
    Proposal,
    ProposalDraft,
    Ruling,
    State,
    WhatIf,
)
from .models.decision import DecisionQuerySet
from .words.headlines import description, headline


def published(area: Area) -> DecisionQuerySet:
    """What everybody may read, newest first, with the numbers that a list needs."""
    public = Decision.objects.for_area(area).public()
    return (
        public.select_related("area", "publication")
        .defer("publication__snapshot")
        .order_by("-publication__at", "-id")
    )


def agreed_order(decision: Decision) -> Order | None:
    """How the votes are counted, as it was fixed before people voted here; None for votes from elsewhere."""
    poll = Poll.objects.filter(decision=decision, is_rehearsal=False).first()
    if poll is None or not poll.rule:
        return None
    return Order(poll.rule, poll.satisfaction, poll.completion)


@dataclass(frozen=True)
class Doing:
    """A decision under way, and in one line what people can do now."""

    decision: Decision
    sentence: str
    can_vote: bool


def doings(area: Area, now: datetime) -> list[Doing]:
    """Everything under way, the longest first; as many questions to the database however much it is."""
    rows = Decision.objects.for_area(area).running().select_related("area").order_by("opened_at", "id")
    polls = {poll.decision_id: poll for poll in Poll.objects.filter(decision__in=rows, is_rehearsal=False)}
    return [_doing(one, polls.get(one.pk), now) for one in rows.prefetch_related("phases")]


def _doing(decision: Decision, poll: Poll | None, now: datetime) -> Doing:
    can_vote = poll is not None and poll.is_open(now)
    return Doing(decision, line_of(decision, poll, now), can_vote)


@dataclass(frozen=True)
class Result:
    """A published result in a few words, for lists and for the area's front page."""

    decision: Decision
    headline: str
    description: str


def results(decisions: Iterable[Decision]) -> list[Result]:
    """The words for some of `published`, in the reader's language."""
    return [
        Result(
            one,
            headline(one.publication.summary, one.nature),
            description(one.publication.summary, one.nature),
        )
        for one in decisions
        if one.publication is not None
    ]


def unpublished(area: Area) -> DecisionQuerySet:
    """What only staff see, newest first."""
    return Decision.objects.for_area(area).not_public().select_related("area")


def free_slug(area: Area, title: str) -> str:
    """An address for a title that no other decision of the area has."""
    others = Decision.objects.for_area(area)
    return slugs.free_slug(title, others, below="decisions/", otherwise="decision")


def is_stopped(decision: Decision) -> bool:
    """Whether somebody stopped the reading of a draft's file."""
    job = jobs_about(decision).first()
    return job is not None and job.state == JobState.CANCELLED and decision.upload.reading is None


def rulings(decision: Decision) -> list[Override]:
    """What was decided by hand and still holds: the latest about each proposal."""
    latest = {one.proposal_id: one for one in decision.overrides.select_related("proposal")}
    return [one for one in latest.values() if one.ruling != Ruling.COUNT]


def rulings_by_hand(decision: Decision) -> list[dict[str, object]]:
    """The same as a count takes them and publishes them."""
    return [
        {
            "project": one.proposal.project,
            "funded": one.ruling == Ruling.FUND,
            "reason": one.reason,
            "by": one.decided_by,
        }
        for one in rulings(decision)
    ]


def is_out_of_date(decision: Decision) -> bool:
    """Whether something was decided by hand that the count does not know."""
    if decision.official_count is None:
        return False
    known = {one["project"]: one for one in decision.official_count.limits["overrides"]}
    return known != {str(one["project"]): one for one in rulings_by_hand(decision)}


def standing_vote(decision: Decision) -> HouseholdVote | None:
    """The numbers of the homes' vote that hold: the last correction, or the first entry."""
    return decision.household_votes.filter(replaced_by=None).last()


def people_here(decision: Decision) -> QuerySet[Person]:
    """Everybody of the area who can be told: what is decided concerns them all."""
    return Person.objects.for_area(decision.area).filter(erased_at=None).exclude(account=None)


def author_shown(draft: ProposalDraft, viewer: Person | None, now: datetime) -> str:
    """The name of who proposed it: for themselves and staff, and for others only where they agree to that."""
    author = draft.author
    if author is None or author.erased_at is not None:
        return ""
    is_inside = author == viewer or is_staff(viewer, draft.area)
    return author.name if is_inside or has_consent(author, Purpose.PUBLISHED, now) else ""


def is_refused(decision: Decision, proposal: Proposal) -> bool:
    """Whether a proposal of this decision did not win in its own count."""
    count = decision.official_count
    is_ours = proposal.decision_id == decision.pk
    return is_ours and count is not None and proposal.project not in count.outcome["winners"]


def is_uncounted(decision: Decision) -> bool:
    """Whether its votes wait to be counted."""
    return decision.state in (State.IMPORTED, State.COUNTED)


def what_if_of(decision: Decision, proposal: Proposal) -> WhatIf | None:
    """What was found out about a proposal in the decision's own count."""
    return WhatIf.objects.filter(count=decision.official_count_id or 0, proposal=proposal).first()


def what_if_key(decision: Decision, proposal: Proposal) -> str:
    """The job that finds it out is one for all who ask."""
    return f"what-if:{decision.official_count_id}:{proposal.pk}"


def is_what_if_asked(decision: Decision, proposal: Proposal) -> bool:
    """Whether it is being found out."""
    asked = jobs_about(decision).filter(key=what_if_key(decision, proposal))
    return asked.filter(state__in=[JobState.WAITING, JobState.RUNNING]).exists()


def phase_now(decision: Decision, now: datetime) -> Phase | None:
    """The phase that is on."""
    return next((phase for phase in decision.phases.all() if phase.is_on(now)), None)


def is_on(decision: Decision, now: datetime, *kinds: PhaseKind) -> bool:
    """Whether one of these phases of an opened decision is on."""
    phases = decision.phases.filter(kind__in=kinds, starts_at__lte=now, ends_at__gt=now)
    return decision.state == State.RUNNING and phases.exists()


def winners(decision: Decision) -> list[Proposal]:
    """What the published count chose, in its order."""
    count = decision.official_count
    if count is None:
        return []
    by_project = {one.project: one for one in decision.proposals.select_related("draft")}
    return [by_project[project] for project in count.outcome["winners"]]


def check_of(proposal: Proposal) -> CapacityCheck | None:
    """Who said they would carry it out."""
    return proposal.draft.checks.filter(can_be_done=True).last() if proposal.draft else None
