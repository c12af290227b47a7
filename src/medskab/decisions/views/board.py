"""The public board of a vote: what was done, in words; the files to check it with; a receipt looked up."""

import json
from importlib.resources import files
from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from medskab.common.policy import page
from medskab.decisions import boards, exports, polls
from medskab.decisions.forms.ballot import ReceiptForm
from medskab.decisions.models import Decision, PollState
from medskab.decisions.words.board import sentence

from .at_the_urn import Voting, may_vote_here, shown, voting_at

_PAGES = page(may_vote_here, find=voting_at)
_FEW_NIGHTS = 3
OVER = (PollState.OPENED, PollState.DESTROYED)


@require_GET
@_PAGES
def board(request: Any, voting: Voting) -> HttpResponse:
    """What was done so far, newest last, and how anybody can check it."""
    events = [json.loads(line) for line in boards.lines(voting.poll)]
    closing = next((one["body"] for one in events if one["kind"] == "closed"), None)
    return shown(
        request,
        "board",
        voting,
        parts=[_part(list(run)) for _is_night, run in groupby(events, lambda one: one["kind"] == "nightly")],
        closing=closing,
        turnout=polls.turnout(voting.poll),
        is_over=voting.poll.state in OVER,
        has_ballots=_has_ballots(voting.decision),
    )


@require_GET
@_PAGES
def lines(request: Any, voting: Voting) -> HttpResponse:
    """The board as a file, one line for each thing that was done."""
    text = "\n".join(boards.lines(voting.poll)) + "\n"
    answer = HttpResponse(text, content_type="application/jsonl; charset=utf-8")
    return _named(answer, f"board-{voting.decision.slug}.jsonl")


@require_GET
@_PAGES
def verifier(request: Any, voting: Voting) -> HttpResponse:
    """The program that checks a board; it stands alone."""
    program = files("medskab.methods.board").joinpath("verifier.py").read_bytes()
    return _named(HttpResponse(program, content_type="text/x-python; charset=utf-8"), "verifier.py")


@never_cache
@require_GET
@_PAGES
def receipt_in_urn(request: Any, voting: Voting) -> HttpResponse:
    """Type a receipt: is it in the urn?"""
    form = ReceiptForm(request.GET if "receipt" in request.GET else None)
    state = ""
    if form.is_valid():
        state = boards.receipt_state(voting.poll, form.cleaned_data["receipt"])
    return shown(request, "look_up", voting, form=form, state=state)


def _part(events: list[dict[str, Any]]) -> dict[str, Any]:
    """Events that stand together: many nights in a row are folded, each still there to read."""
    is_folded = events[0]["kind"] == "nightly" and len(events) > _FEW_NIGHTS
    said = [{"seq": one["seq"], "hash": one["hash"], "words": sentence(one)} for one in events]
    return {"events": said, "nights": len(said) if is_folded else 0, "first": said[0]["seq"]}


def _has_ballots(decision: Decision) -> bool:
    published = decision.publication
    return decision.is_budget and published is not None and exports.has_ballots(published.snapshot)


def _named(answer: HttpResponse, name: str) -> HttpResponse:
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
