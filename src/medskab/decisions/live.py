"""What the page of a decision that is under way shows."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from .models import Decision, DraftState, Phase, PhaseChange, PhaseKind, Poll, PollState, ProposalDraft

_SHOWN = (DraftState.PROPOSED, DraftState.READY, DraftState.DECLINED)


@dataclass(frozen=True)
class Page:
    """A decision under way. `now` is the phase that is on, `next` the one after."""

    now: PhaseKind | None
    phase: Phase | None
    next: Phase | None
    drafts: list[ProposalDraft]
    on_ballot: list[ProposalDraft]
    changes: list[PhaseChange]
    poll: Poll | None
    is_voting: bool
    sentence: str


def page_of(decision: Decision, now: datetime) -> Page:
    """Everything on the page, in five queries whatever stands there."""
    phases = list(decision.phases.all())
    here = next((phase for phase in phases if phase.is_on(now)), None)
    coming = next((phase for phase in phases if phase.starts_at > now), None)
    poll = Poll.objects.filter(decision=decision, is_rehearsal=False).first()
    drafts = list(decision.drafts.filter(state__in=_SHOWN).select_related("author", "place"))
    is_voting = poll is not None and poll.is_open(now)
    return Page(
        now=PhaseKind(here.kind) if here else None,
        phase=here,
        next=coming,
        drafts=drafts,
        on_ballot=[draft for draft in drafts if draft.state == DraftState.READY],
        changes=list(decision.phase_changes.all()),
        poll=poll,
        is_voting=is_voting,
        sentence=_line(here, poll, now) if decision.withdrawn_at is None else _("It was called off."),
    )


def line_of(decision: Decision, poll: Poll | None, now: datetime) -> str:
    """What people can do now, and until when; reads `phases` as they were fetched."""
    here = next((phase for phase in decision.phases.all() if phase.is_on(now)), None)
    return _line(here, poll, now)


def _line(here: Phase | None, poll: Poll | None, now: datetime) -> str:
    if poll and poll.closes_at and poll.is_open(now):
        return _("You can vote until %(day)s.") % {"day": _last_day(poll.closes_at)}
    if here and here.kind == PhaseKind.PROPOSE:
        return _("You can propose something until %(day)s.") % {"day": _last_day(here.ends_at)}
    return _sentence(here, poll)


def steps(decision: Decision, now: datetime) -> list[dict[str, str]]:
    """The phases in their order, for the picture of the way."""
    rows = []
    for phase in decision.phases.all():
        state = "done" if phase.is_over(now) else ("now" if phase.is_on(now) else "next")
        when = _("%(first)s to %(last)s") % {
            "first": _day(phase.starts_at),
            "last": _last_day(phase.ends_at),
        }
        rows.append({"title": str(phase.get_kind_display()), "state": state, "when": when})
    return rows


def _day(moment: datetime) -> str:
    return formats.date_format(timezone.localtime(moment), "MONTH_DAY_FORMAT")


def _last_day(ending: datetime) -> str:
    return _day(ending - timedelta(microseconds=1))


def _sentence(phase: Phase | None, poll: Poll | None) -> str:
    if poll and poll.state == PollState.CLOSED:
        return _("The vote is over. The urn is opened in front of witnesses.")
    if poll and poll.state == PollState.OPENED:
        return _("The urn was opened. The votes are being counted.")
    if phase is None:
        return _("Nothing to do at the moment. The dates say when it goes on.")
    return {
        PhaseKind.SHAPE: _("Now the proposals are shaped, together with those who made them."),
        PhaseKind.CAPACITY: _("Now it is checked what can be done, by whom, and what it costs."),
        PhaseKind.VOTE: _("The vote opens soon."),
        PhaseKind.COUNT: _("The votes are being counted."),
        PhaseKind.DELIVER: _("What was decided is being carried out."),
    }[PhaseKind(phase.kind)]
