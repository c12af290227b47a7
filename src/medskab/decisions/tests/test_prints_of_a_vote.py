"""The sheets of a vote come from its pages, for those who need them, and never with a code that is kept."""

import re
from base64 import b64decode
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.codes import NotACode, kept, read_code
from medskab.decisions.codes_in_use import purpose_of
from medskab.decisions.models import BoardEvent, Credential, Delivery, Phase, Poll, PollState
from medskab.decisions.on_paper import letters as letters_on_paper
from medskab.decisions.printing.tests.factories import HAS_READER, pages, read
from medskab.people.models import RoleKind
from medskab.places.models import Dwelling, Place, PlaceKind

from . import factories
from .open_votes import OpenVote, open_vote

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not HAS_READER, reason="poppler-utils is not installed"),
]
HALVES = {"half_1": "first half", "half_2": "second half"}
FOR_THOSE_WHO_RUN_IT = (
    "decision-letter-sample",
    "decision-paper-ballot",
    "decision-slips",
    "decision-codes-again",
)


@pytest.fixture
def vote(freja) -> OpenVote:
    return open_vote(freja, ask_at="Amina, 70 00 00 00", paper_at="The café, every day")


@pytest.fixture
def signed_in(client, freja):
    factories.sign_in(client, freja)
    return client


def at(name: str, vote: OpenVote) -> str:
    return reverse(name, args=["engen", vote.decision.slug])


def paper(client, name: str, vote: OpenVote, **asked: str) -> str:
    """What a reader finds on the paper behind an address."""
    answer = client.get(at(name, vote), asked)
    assert answer["Content-Type"] == "application/pdf", answer.status_code
    return read(answer.content).replace("\u200b", "")


def mark_of_a_sample() -> str:
    """Letters and ballots speak the language of the site, whoever looks."""
    with translation.override(settings.LANGUAGE_CODE):
        return _("Sample – not valid")


def homes(vote: OpenVote, count: int = 3) -> None:
    """So many homes in one stairwell."""
    found = None
    for kind in (PlaceKind.DEPARTMENT, PlaceKind.BLOCK, PlaceKind.STAIRWELL):
        found = Place.objects.create(area=vote.poll.area, kind=kind, name=str(kind), parent=found)
    for number in range(1, count + 1):
        Dwelling.objects.create(area=vote.poll.area, stairwell=found, address_line=f"Engvej {number}")


def sealed(client, vote: OpenVote) -> bytes:
    """The letters as they leave, once."""
    second = factories.person(vote.poll.area, "poul", RoleKind.PROJECT_LEADER)
    given = {"idempotency_key": "1", "second": second.pk, **HALVES}
    return client.post(at("decision-codes", vote), given).content


def opened(client, vote: OpenVote, content: bytes, **given: str):
    asked = HALVES | {"wanted": "letters", "part": "1"} | given
    return client.post(
        at("decision-codes-print", vote), {"sealed": SimpleUploadedFile("a", content), **asked}
    )


def test_prints_letters_out_of_the_sealed_file_only(signed_in, vote):
    homes(vote)
    file = sealed(signed_in, vote)
    assert b"Engvej" not in file
    answer = opened(signed_in, vote, file)
    said = read(answer.content)
    assert (answer["Cache-Control"], pages(answer.content)) == ("no-store", 2)
    for text in ("Our budget", "Engvej 1", "Engvej 3", "Amina, 70 00 00 00", "The café, every day"):
        assert text in said
    groups = re.findall(r"\b(\w{4}) (\w{4}) (\w{4})\b", said)
    codes = [read_code("".join(one)) for one in groups if _is_code(one)]
    digests = set(Credential.objects.values_list("code_hmac", flat=True))
    assert {kept(code, purpose_of(vote.poll)) for code in codes} == digests
    assert len(digests) == 6


def _is_code(groups: tuple[str, ...]) -> bool:
    try:
        return bool(read_code("".join(groups)))
    except NotACode:
        return False


def test_prints_many_letters_in_parts(signed_in, vote, monkeypatch):
    monkeypatch.setattr(letters_on_paper, "MOST", 2)
    homes(vote)
    file = sealed(signed_in, vote)
    last = opened(signed_in, vote, file, part="2")
    assert "2-of-2" in last["Content-Disposition"]
    assert "Engvej 1" not in read(last.content)
    beyond = opened(signed_in, vote, file, part="3")
    assert "There are not so many parts." in beyond.content.decode()


def test_still_gives_a_table_and_nothing_for_a_wrong_half(signed_in, vote):
    homes(vote)
    file = sealed(signed_in, vote)
    assert "Engvej 2;" in opened(signed_in, vote, file, wanted="table").content.decode("utf-8-sig")
    assert "does not open this file" in opened(signed_in, vote, file, half_2="another").content.decode()


def test_prints_a_lost_letter_with_new_codes(signed_in, vote):
    homes(vote)
    sealed(signed_in, vote)
    home = Dwelling.objects.get(address_line="Engvej 2")
    second = vote.poll.issues.get().second_id
    given = {"idempotency_key": "2", "second": second, "home": home.pk, "because": "It was lost."}
    answer = signed_in.post(at("decision-codes-again", vote), given)
    packed = re.search(r"application/pdf;base64,([^\"]+)", answer.content.decode())
    said = read(b64decode(packed[1]))
    assert "Engvej 2" in said
    assert all(code.replace("-", " ") in said for code in answer.context["codes"])
    assert "no-store" in answer["Cache-Control"]
    assert Credential.objects.filter(status="voided").count() == len(answer.context["codes"]) == 2


