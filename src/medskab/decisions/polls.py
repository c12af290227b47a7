"""Questions about votes."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db.models import Count

from .models import Credential, CredentialStatus, PaperBatch, Poll, PollState


@dataclass(frozen=True)
class Counts:
    """What became of the codes. issued = voided + unused + digital + paper."""

    issued: int
    voided: int
    unused: int
    digital: int
    paper: int

    def as_body(self) -> dict[str, int]:
        """For the board."""
        return asdict(self)


def poll_counts(poll: Poll) -> Counts:
    """The codes of a vote by what became of them, as they stood at the end when the key is destroyed."""
    if poll.state == PollState.DESTROYED and (closed := poll.board.filter(kind="closed").first()):
        return Counts(**{name: closed.body[name] for name in Counts.__dataclass_fields__})
    rows = Credential.objects.filter(poll=poll).order_by().values_list("status").annotate(Count("id"))
    found: dict[str, int] = dict(rows)
    return Counts(
        issued=sum(found.values()),
        voided=found.get(CredentialStatus.VOIDED, 0),
        unused=found.get(CredentialStatus.UNUSED, 0),
        digital=found.get(CredentialStatus.DIGITAL, 0),
        paper=found.get(CredentialStatus.PAPER, 0),
    )


def turnout(poll: Poll) -> int:
    """How many have voted, down to the nearest ten: never a trend, never a single voter."""
    used = Credential.objects.filter(poll=poll, status__in=[CredentialStatus.DIGITAL, CredentialStatus.PAPER])
    return used.count() // 10 * 10


def due_to_close(now: datetime) -> list[Poll]:
    """Votes whose time is over."""
    due = Poll.objects.filter(state=PollState.OPEN, closes_at__lte=now)
    return list(due.select_related("decision__area"))


def open_to_voters(now: datetime) -> list[Poll]:
    """Votes that take ballots in."""
    running = Poll.objects.filter(state=PollState.OPEN, opens_at__lte=now, closes_at__gt=now)
    return list(running.select_related("decision__area"))


def differing_papers(batch: PaperBatch) -> list[int]:
    """Which papers two people typed differently: their numbers only, and only when both have finished."""
    finished = list(batch.entries.filter(is_finished=True))
    if len(finished) < 2:
        return []
    pairs = zip(finished[0].choices, finished[1].choices, strict=True)
    return [number for number, (one, other) in enumerate(pairs, 1) if one != other]
