"""Which votes stand beside a point of a meeting's agenda, and how far they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q

from medskab.gatherings.models import AgendaItem

from .models import Decision, Poll, PollState
from .words.headlines import headline


@dataclass(frozen=True)
class Attached:
    """A vote as the page of a meeting shows it."""

    title: str
    url: str
    state: str


def to_items(items: Sequence[AgendaItem]) -> Iterator[tuple[int, Attached]]:
    """Those that everybody may see, the oldest first, each with the number of its point."""
    is_shown = Q(opened_at__isnull=False) | Q(publication__isnull=False)
    shown = Decision.objects.filter(is_shown, agenda_item__in=items).order_by("pk")
    polls = Prefetch("polls", Poll.objects.filter(is_rehearsal=False).exclude(state=PollState.PREPARED))
    for decision in shown.select_related("area", "publication").prefetch_related(polls):
        attached = Attached(decision.title, decision.get_absolute_url(), _state(decision))
        yield decision.agenda_item_id, attached


def _state(decision: Decision) -> str:
    """What came out of it; before, how far it is."""
    if decision.publication is not None and not decision.withdrawn_because:
        return str(headline(decision.publication.summary, decision.nature))
    poll = next(iter(decision.polls.all()), None)
    return str(poll.get_state_display() if decision.is_running and poll else decision.get_state_display())
