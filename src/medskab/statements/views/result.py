"""What we think: in words, as a map, and live."""

from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.statements import actions, queries, results, rules
from medskab.statements.calculations import map_drawing
from medskab.statements.calculations.showing import heads
from medskab.statements.live import topic_of
from medskab.statements.models import Conversation, Snapshot
from medskab.statements.report import paper_report
from medskab.tools.live.topics import topic_address

from .finding import conversation_at

_KEPT = 24 * 60 * 60


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
        "topic_address": topic_address(topic_of(conversation)),
        "here": _here(request, conversation, last),
        "size": (map_drawing.WIDTH, map_drawing.HEIGHT),
        "aside": results.set_aside(conversation),
        "may_have_files": rules.may_have_files(request.person, conversation),
        "may_set_up": rules.may_set_up(request.person, conversation),
    }
    return render(request, "statements/result.html", context)


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


@page(rules.may_see, find=conversation_at)
def report(_request: Any, conversation: Conversation) -> HttpResponse:
    """The same on paper, set once for each count and language."""
    last = results.latest(conversation)
    if last is None:
        raise Http404
    found, aside = results.shown_now(conversation, last), results.set_aside(conversation)
    said = sha256(repr((last.pk, found, aside, conversation.title, get_language())).encode()).hexdigest()
    content = cache.get_or_set(
        f"statements:report:{said}", lambda: paper_report(conversation, last, found, aside), _KEPT
    )
    told = f'inline; filename="{conversation.slug}-report.pdf"'
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": told})


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
