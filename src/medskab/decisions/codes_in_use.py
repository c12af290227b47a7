"""Which vote a code belongs to, and what became of the code."""

from django.urls import reverse
from django.utils.translation import gettext as _

from medskab.common.codes import kept
from medskab.common.kiosk import Tile
from medskab.places.models import Area

from .models import Credential, Poll, PollState


def purpose_of(poll: Poll) -> str:
    """A code opens one vote only."""
    return f"vote:{poll.ref}"


def credential_of(area: Area, code: str) -> Credential | None:
    """The right to vote that belongs to a code, in whichever vote of the area it is."""
    polls = Poll.objects.for_area(area).exclude(state__in=[PollState.PREPARED, PollState.DESTROYED])
    digests = [kept(code, purpose_of(poll)) for poll in polls]
    found = Credential.objects.filter(code_hmac__in=digests)
    return found.select_related("poll__decision__area").first()


def status_of(poll: Poll, code: str) -> str:
    """What became of a code of this vote; empty when there is no such code (any more)."""
    found = Credential.objects.filter(poll=poll, code_hmac=kept(code, purpose_of(poll)))
    return found.values_list("status", flat=True).first() or ""


def open_polls(area: Area) -> list[Poll]:
    """The votes that can be taken part in, for those who wonder which one their code is for."""
    polls = Poll.objects.for_area(area).filter(is_rehearsal=False, state=PollState.OPEN)
    return list(polls.select_related("decision"))


def kiosk_tiles(area: Area) -> list[Tile]:
    """A way to the urn, while there is a vote to take part in."""
    titles = [poll.decision.title for poll in open_polls(area)]
    address = reverse("vote-code", args=[area.slug])
    return [Tile(address, "key", _("Vote with your code"), ", ".join(titles))] if titles else []