def test_shows_a_letter_beforehand_that_opens_no_vote(signed_in, vote):
    said = paper(signed_in, "decision-letter-sample", vote)
    assert said.count("Our budget") == 1
    assert mark_of_a_sample() in said
    assert "ABCD EFGH JKMN" in said
    with pytest.raises(NotACode):
        read_code("ABCD EFGH JKMN")


def test_prints_the_ballot_alike_for_everybody(signed_in, vote):
    said = paper(signed_in, "decision-paper-ballot", vote)
    for text in ("Our budget", "A bench", "Herbs", "The café, every day"):
        assert text in said
    assert mark_of_a_sample() not in said
    first, second = (signed_in.get(at("decision-paper-ballot", vote)).content for _time in range(2))
    assert first == second


def test_marks_a_ballot_that_is_not_fixed_yet(signed_in, freja):
    vote = open_vote(freja, proposals=(), state=PollState.PREPARED)
    assert mark_of_a_sample() in paper(signed_in, "decision-paper-ballot", vote)


def test_asks_for_yes_or_no_on_paper(signed_in, freja):
    vote = open_vote(freja, shape="yes-no")
    assert "Shall block 4 be rebuilt?" in paper(signed_in, "decision-paper-ballot", vote)


def test_gives_the_desk_its_slips(signed_in, vote):
    assert "The café, every day" in paper(signed_in, "decision-slips", vote)


def test_calls_to_vote_in_the_stairwell(client, vote):
    said = paper(client, "decision-call-poster", vote, size="a3")
    for text in ("Vote now", "Our budget", "Amina, 70 00 00 00", "/engen/v"):
        assert text in said


def test_calls_nobody_before_it_is_open(client, signed_in, freja):
    vote = open_vote(freja, state=PollState.PREPARED, opens_at=None, closes_at=None)
    assert signed_in.get(at("decision-call-poster", vote)).status_code == 404
    Phase.objects.create(
        area=vote.poll.area,
        decision=vote.decision,
        kind="vote",
        starts_at=now() + timedelta(days=1),
        ends_at=now() + timedelta(days=8),
    )
    assert "Vote now" in paper(signed_in, "decision-call-poster", vote)
    factories.sign_in(client, None)
    assert client.get(at("decision-call-poster", vote)).status_code in (302, 403, 404)


@pytest.mark.parametrize("name", FOR_THOSE_WHO_RUN_IT)
def test_keeps_the_desks_papers_from_others(client, vote, outsiders, name):
    for who in outsiders:
        factories.sign_in(client, who)
        assert client.get(at(name, vote)).status_code in (302, 403, 404)


def test_adds_the_numbers_up_on_the_wall_once_the_urn_is_open(client, vote):
    assert client.get(at("decision-numbers-poster", vote)).status_code == 404
    numbers = {"issued": 30, "voided": 2, "unused": 13, "paper": 5, "digital": 10}
    _say(vote, 0, "closed", numbers)
    _say(vote, 1, "opened", {"paper": 5, "digital": 10, "witnesses": ["Ida"]})
    Poll.objects.update(state=PollState.OPENED, opened_at=now())
    said = paper(client, "decision-numbers-poster", vote)
    for text in ("Our budget", "Every vote is accounted for", "30", "13", "f" * 8):
        assert text in said
    assert at("decision-numbers-poster", vote) in client.get(at("decision-board", vote)).content.decode()


def _say(vote: OpenVote, seq: int, kind: str, body: dict[str, object]) -> None:
    BoardEvent.objects.create(
        area=vote.poll.area,
        poll=vote.poll,
        seq=seq,
        kind=kind,
        body=body,
        prev="0" * 64,
        hash="ef"[seq] * 64,
        signature="0" * 128,
    )


def test_hands_over_the_key_on_two_sheets_and_keeps_neither(signed_in, freja):
    vote = open_vote(freja, state=PollState.PREPARED)
    named = {"name_1": "Ida", "side_1": "Residents", "name_2": "Karl", "side_2": "Board"}
    answer = signed_in.post(at("decision-keys", vote), {"idempotency_key": "1", **named})
    packed = re.findall(r"application/pdf;base64,([^\"]+)", answer.content.decode())
    said = [read(b64decode(one)) for one in packed]
    assert ["Ida, Residents" in said[0], "Karl, Board" in said[1]] == [True, True]
    lines = answer.context["lines"]
    assert all(line in one for line in lines for one in said)
    assert "no-store" in answer["Cache-Control"]
    assert not cache._cache
    assert not any(line.replace(" ", "").lower() in str(vars(Poll.objects.get())) for line in lines)


def test_tells_on_paper_what_became_of_it(client, freja):
    decision = factories.published(freja)
    Delivery.objects.create(
        area=decision.area,
        decision=decision,
        proposal=decision.proposals.first(),
        carried_out_by="Bente",
        due_on=now().date(),
    )
    answer = client.get(reverse("decision-delivery-sheet", args=["engen", decision.slug]))
    said = read(answer.content)
    for text in (decision.title, "Bench", "Bente"):
        assert text in said


def test_leads_from_the_board_to_ballots_that_are_public(client, freja):
    vote = open_vote(freja)
    page = client.get(at("decision-board", vote)).content.decode()
    assert at("decision-ballots", vote) not in page
    decision = factories.published(
        freja, title="Other budget", ballots_already_public_at="https://x.example/pb"
    )
    type(decision).objects.filter(pk=vote.decision.pk).update(publication=decision.publication)
    assert at("decision-ballots", vote) in client.get(at("decision-board", vote)).content.decode()
