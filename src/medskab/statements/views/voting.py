"""One statement after the other: agree, disagree or skip; and looking back at what one said."""

from secrets import randbelow
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common import voices
from medskab.common.arriving import arrival
from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.flood import Flood
from medskab.common.policy import page
from medskab.common.typed import whole_number
from medskab.statements import actions, queries, rules
from medskab.statements.calculations.routing import drawn_next
from medskab.statements.forms.taking_part import VoteForm
from medskab.statements.models import Choice, Conversation, Statement

from .finding import conversation_at

_ON_ONE_PAGE = 50
_FINE = 1_000_000
_BEGUN = Flood("begun", 300)


@page(rules.may_see, find=conversation_at)
def vote(request: Any, conversation: Conversation) -> HttpResponse:
    """The next card, or with `?statement=` a certain one; sending it leads on to the next."""
    if not rules.takes_votes(conversation, now()):
        messages.info(request, _("It is not open now. No vote can be given or changed."))
        return redirect(conversation)
    return _take(request, conversation) if request.method == "POST" else _card(request, conversation)


def _take(request: Any, conversation: Conversation) -> HttpResponse:
    form = VoteForm(request.POST)
    onward = redirect("conversation-vote", request.area.slug, conversation.slug)
    statement = _statement(conversation, request.POST.get("statement", ""))
    if not form.is_valid() or statement is None:
        return onward
    if voices.is_new_here(request):
        return _ask_again(request, conversation, statement, form)
    if refused := _refused(request, conversation, statement, form.cleaned_data["choice"]):
        messages.error(request, refused)
    if form.cleaned_data["to_mine"]:
        return redirect("conversation-mine", request.area.slug, conversation.slug)
    return onward


def _refused(request: Any, conversation: Conversation, statement: Statement, choice: int) -> str:
    """Cast it; why it was not taken, or nothing. A flood of new voices waits, those who go on do not."""
    is_new = queries.voice_of(request, conversation) is None
    if is_new and _BEGUN.is_over(conversation):
        return _("Many answer just now. Wait a minute and send it again.")
    came = arrival(request)
    voter = actions.Voter(queries.key_of(request, conversation), came.channel, came.place)
    try:
        actions.cast_vote(statement=statement, choice=choice, voter=voter, by=None, now=now())
    except CannotAct as error:
        return str(error)
    if is_new:
        _BEGUN.note(conversation)
    return ""


def _ask_again(
    request: Any, conversation: Conversation, statement: Statement, form: VoteForm
) -> HttpResponse:
    """A browser that keeps nothing could vote without end: it is asked once to keep its mark."""
    context = {
        "conversation": conversation,
        "statement": statement,
        "choice": Choice(form.cleaned_data["choice"]),
        "keeps_nothing": form.cleaned_data["again"],
    }
    return voices.remember(request, render(request, "statements/again.html", context))


def _card(request: Any, conversation: Conversation) -> HttpResponse:
    voice = queries.voice_of(request, conversation)
    position = queries.position(conversation, voice)
    statement = _statement(conversation, request.GET.get("statement", ""))
    if statement is None:
        draw = randbelow(_FINE) / _FINE
        pk = drawn_next(conversation, position.shown, set(position.answered), draw)
        statement = queries.shown(conversation).filter(pk=pk).first() if pk else None
    context = {"conversation": conversation, "position": position, "statement": statement}
    if statement is None:
        context["takes_words"] = rules.takes_words(conversation, now())
        return render(request, "statements/done.html", context)
    context |= {
        "number": min(position.done + 1, len(position.shown)),
        "before": position.before(statement.pk),
        "said": queries.cast_by(voice).filter(statement=statement).first(),
        "to_mine": "mine" in request.GET,
    }
    return voices.remember(request, render(request, "statements/card.html", context))


def _statement(conversation: Conversation, typed: str) -> Statement | None:
    return queries.shown(conversation).filter(pk=whole_number(typed) or 0).first()


@page(rules.may_see, find=conversation_at)
def mine(request: Any, conversation: Conversation) -> HttpResponse:
    """What this voice said to each statement, and the statements that it put in."""
    found = queries.cast_by(queries.voice_of(request, conversation))
    context = {
        "conversation": conversation,
        "page": Paginator(found, _ON_ONE_PAGE).get_page(request.GET.get("page")),
        "said": queries.said_by(conversation, queries.key_of(request, conversation))[:_ON_ONE_PAGE],
        "takes_votes": rules.takes_votes(conversation, now()),
    }
    return render(request, "statements/mine.html", context)
