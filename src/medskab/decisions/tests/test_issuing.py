"""Codes: how many each home gets, what two people are for, and what becomes of the old ones."""

import pytest

from medskab.common.clock import now
from medskab.common.codes import kept
from medskab.decisions import actions
from medskab.decisions.codes_in_use import purpose_of
from medskab.decisions.models import Credential, CredentialStatus, Poll, PollState
from medskab.decisions.polls import poll_counts
from medskab.decisions.refusals import (
    CodeIsVoid,
    CodesAreIssued,
    NothingToIssue,
    NotYoursToDecide,
    PollIsSettled,
    ReasonIsMissing,
    TwoPeopleNeeded,
)
from medskab.people.models import Person, RoleKind
from medskab.places.models import Dwelling, Place, PlaceKind

from .factories import area, facilitator, person
from .open_votes import OpenVote, open_vote

pytestmark = pytest.mark.django_db


@pytest.fixture
def vote() -> OpenVote:
    found = open_vote(facilitator(area()), codes_per_home=2)
    for number, homes in ((1, 1), (2, 1), (3, 3)):
        Dwelling.objects.create(
            area=found.poll.area,
            stairwell=stairwell(found, f"Blok {1 + number // 3}"),
            address_line=f"Engvej {number}",
            homes=homes,
        )
    return found


@pytest.fixture
def poul(vote: OpenVote) -> Person:
    return person(vote.poll.area, "poul", RoleKind.PROJECT_LEADER)


def stairwell(vote: OpenVote, block: str) -> Place:
    found, where = None, vote.poll.area
    kinds = ((PlaceKind.DEPARTMENT, "Afdeling 6"), (PlaceKind.BLOCK, block), (PlaceKind.STAIRWELL, "A"))
    for kind, name in kinds:
        found, _is_new = Place.objects.get_or_create(area=where, kind=kind, name=name, parent=found)
    assert found is not None
    return found


def letters(vote: OpenVote, poul: Person) -> dict[str, list[str]]:
    issue = actions.issue_letters(poll=vote.poll, second=poul, by=vote.by, now=now())
    return {home.address_line: codes for home, codes in issue.letters}  # type: ignore[attr-defined]


def cast(vote: OpenVote, code: str) -> None:
    actions.cast(poll=vote.poll, code=code, choice={"approve": ["bench"]}, idem_key=code, now=now())


def test_gives_each_home_its_codes_once(vote, poul):
    found = letters(vote, poul)
    assert {address: len(codes) for address, codes in found.items()} == {
        "Engvej 1": 2,
        "Engvej 2": 2,
        "Engvej 3": 6,
    }
    with pytest.raises(NothingToIssue):
        letters(vote, poul)
    assert poll_counts(vote.poll).issued == 10


def test_keeps_no_code_and_not_the_order_of_the_homes(vote, poul):
    codes = [code for codes in letters(vote, poul).values() for code in codes]
    rows = list(Credential.objects.order_by("pk").values_list("code_hmac", "home_hmac"))
    assert not any(code in digest for digests in rows for digest in digests for code in codes)
    assert len({home for _code, home in rows}) == 3
    assert [digest for digest, _home in rows] != [kept(code, purpose_of(vote.poll)) for code in codes]


def test_writes_only_to_the_homes_of_the_vote(vote, poul):
    block = Place.objects.get(kind=PlaceKind.BLOCK, name="Blok 2")
    Poll.objects.filter(pk=vote.poll.pk).update(place=block)
    vote.poll.refresh_from_db()
    assert list(letters(vote, poul)) == ["Engvej 3"]


def test_takes_two_people_who_work_here(vote, poul):
    ida = person(vote.poll.area, "ida", RoleKind.RESIDENT)
    for second in (vote.by, ida):
        with pytest.raises(TwoPeopleNeeded):
            actions.issue_letters(poll=vote.poll, second=second, by=vote.by, now=now())
    with pytest.raises(NotYoursToDecide):
        actions.issue_letters(poll=vote.poll, second=vote.by, by=ida, now=now())
    assert not Credential.objects.exists()


def test_says_why_there_are_more_codes(vote, poul):
    words = {"poll": vote.poll, "second": poul, "by": vote.by, "now": now()}
    with pytest.raises(ReasonIsMissing):
        actions.issue_at_desk(count=3, because=" ", **words)
    with pytest.raises(NothingToIssue):
        actions.issue_at_desk(count=0, because="Lost", **words)
    issue = actions.issue_at_desk(count=3, because="Subtenants by declaration", **words)
    assert len(issue.codes) == 3  # type: ignore[attr-defined]


def test_replaces_unused_codes_and_leaves_votes_alone(vote, poul):
    used, unused = letters(vote, poul)["Engvej 1"]
    cast(vote, used)
    home = Dwelling.objects.get(address_line="Engvej 1")
    words = {"poll": vote.poll, "dwelling": home, "because": "Lost", "second": poul, "by": vote.by}
    issue = actions.reissue(**words, now=now())
    (fresh,) = issue.codes  # type: ignore[attr-defined]
    with pytest.raises(CodeIsVoid):
        cast(vote, unused)
    cast(vote, fresh)
    counts = poll_counts(vote.poll)
    assert (counts.issued, counts.voided, counts.unused, counts.digital) == (11, 1, 8, 2)
    with pytest.raises(NothingToIssue):
        actions.reissue(**words, now=now())


def test_makes_no_used_code_invalid(vote):
    used, unused = vote.codes(2)
    cast(vote, used)
    words = {"poll": vote.poll, "because": "Letters came back", "by": vote.by}
    actions.void_codes(codes=[used, unused], **words, now=now())
    found = dict(Credential.objects.values_list("status", "pk"))
    assert set(found) == {CredentialStatus.DIGITAL, CredentialStatus.VOIDED}
    with pytest.raises(NothingToIssue):
        actions.void_codes(codes=[used], **words, now=now())


def test_ends_with_the_vote(vote, poul):
    (code,) = vote.codes()
    actions.close_poll(poll=vote.poll, by=None, now=vote.poll.closes_at)
    with pytest.raises(PollIsSettled):
        letters(vote, poul)
    with pytest.raises(PollIsSettled):
        actions.void_codes(poll=vote.poll, codes=[code], because="Late", by=vote.by, now=now())


def test_who_may_vote_stands_once_codes_are_out(vote, poul):
    Poll.objects.filter(pk=vote.poll.pk).update(state=PollState.PREPARED)
    letters(vote, poul)
    facts = {"shape": "approval", "codes_per_home": 1}
    with pytest.raises(CodesAreIssued):
        actions.prepare_poll(decision=vote.decision, facts=facts, by=vote.by, now=now())
