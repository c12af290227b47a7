"""What everybody sees: the questions that are talked about, and the front of each."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from medskab.common.arriving import Arrival, Channel, came_by
from medskab.common.clock import now
from medskab.common.policy import anyone, page
from medskab.places.models import PlaceKind
from medskab.statements import queries, rules
from medskab.statements.models import Conversation

from .finding import Code, code_at, conversation_at

_ON_ONE_PAGE = 20


@page(anyone)
def conversations(request: Any) -> HttpResponse:
    """Those that are open and those that are over; staff also see what is being made ready."""
    may_set_up = rules.may_set_up(request.person, request.area)
    found = queries.listed(request.area, with_drafts=may_set_up)
    shown = Paginator(found, _ON_ONE_PAGE).get_page(request.GET.get("page"))
    listed = [(one, rules.takes_votes(one, now())) for one in shown]
    context = {"page": shown, "listed": listed, "may_set_up": may_set_up}
    return render(request, "statements/conversations.html", context)


@page(rules.may_see, find=conversation_at)
def conversation(request: Any, conversation: Conversation) -> HttpResponse:
    """The question, what happens with it, who can see what one votes, and where to begin."""
    voice = queries.voice_of(request, conversation)
    context = {
        "conversation": conversation,
        "position": queries.position(conversation, voice),
        "checking": queries.checking(conversation, now()),
        "takes_votes": rules.takes_votes(conversation, now()),
        "takes_words": rules.takes_words(conversation, now()),
        "is_to_come": conversation.state == "open" and conversation.opens_at > now(),
        "may_set_up": rules.may_set_up(request.person, conversation),
    }
    return render(request, "statements/conversation.html", context)


@page(anyone, find=code_at)
def arrive(request: Any, code: Code) -> HttpResponse:
    """From a code on the wall: the browser remembers for half a day which block it came by."""
    place = code.place
    block = place.parent_id if place.kind == PlaceKind.STAIRWELL else place.pk
    response = redirect(code.conversation)
    return came_by(response, request.area, Arrival(Channel.QR, block))
