"""Who may set up conversations and check statements; who may see one, and when it takes votes."""

from datetime import datetime
from typing import Any

from medskab.people.models import Person
from medskab.people.rules import is_staff
from medskab.places.models import Area

from .models import Conversation, ConversationState, Statement, StatementState

FEWEST_GIVEN_OUT = 20


def may_set_up(person: Person | None, thing: Any) -> bool:
    """The area's staff; `thing` is the area or a row of it."""
    return is_staff(person, thing if isinstance(thing, Area) else thing.area)


def may_see(person: Person | None, conversation: Conversation) -> bool:
    """Everybody; only staff while it is being made ready."""
    return conversation.state != ConversationState.DRAFT or may_set_up(person, conversation)


def may_see_statement(_person: Person | None, statement: Statement) -> bool:
    """Everybody, once it was checked and while its conversation is no draft."""
    is_public = statement.conversation.state != ConversationState.DRAFT
    return statement.state == StatementState.SHOWN and is_public


def takes_votes(conversation: Conversation, now: datetime) -> bool:
    """Whether it is open at this moment."""
    has_begun = conversation.state == ConversationState.OPEN and conversation.opens_at <= now
    return has_begun and (conversation.closes_at is None or now < conversation.closes_at)


def takes_words(conversation: Conversation, now: datetime) -> bool:
    """Whether people can add statements of their own at this moment."""
    return conversation.takes_statements and takes_votes(conversation, now)


def may_have_files(person: Person | None, conversation: Conversation) -> bool:
    """Once it is closed everybody, before only staff; and never where few voted."""
    is_over = conversation.state == ConversationState.CLOSED or may_set_up(person, conversation)
    return is_over and conversation.voices.count() >= FEWEST_GIVEN_OUT
