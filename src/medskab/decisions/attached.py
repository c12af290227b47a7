"""Which votes stand beside a point of a meeting's agenda, and how far they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from medskab.gatherings.models import AgendaItem

from .models import Decision, PollState
from .words.headlines import headline


@dataclass(frozen=True)
class Attached:
    """A vote as the page of a meeting shows it."""

    title: str
    url: str
    state: str


def to_item(item: AgendaItem) -> Iterator[Attached]:
    """Those that everybody may see, the oldest first."""
    shown = Decision.objects.filter(
        Q(opened_at__isnull=False) | Q(publication__isnull=False), agenda_item=item
    )
    for decision in shown.select_related("area", "publication").order_by("pk"):
        yield Attached(decision.title, decision.get_absolute_url(), _state(decision))


def _state(decision: Decision) -> str:
    """What came out of it; before, how far it is."""
    if decision.publication is not None and not decision.withdrawn_because:
        return str(headline(decision.publication.summary, decision.nature))
    poll = decision.polls.filter(is_rehearsal=False).exclude(state=PollState.PREPARED).first()
    return str(poll.get_state_display() if decision.is_running and poll else decision.get_state_display())
