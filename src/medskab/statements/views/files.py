"""The votes as files in the field's open layout, and the count as the method gives it."""

import json
from typing import Any

from django.http import Http404, HttpResponse

from medskab.common.policy import page
from medskab.statements import results, rules
from medskab.statements.calculations.counting import comments_csv, people_csv, votes_csv, votes_of
from medskab.statements.models import Conversation

from .finding import conversation_at


@page(rules.may_have_files, find=conversation_at)
def votes_file(_request: Any, conversation: Conversation) -> HttpResponse:
    """`votes.csv`: no times, and ids that lead back to nobody."""
    return _file(conversation, "votes")


@page(rules.may_have_files, find=conversation_at)
def comments_file(_request: Any, conversation: Conversation) -> HttpResponse:
    """`comments.csv`: the statements with their counts."""
    return _file(conversation, "comments")


@page(rules.may_have_files, find=conversation_at)
def people_file(_request: Any, conversation: Conversation) -> HttpResponse:
    """`participants-votes.csv`: a row for each voice, with the group that the last count found."""
    return _file(conversation, "participants-votes")


@page(rules.may_have_files, find=conversation_at)
def count_file(_request: Any, conversation: Conversation) -> HttpResponse:
    """The last count: the same as the command gives for the files."""
    last = results.latest(conversation)
    if last is None or last.shown["voices"] < rules.FEWEST_GIVEN_OUT:
        raise Http404
    content = json.dumps(last.answer, indent=2, ensure_ascii=False) + "\n"
    return _given(content.encode(), "application/json", f"{conversation.slug}-opinions.json")


def _file(conversation: Conversation, name: str) -> HttpResponse:
    votes = votes_of(conversation)
    if votes.shape[0] < rules.FEWEST_GIVEN_OUT:
        raise Http404
    if name == "participants-votes":
        last = conversation.snapshots.order_by("-pk").only("group_of").first()
        content = people_csv(votes, last.group_of if last else {})
    else:
        content = votes_csv(votes) if name == "votes" else comments_csv(votes)
    return _given(content, "text/csv; charset=utf-8", f"{conversation.slug}-{name}.csv")


def _given(content: bytes, kind: str, name: str) -> HttpResponse:
    told = f'attachment; filename="{name}"'
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": told})
