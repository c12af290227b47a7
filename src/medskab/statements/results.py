"""The result of a conversation: the last count, how things stand at this moment, and what was set aside."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.core.cache import cache
from django.db.models import Count, Max, QuerySet, Sum
from django.db.models.fields.json import KT

from .calculations.counting import anonymous_voice
from .calculations.showing import Result
from .models import Conversation, Snapshot, StatementState, Voice, Vote

AGAIN = timedelta(minutes=1)
_SECONDS = 5


@dataclass(frozen=True)
class Totals:
    """How many took part up to this moment."""

    voices: int
    votes: int


def mark(conversation: Conversation) -> str:
    """Changes with each vote, each statement that is shown or taken away, each voice that is set aside."""
    shown = conversation.statements.filter(state=StatementState.SHOWN).aggregate(
        n=Count("pk"), last=Max("checked_at")
    )
    cast = Vote.objects.filter(statement__conversation=conversation).aggregate(
        n=Count("pk"), last=Max("pk"), changed=Sum("changed")
    )
    aside = _set_aside(conversation).aggregate(n=Count("pk"), last=Max("set_aside_at"))
    parts = (*shown.values(), *cast.values(), *aside.values())
    return sha256("-".join(map(str, parts)).encode()).hexdigest()


def latest(conversation: Conversation) -> Snapshot | None:
    """The last count, without what is large or for one person alone."""
    return conversation.snapshots.defer("packed", "crowd_of", "group_of").order_by("-pk").first()


def is_stale(conversation: Conversation, last: Snapshot | None, now: datetime) -> bool:
    """Whether it is time to count again: at most once a minute, and only when something is new."""
    if last is not None and now - last.counted_at < AGAIN:
        return False
    if last is None:
        return Vote.objects.filter(statement__conversation=conversation).exists()
    key = f"statements:mark:{conversation.pk}"
    stands = cache.get_or_set(key, lambda: mark(conversation), _SECONDS)
    return bool(stands != last.mark)


def totals(conversation: Conversation) -> Totals:
    """Voices and votes that count, at most five seconds old."""
    key = f"statements:totals:{conversation.pk}"
    found: Totals | None = cache.get(key)
    if found is None:
        found = _totals(conversation)
        cache.set(key, found, _SECONDS)
    return found


def shown_now(conversation: Conversation, last: Snapshot) -> Result:
    """What the page says of a count, without statements that were taken away since."""
    numbers = conversation.statements.filter(state=StatementState.SHOWN).values_list("number", flat=True)
    return Result.from_json(last.shown).only(set(numbers))


def crowd_of(last: Snapshot, voice: Voice) -> int | None:
    """In which circle of the map a voice stands; for whoever has that voice, and nobody else."""
    key = KT(f"crowd_of__{anonymous_voice(voice)}")
    found = Snapshot.objects.filter(pk=last.pk).values_list(key, flat=True).first()
    return None if found is None else int(found)


def set_aside(conversation: Conversation) -> list[tuple[str, int]]:
    """How many voices were set aside, by the reason that was given."""
    found = _set_aside(conversation).values_list("set_aside_because").order_by("set_aside_because")
    return list(found.annotate(number=Count("pk")))


def _set_aside(conversation: Conversation) -> QuerySet[Voice]:
    return conversation.voices.exclude(set_aside_at=None)


def _totals(conversation: Conversation) -> Totals:
    counts = conversation.voices.filter(set_aside_at=None, votes__statement__state=StatementState.SHOWN)
    found = counts.aggregate(voices=Count("pk", distinct=True), votes=Count("votes"))
    return Totals(found["voices"], found["votes"])
