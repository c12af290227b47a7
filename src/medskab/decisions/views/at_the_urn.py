"""What the voter's pages share: which vote, what is in the voter's hand, whether it is a kiosk."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from medskab.common.clock import now
from medskab.common.kiosk import is_kiosk
from medskab.decisions import rules
from medskab.decisions.in_hand import InHand, in_hand
from medskab.decisions.models import Decision, Poll
from medskab.people.models import Person

# All that taking a vote in needs to know: many come at once, and most of a poll's columns are for pages.
_TO_CAST = (
    *("ref", "area", "state", "shape", "least", "most", "points", "sealing_key", "signing_secret"),
    "decision__budget",
)


@dataclass(frozen=True)
class Voting:
    """One vote, and what this browser holds for it."""

    poll: Poll
    held: InHand

    @property
    def decision(self) -> Decision:
        """What is voted on."""
        return self.poll.decision

    @property
    def may_go_on(self) -> bool:
        """Whether this browser can fill in a ballot now."""
        return bool(self.held.code) and self.poll.is_open(now())


def voting_at(request: Any, *, slug: str) -> Voting:
    """The vote at this address: the real one, or the rehearsal that the browser holds a code for."""
    polls = Poll.objects.for_area(request.area).filter(decision__slug=slug)
    polls = polls.select_related("decision", "area", "place")
    held = in_hand(request)
    poll = polls.filter(ref=held.poll).first() if held.poll else None
    if poll is not None:
        return _with_area(request, poll, held)
    poll = polls.filter(is_rehearsal=False).first()
    if poll is None:
        raise Http404
    return _with_area(request, poll, InHand())


def poll_at(request: Any, *, slug: str) -> Poll:
    """The real vote at this address, in one question: for votes that come without pages."""
    polls = Poll.objects.for_area(request.area).filter(decision__slug=slug, is_rehearsal=False)
    poll = polls.select_related("decision").only(*_TO_CAST).first()
    if poll is None:
        raise Http404
    return poll


def may_vote_here(person: Person | None, voting: Voting) -> bool:
    """Whoever may see the vote."""
    return rules.may_see_poll(person, voting.poll)


def shown(request: Any, name: str, voting: Voting, **context: Any) -> HttpResponse:
    """A page of the vote."""
    common = {
        "voting": voting,
        "poll": voting.poll,
        "decision": voting.decision,
        "held": voting.held,
        "is_kiosk": is_kiosk(request),
    }
    return render(request, f"decisions/vote/{name}.html", common | context)


def _with_area(request: Any, poll: Poll, held: InHand) -> Voting:
    poll.area = poll.decision.area = request.area
    return Voting(poll, held)
