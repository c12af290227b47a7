"""The way of a voter through the pages, by every kind of ballot."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from medskab.common.clock import now
from medskab.common.codes import shown
from medskab.decisions.in_hand import InHand, cookie_name, give, in_hand
from medskab.decisions.models import Credential, Envelope, Pointer, Poll
from medskab.tools.vault import ballot_box

from .open_votes import OpenVote, open_vote


def at(name: str, vote: OpenVote) -> str:
    return reverse(name, args=["engen", vote.decision.slug])


def text(answer) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def enter(client, vote: OpenVote, code: str = "") -> str:
    """Come in with a code, as from a letter."""
    code = code or vote.codes()[0]
    assert client.post(at("decision-vote", vote), {"code": shown(code)}).url == at(
        "decision-vote-ballot", vote
    )
    return code


def second_look(client, vote: OpenVote, **given):
    """Fill in the ballot; what the page answers, and the hidden fields of its form."""
    page = text(client.post(at("decision-vote-ballot", vote), given))
    return page, dict(re.findall(r'name="(idempotency_key|choice)" value="([^"]*)"', page))


def cast(client, vote: OpenVote, **given):
    """All the way into the urn."""
    _page, hidden = second_look(client, vote, **given)
    hidden["choice"] = hidden["choice"].replace("&quot;", '"')
    answer = client.post(at("decision-vote-cast", vote), hidden)
    assert answer.url == at("decision-vote-receipt", vote)
    return hidden


def opened(vote: OpenVote) -> list[str]:
    """What is in the envelopes that count."""
    sealed = [bytes(one.envelope.sealed) for one in Pointer.objects.order_by("id")]
    return [ballot_box.open_choice(one, vote.private_key).decode() for one in sealed]


SHAPES: dict[str, tuple[dict[str, Any], str]] = {
    "approval": ({"pick": ["bench", "herbs"]}, "Herbs"),
    "knapsack": ({"pick": ["party", "herbs"]}, "A party"),
    "points": ({"number-1": "7", "number-3": "3"}, "7 points"),
    "ranking": ({"number-1": "2", "number-2": "", "number-3": "1"}, "Herbs"),
    "yes-no": ({"answer": "no"}, "No"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_takes_a_ballot_of_each_shape_from_the_code_to_the_receipt(client, freja, shape):
    vote = open_vote(freja, shape)
    enter(client, vote)
    assert "ends in" in text(client.get(at("decision-vote-ballot", vote)))
    given, said = SHAPES[shape]
    page, _hidden = second_look(client, vote, **given)
    assert "Is this your vote?" in page
    assert said in page
    cast(client, vote, **given)
    receipt = text(client.get(at("decision-vote-receipt", vote)))
    assert "Your vote is in the urn" in receipt
    assert len(opened(vote)) == 1


@pytest.mark.parametrize("shape", SHAPES)
def test_takes_a_blank_vote(client, freja, shape):
    vote = open_vote(freja, shape)
    enter(client, vote)
    cast(client, vote, **({"answer": "blank"} if shape == "yes-no" else {"blank": "1", "pick": ["bench"]}))
    assert "blank" in opened(vote)[0]


def test_keeps_what_was_ticked_when_the_money_is_not_enough(client, freja):
    vote = open_vote(freja, "knapsack")
    enter(client, vote)
    page, hidden = second_look(client, vote, pick=["bench", "party", "herbs"])
    assert "kr 300" in page
    assert page.count(" checked") == 3
    assert not hidden
    assert not Envelope.objects.exists()


def test_keeps_what_was_typed_when_it_is_no_number(client, freja):
    vote = open_vote(freja, "points")
    enter(client, vote)
    page, _hidden = second_look(client, vote, **{"number-1": "six", "number-2": "2"})
    assert "whole numbers only" in page
    assert 'value="six"' in page
    assert 'value="2"' in page


def test_says_when_a_rank_is_used_twice(client, freja):
    vote = open_vote(freja, "ranking")
    enter(client, vote)
    page, _hidden = second_look(client, vote, **{"number-1": "1", "number-2": "1"})
    assert "Two proposals have the same number" in page
    assert page.count(" selected") == 2


def test_goes_back_to_the_ballot_as_it_was(client, freja):
    vote = open_vote(freja)
    enter(client, vote)
    _page, hidden = second_look(client, vote, pick=["herbs"])
    hidden["choice"] = hidden["choice"].replace("&quot;", '"')
    page = text(client.post(at("decision-vote-ballot", vote), hidden))
    assert re.search(r'value="herbs"[^>]* checked', page)
    assert page.count(" checked") == 1


def test_votes_once_however_often_it_is_sent(client, freja):
    vote = open_vote(freja)
    enter(client, vote)
    hidden = cast(client, vote, pick=["bench"])
    first = text(client.get(at("decision-vote-receipt", vote)))
    assert client.post(at("decision-vote-cast", vote), hidden).url == at("decision-vote-receipt", vote)
    again = text(client.get(at("decision-vote-receipt", vote)))
    assert re.findall("receipt__code.*?</code>", first) == re.findall("receipt__code.*?</code>", again)
    assert "earlier receipts" not in again
    assert Envelope.objects.count() == 1


def test_counts_the_last_of_two_tabs(client, freja):
    vote = open_vote(freja)
    enter(client, vote)
    cast(client, vote, pick=["bench"])
    cast(client, vote, pick=["party"])
    assert Envelope.objects.count() == 2
    assert ["party" in one for one in opened(vote)] == [True]
    assert "earlier receipts" in text(client.get(at("decision-vote-receipt", vote)))


def test_tells_a_slip_from_an_unknown_code(client, freja):
    vote = open_vote(freja)
    code = vote.codes()[0]
    slip = code[:-1] + ("0" if code[-1] != "0" else "1")
    assert "There is a slip in it" in text(client.post(at("decision-vote", vote), {"code": slip}))
    other = open_vote(freja, slug="another").codes()[0]
    Credential.objects.exclude(poll=vote.poll).delete()
    assert "No vote here has this code" in text(client.post(at("decision-vote", vote), {"code": other}))


@pytest.mark.parametrize(("status", "said"), [("voided", "no longer valid"), ("paper", "vote on paper")])
def test_says_what_became_of_a_code_that_cannot_vote(client, freja, status, said):
    vote = open_vote(freja)
    code = vote.codes()[0]
    Credential.objects.update(status=status)
    assert said in text(client.post(at("decision-vote", vote), {"code": code}))


def test_leads_from_a_letter_to_the_ballot_without_the_code_in_the_address(client, freja):
    vote = open_vote(freja)
    code = vote.codes()[0]
    answer = client.get(reverse("vote-code-link", args=["engen", code]))
    cookie = answer.cookies[cookie_name()]
    assert answer.url == at("decision-vote-ballot", vote)
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 1800)
    assert "no-store" in answer["Cache-Control"]
    assert "Our budget" in text(client.get(answer.url))


@pytest.mark.parametrize(("code", "said"), [("abc", "could not be read"), ("0" * 12, "opens no vote here")])
def test_forgets_a_wrong_code_from_a_picture(client, freja, code, said):
    open_vote(freja)
    answer = client.get(reverse("vote-code-link", args=["engen", code]))
    assert code not in answer.url
    assert said in text(client.get(answer.url))


def test_binds_the_cookie_to_a_safe_host(client, settings):
    settings.IS_SECURE = True
    answer = give(HttpResponse(), InHand("ref", "CODE"))
    cookie = answer.cookies["__Host-vote"]
    assert (cookie["secure"], cookie["path"], cookie["domain"]) == (True, "/", "")


def test_believes_no_cookie_that_it_did_not_write(rf):
    request = rf.get("/")
    request.COOKIES[cookie_name()] = '["ref","CODE"]'
    assert in_hand(request) == InHand()


@pytest.mark.parametrize("name", ["decision-vote-ballot", "decision-vote-receipt", "decision-vote-my-code"])
def test_asks_for_the_code_first(client, freja, name):
    vote = open_vote(freja)
    assert client.get(at(name, vote)).url == at("decision-vote", vote)


def test_refuses_a_vote_after_closing(client, freja):
    vote = open_vote(freja)
    enter(client, vote)
    _page, hidden = second_look(client, vote, pick=["bench"])
    hidden["choice"] = hidden["choice"].replace("&quot;", '"')
    Poll.objects.update(closes_at=now() - timedelta(seconds=1))
    assert "did not go into the urn" in text(client.post(at("decision-vote-cast", vote), hidden))
    assert "Voting has ended" in text(client.get(at("decision-vote", vote)))
    assert not Envelope.objects.exists()


def test_says_whether_a_code_was_used(client, freja):
    vote = open_vote(freja)
    enter(client, vote)
    assert "Nobody has voted with this code" in text(client.get(at("decision-vote-my-code", vote)))
    cast(client, vote, pick=["bench"])
    page = text(client.get(at("decision-vote-my-code", vote)))
    assert "A vote was put in the urn here with this code" in page
    assert "Write to the board before 1 June." in page


def test_says_whose_vote_it_is_and_how_the_winner_is_found(client, freja):
    homes = text(client.get(at("decision-vote", open_vote(freja, "yes-no"))))
    assert "Vote of the homes, by the tenants’ law" in homes
    assert "2 votes, whoever lives there" in homes
    money = text(client.get(at("decision-vote", open_vote(freja, slug="money"))))
    assert "Participatory budget" in money
    assert "is 12 or older has one vote" in money
    assert "the same share of the money" in money
    assert "(<bdi>The municipality</bdi>)" in money
