"""What we think: in words, as a map, and live."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.statements import actions, map_drawing, queries, results, rules
from medskab.statements.models import Conversation, Snapshot
from medskab.statements.showing import Result, Said

from .finding import conversation_at


@page(rules.may_see, find=conversation_at)
def result(request: Any, conversation: Conversation) -> HttpResponse:
    """The last count; below the threshold only how many took part. Who voted sees where they stand."""
    last = _counted(request, conversation)
    found = results.shown_now(conversation, last) if last else None
    context = {
        "conversation": conversation,
        "found": found,
        "last": last,
        "totals": results.totals(conversation),
        "heads": heads(found),
        "here": _here(request, conversation, last),
        "size": (map_drawing.WIDTH, map_drawing.HEIGHT),
        "aside": results.set_aside(conversation),
        "may_have_files": rules.may_have_files(request.person, conversation),
        "may_set_up": rules.may_set_up(request.person, conversation),
    }
    response = render(request, "statements/result.html", context)
    if context["here"] is not None:
        response["Cache-Control"] = "no-store"
    return response


@page(rules.may_see, find=conversation_at)
def live(request: Any, conversation: Conversation) -> HttpResponse:
    """How many took part and what is said first: a part of the page, for those that follow."""
    last, totals = _counted(request, conversation), results.totals(conversation)
    counted = last.pk if last else 0
    tag = f'"{conversation.pk}-{counted}-{totals.voices}-{totals.votes}-{request.LANGUAGE_CODE}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponse(status=304, headers={"ETag": tag})
    found = results.shown_now(conversation, last) if last else None
    context = {"found": found, "heads": heads(found), "last": last, "totals": totals}
    response = render(request, "statements/live.html", context)
    response["ETag"] = tag
    return response


def heads(found: Result | None) -> list[tuple[str, list[Said]]]:
    """What is said first, and under which words."""
    if found is None:
        return []
    words = (
        (_("Most of us agree"), "most-agree"),
        (_("Most of us disagree"), "most-disagree"),
        (_("We see it in two ways"), "two-ways"),
        (_("Not decided yet"), "undecided"),
    )
    return [(head, said) for head, verdict in words if (said := found.having(verdict))]


def _counted(request: Any, conversation: Conversation) -> Snapshot | None:
    """The last count; where something is new since, the next one is begun beside the page."""
    last = results.latest(conversation)
    if results.is_stale(conversation, last, now()):
        actions.ask_for_count(conversation=conversation, by=request.person, now=now())
    return last


def _here(request: Any, conversation: Conversation, last: Snapshot | None) -> int | None:
    """In which circle whoever asks stands, known by the key of their own voice alone."""
    voice = queries.voice_of(request, conversation) if last else None
    return results.crowd_of(last, voice) if last and voice else None
