"""What is asked about conversations, their statements and voices."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Min, Q, QuerySet

from medskab.common import voices
from medskab.people.models import Person
from medskab.places.models import Area

from .models import Conversation, ConversationState, Statement, StatementState, Voice, Vote


@dataclass(frozen=True)
class Checking:
    """How fast statements are checked, as everybody may know it."""

    waiting: int
    overdue: int
    oldest: datetime | None


@dataclass(frozen=True)
class Position:
    """How far a voice came: the statements by pk, and what it answered in the order of answering."""

    shown: list[int]
    answered: list[int]

    @property
    def done(self) -> int:
        """How many of those shown are answered."""
        return len(set(self.shown) & set(self.answered))

    @property
    def left(self) -> int:
        """How many are still to answer."""
        return len(self.shown) - self.done

    def before(self, statement: int) -> int | None:
        """What was answered before this one, or last where this one is new."""
        still = [pk for pk in self.answered if pk in self.shown]
        at = still.index(statement) if statement in still else len(still)
        return still[at - 1] if at else None


def listed(area: Area, with_drafts: bool = False) -> QuerySet[Conversation]:
    """The area's conversations, newest first, each with how many statements are shown."""
    found = Conversation.objects.for_area(area).select_related("area", "place").order_by("-pk")
    found = found if with_drafts else found.exclude(state=ConversationState.DRAFT)
    return found.annotate(shown=Count("statements", filter=Q(statements__state=StatementState.SHOWN)))


def shown(conversation: Conversation) -> QuerySet[Statement]:
    """The statements that all see."""
    return conversation.statements.filter(state=StatementState.SHOWN)


def about(conversation: Conversation | int) -> str:
    """The purpose for which a voice's key is made: another for each conversation."""
    number = conversation if isinstance(conversation, int) else conversation.pk
    return f"statements:{number}"


def key_of(request: Any, conversation: Conversation) -> str:
    """The key of whoever asks."""
    return voices.voice(request, about(conversation))


def voice_of(request: Any, conversation: Conversation) -> Voice | None:
    """The voice of whoever asks, once it voted."""
    return conversation.voices.filter(key=key_of(request, conversation)).first()


def position(conversation: Conversation, voice: Voice | None) -> Position:
    """How far a voice came in a conversation."""
    numbers = list(shown(conversation).order_by("number").values_list("pk", flat=True))
    cast = voice.votes.order_by("pk").values_list("statement_id", flat=True) if voice else ()
    return Position(numbers, list(cast))


def cast_by(voice: Voice | None) -> QuerySet[Vote]:
    """What a voice thinks, statement by statement."""
    found = Vote.objects.filter(voice=voice) if voice else Vote.objects.none()
    still = found.filter(statement__state=StatementState.SHOWN)
    return still.select_related("statement").order_by("statement__number")


def said_by(conversation: Conversation, key: str) -> QuerySet[Statement]:
    """The statements that a voice put in, newest first."""
    return conversation.statements.filter(said_by_voice=key).order_by("-number")


def in_state(conversation: Conversation, state: str) -> QuerySet[Statement]:
    """For staff: the statements in a state; those that wait, oldest first."""
    order = "number" if state == StatementState.WAITING else "-number"
    return conversation.statements.filter(state=state).order_by(order)


def checking(conversation: Conversation, now: datetime) -> Checking:
    """How many statements wait for a check, how many for too long, and since when."""
    late = Q(proposed_at__lt=now - timedelta(days=conversation.days_to_check))
    waiting = conversation.statements.filter(state=StatementState.WAITING)
    found = waiting.aggregate(
        waiting=Count("pk"), overdue=Count("pk", filter=late), oldest=Min("proposed_at")
    )
    return Checking(**found)


def keys_of_person(person: Person) -> dict[int, str]:
    """The keys of somebody with an account, by conversation."""
    numbers = Conversation.objects.for_area(person.area).values_list("pk", flat=True)
    return {number: voices.voice_of_person(person, about(number)) for number in numbers}


def own_things(person: Person) -> Mapping[str, object]:
    """What the person put in, and what they think of each statement."""
    keys = list(keys_of_person(person).values())
    said = Statement.objects.for_area(person.area).filter(said_by_voice__in=keys)
    votes = Vote.objects.for_area(person.area).filter(voice__key__in=keys).order_by("pk")
    return {
        "statements": list(said.values("words", "state", "because", "proposed_at")),
        "opinions": list(votes.values("statement__words", "choice", "cast_at")),
    }
