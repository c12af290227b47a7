"""The way into the urn: what is decided, the ballot, one more look, the receipt."""

import json
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.policy import page
from medskab.decisions import actions, choices, polls
from medskab.decisions.ballot_rows import ballot_rows, chosen, money_left, proposals_of
from medskab.decisions.codes_in_use import status_of
from medskab.decisions.forms.ballot import CastForm, CodeForm, as_typed, choice_from, filled_in
from medskab.decisions.in_hand import give, take_away
from medskab.decisions.words import voting as words

from .at_the_urn import Voting, may_vote_here, shown, voting_at
from .vote_codes import enter

_PAGES = page(may_vote_here, find=voting_at)


@never_cache
@require_http_methods(["GET", "POST"])
@_PAGES
def vote(request: Any, voting: Voting) -> HttpResponse:
    """What is decided here, by whom and until when; then the code."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and (answer := enter(request, form)):
        return answer
    return shown(
        request,
        "entry",
        voting,
        form=form,
        is_open=voting.poll.is_open(now()),
        is_early=voting.poll.opens_at and now() < voting.poll.opens_at,
        who=words.who_may_vote(voting.poll),
        sentences=words.how_a_winner_is_found(voting.poll),
        picture=words.picture(voting.poll),
        turnout=polls.turnout(voting.poll),
    )


@never_cache
@require_http_methods(["GET", "POST"])
@_PAGES
def ballot(request: Any, voting: Voting) -> HttpResponse:
    """Choose; then look at the choice once more."""
    if not voting.may_go_on:
        return redirect("decision-vote", request.area.slug, voting.decision.slug)
    proposals = proposals_of(voting.decision)
    if request.method == "GET":
        return _ballot(request, voting, proposals, {})
    if "choice" in request.POST:  # back from the second look
        form = CastForm(request.POST)
        typed = filled_in(voting.poll, form.cleaned_data["choice"], proposals) if form.is_valid() else {}
        return _ballot(request, voting, proposals, typed)
    try:
        given = choice_from(voting.poll, proposals, request.POST)
        choice = choices.read_choice(voting.poll, proposals, given)
    except CannotAct as error:
        typed = as_typed(voting.poll, proposals, request.POST)
        return _ballot(request, voting, proposals, typed, str(error))
    return _second_look(request, voting, proposals, choice)


def _ballot(
    request: Any, voting: Voting, proposals: Any, typed: dict[str, str], wrong: str = ""
) -> HttpResponse:
    rows = ballot_rows(voting.poll, proposals, typed)
    return shown(
        request,
        "ballot",
        voting,
        rows=rows,
        answer=typed.get("answer", ""),
        wrong=wrong,
        instruction=words.what_to_do(voting.poll),
        left=money_left(voting.poll, rows),
        ranks=range(1, min(voting.poll.most, len(rows)) + 1),
        status=status_of(voting.poll, voting.held.code),
    )


def _second_look(
    request: Any, voting: Voting, proposals: Any, choice: dict[str, Any], wrong: str = ""
) -> HttpResponse:
    return shown(
        request,
        "review",
        voting,
        choice=json.dumps(choice),
        is_blank=bool(choice.get("blank")),
        answer=choice.get("answer", ""),
        rows=chosen(voting.poll, proposals, choice),
        wrong=wrong,
    )


@never_cache
@require_POST
@_PAGES
def cast(request: Any, voting: Voting) -> HttpResponse:
    """Put the vote in the urn, once however often it is sent; the receipt is on a page of its own."""
    form = CastForm(request.POST)
    if not voting.held.code or not form.is_valid():
        return redirect("decision-vote", request.area.slug, voting.decision.slug)
    try:
        envelope = actions.cast(
            poll=voting.poll,
            code=voting.held.code,
            choice=form.cleaned_data["choice"],
            idem_key=form.key,
            now=now(),
        )
    except CannotAct as error:
        proposals = proposals_of(voting.decision)
        return _second_look(request, voting, proposals, form.cleaned_data["choice"], str(error))
    answer = redirect("decision-vote-receipt", request.area.slug, voting.decision.slug)
    return give(answer, voting.held.with_receipt(envelope.receipt))


@never_cache
@require_GET
@_PAGES
def receipt(request: Any, voting: Voting) -> HttpResponse:
    """It is in the urn: the receipt, what it proves, and how to vote again."""
    if not voting.held.receipts:
        return redirect("decision-vote", request.area.slug, voting.decision.slug)
    latest, *earlier = voting.held.receipts
    page_of_receipts = reverse("decision-receipt", args=[request.area.slug, voting.decision.slug])
    look_up = request.build_absolute_uri(f"{page_of_receipts}?receipt={latest}")
    return shown(
        request,
        "receipt",
        voting,
        receipt=latest,
        earlier=earlier,
        look_up=look_up,
        is_open=voting.poll.is_open(now()),
    )


@never_cache
@require_GET
@_PAGES
def my_code(request: Any, voting: Voting) -> HttpResponse:
    """Whether the code in hand was used, and how to object."""
    if not voting.held.code:
        return redirect("decision-vote", request.area.slug, voting.decision.slug)
    status = status_of(voting.poll, voting.held.code)
    return shown(request, "my_code", voting, status=status, is_open=voting.poll.is_open(now()))


@never_cache
@require_http_methods(["GET", "POST"])
@_PAGES
def next_voter(request: Any, voting: Voting) -> HttpResponse:
    """Take the code away and begin again; also by GET, which is how a tired kiosk comes here."""
    return take_away(redirect("decision-vote", request.area.slug, voting.decision.slug))
