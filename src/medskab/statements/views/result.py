"""What we think: in words, as a map, live, and as files."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.statements import map_drawing, results, rules
from medskab.statements.calculations import comments_csv, votes_csv, votes_of
from medskab.statements.models import Conversation

from .finding import conversation_at


@page(rules.may_see, find=conversation_at)
def result(request: Any, conversation: Conversation) -> HttpResponse:
    """The whole result; below the threshold only how many took part."""
    found, counted_at = results.result(conversation, now())
    drawn = map_drawing.crowds(found.places) if not found.missing else []
    context = {
        "conversation": conversation,
        "found": found,
        "counted_at": counted_at,
        "heads": _heads(found),
        "crowds": drawn,
        "size": (map_drawing.WIDTH, map_drawing.HEIGHT),
        "may_have_files": rules.may_have_files(request.person, conversation),
    }
    return render(request, "statements/result.html", context)


@page(rules.may_see, find=conversation_at)
def live(request: Any, conversation: Conversation) -> HttpResponse:
    """How many took part and what is said first: a part of the page, for those that follow."""
    found, counted_at = results.result(conversation, now())
    tag = f'"{conversation.pk}-{counted_at.timestamp()}-{request.LANGUAGE_CODE}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponse(status=304, headers={"ETag": tag})
    response = render(request, "statements/live.html", {"found": found, "heads": _heads(found)})
    response["ETag"] = tag
    return response


@page(rules.may_have_files, find=conversation_at)
def votes_file(_request: Any, conversation: Conversation) -> HttpResponse:
    """`votes.csv` of the field's open layout: no times, and ids that lead back to nobody."""
    return _file(conversation, "votes")


@page(rules.may_have_files, find=conversation_at)
def comments_file(_request: Any, conversation: Conversation) -> HttpResponse:
    """`comments.csv`: the statements with their counts."""
    return _file(conversation, "comments")


def _file(conversation: Conversation, name: str) -> HttpResponse:
    votes = votes_of(conversation)
    if votes.shape[0] < rules.FEWEST_GIVEN_OUT:
        raise Http404
    content = votes_csv(votes) if name == "votes" else comments_csv(votes)
    told = f'attachment; filename="{conversation.slug}-{name}.csv"'
    return HttpResponse(
        content, content_type="text/csv; charset=utf-8", headers={"Content-Disposition": told}
    )


def _heads(found: Any) -> list[tuple[str, list[Any]]]:
    heads = (
        (_("Most of us agree"), "most-agree"),
        (_("Most of us disagree"), "most-disagree"),
        (_("We see it in two ways"), "two-ways"),
        (_("Not decided yet"), "undecided"),
    )
    return [(head, said) for head, verdict in heads if (said := found.having(verdict))]
