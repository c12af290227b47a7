"""How conversations and their statements are found, always within the area."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404

from medskab.places.models import Place
from medskab.statements import rules
from medskab.statements.models import Conversation, Statement


@dataclass(frozen=True)
class Code:
    """A code on a wall: a conversation, and where the wall is."""

    conversation: Conversation
    place: Place


def conversation_at(request: Any, *, conversation_slug: str) -> Conversation:
    """A conversation by its address."""
    found = Conversation.objects.for_area(request.area).filter(slug=conversation_slug)
    conversation = found.select_related("area", "place").first()
    if conversation is None:
        raise Http404
    return conversation


def statement_at(request: Any, *, conversation_slug: str, statement_pk: int) -> Statement:
    """A statement of a conversation."""
    found = Statement.objects.for_area(request.area).filter(
        pk=statement_pk, conversation__slug=conversation_slug
    )
    statement = found.select_related("area", "conversation__area").first()
    if statement is None:
        raise Http404
    return statement


def code_at(request: Any, *, conversation_slug: str, pk: int) -> Code:
    """What a code on a wall leads to; what is being made ready is not found."""
    conversation = conversation_at(request, conversation_slug=conversation_slug)
    place = Place.objects.for_area(request.area).filter(pk=pk).select_related("parent").first()
    if place is None or not rules.may_see(request.person, conversation):
        raise Http404
    return Code(conversation, place)
