"""What stands beside the ballot: the kiosk, the board, receipts looked up, votes without pages."""

import json
import re

import pytest
from django.http import HttpResponse
from django.urls import reverse

from medskab.common.clock import now
from medskab.common.codes import shown
from medskab.common.kiosk import become_kiosk
from medskab.decisions.models import Credential, Envelope, Pointer, Poll, PollState

from . import factories
from .open_votes import OpenVote, open_vote


def at(name: str, vote: OpenVote) -> str:
    return reverse(name, args=["engen", vote.decision.slug])


def text(answer) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def send(client, vote: OpenVote, **given):
    """A vote from a program."""
    return client.post(at("decision-cast-json", vote), json.dumps(given), content_type="application/json")


def one_vote(vote: OpenVote, **given):
    """What a program sends for a good vote."""
    made = {"code": "", "choice": {"approve": ["bench"]}, "idem_key": "one"} | given
    return made if made["code"] else made | {"code": vote.codes()[0]}


@pytest.fixture
def vote(freja):
    return open_vote(freja)


def test_takes_a_vote_from_a_program(client, vote):
    client.handler.enforce_csrf_checks = True
    answer = send(client, vote, **one_vote(vote))
    assert answer.status_code == 201
    assert re.fullmatch("[0-9A-Z]{10}", answer.json()["receipt"])
    assert Pointer.objects.count() == 1
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


def test_gives_a_program_the_same_receipt_again(client, vote):
    given = one_vote(vote)
    first, second = (send(client, vote, **given).json() for _time in range(2))
    assert first == second
    assert Envelope.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"code": "0" * 12}, 403),
        ({"code": "abc"}, 422),
        ({"choice": {"approve": ["nothing of the kind"]}}, 422),
        ({"choice": {"approve": [["bench"]]}}, 422),
        ({"choice": {"approve": "bench"}}, 422),
        ({"choice": {}}, 422),
        ({"choice": []}, 400),
        ({"idem_key": ""}, 400),
        ({"idem_key": "x" * 65}, 400),
        ({"code": 7}, 400),
    ],
)
def test_answers_a_wrong_vote_with_a_problem(client, vote, change, status):
    answer = send(client, vote, **(one_vote(vote) | change))
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert answer.json()["status"] == status
    assert answer.json()["title"]
    assert not Envelope.objects.exists()


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"[" * 100_000, b"\xff"])
def test_refuses_what_is_no_vote(client, vote, body):
    address = at("decision-cast-json", vote)
    assert client.post(address, body, content_type="application/json").status_code == 400


@pytest.mark.parametrize(("state", "status"), [("voided", 403), ("paper", 409)])
def test_answers_for_a_code_that_cannot_vote(client, vote, state, status):
    given = one_vote(vote)
    Credential.objects.update(status=state)
    assert send(client, vote, **given).status_code == status


def test_answers_that_voting_has_ended(client, vote):
    Poll.objects.update(closes_at=now())
    assert send(client, vote, **one_vote(vote)).status_code == 409


def test_asks_the_database_little_for_a_vote(client, vote, django_assert_max_num_queries):
    given = one_vote(vote)
    send(client, vote, **one_vote(vote, idem_key="warm"))
    with django_assert_max_num_queries(14):
        assert send(client, vote, **given).status_code == 201


def test_finds_a_receipt_however_it_is_typed(client, vote):
    receipt = send(client, vote, **one_vote(vote)).json()["receipt"]
    typed = f" {receipt[:5].lower()}-{receipt[5:].lower()} "
    page = client.get(at("decision-receipt", vote), {"receipt": typed})
    assert "This envelope is in the urn" in text(page)
    wrong = client.get(at("decision-receipt", vote), {"receipt": "0" * 10})
    assert "This receipt is not in the urn" in text(wrong)


def test_shows_the_board_without_a_trend(client, vote):
    for number, code in enumerate(vote.codes(12)):
        send(client, vote, **one_vote(vote, code=code, idem_key=str(number)))
    page = text(client.get(at("decision-board", vote)))
    assert "At least 10 have voted so far" in page
    assert "12" not in re.sub(r"<[^>]*>|[0-9:]+ ", "", page.split("<main")[1].split("</main")[0])
    assert client.get(at("decision-board-lines", vote)).status_code == 200


def test_hands_out_the_program_that_checks(client, vote):
    answer = client.get(at("decision-verifier", vote))
    assert answer["Content-Disposition"] == 'attachment; filename="verifier.py"'
    assert b"import" in answer.content


def _at_a_kiosk(client, vote):
    made = become_kiosk(HttpResponse(), vote.decision.area, vote.decision, "a code")
    client.cookies.update(made.cookies)


def test_leads_to_the_urn_from_a_kiosk_while_a_vote_is_open(client, vote):
    _at_a_kiosk(client, vote)
    way = f'href="{reverse("vote-code", args=["engen"])}"'
    assert way in text(client.get(reverse("kiosk", args=["engen"])))
    assert "<kiosk-watch" in text(client.get(at("decision-vote", vote)))
    Poll.objects.update(state=PollState.PREPARED)
    assert way not in text(client.get(reverse("kiosk", args=["engen"])))


def test_leaves_no_code_at_a_kiosk(client, vote):
    _at_a_kiosk(client, vote)
    client.post(at("decision-vote", vote), {"code": shown(vote.codes()[0])})
    assert client.get(at("decision-vote-ballot", vote)).status_code == 200
    client.get(reverse("kiosk-done", args=["engen"]))
    assert client.get(at("decision-vote-ballot", vote)).url == at("decision-vote", vote)


def test_clears_a_kiosk_for_the_next_voter(client, vote):
    _at_a_kiosk(client, vote)
    client.post(at("decision-vote", vote), {"code": shown(vote.codes()[0])})
    assert client.get(at("decision-vote-ballot", vote)).status_code == 200
    client.post(at("decision-vote-next", vote))
    assert client.get(at("decision-vote-ballot", vote)).url == at("decision-vote", vote)


def test_shows_a_rehearsal_only_to_its_codes(client, freja):
    vote = open_vote(freja, is_rehearsal=True)
    assert client.get(at("decision-vote", vote)).status_code == 302
    client.get(reverse("vote-code-link", args=["engen", vote.codes()[0]]))
    assert "This is a rehearsal" in text(client.get(at("decision-vote-ballot", vote)))


def test_hides_a_vote_that_is_being_prepared(client, freja):
    vote = open_vote(freja, state="prepared")
    assert client.get(at("decision-vote", vote)).status_code == 302
    factories.sign_in(client, freja)
    assert client.get(at("decision-vote", vote)).status_code == 200
