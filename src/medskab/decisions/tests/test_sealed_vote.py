"""A vote from its keys to its result, through the deeds alone."""

from datetime import timedelta

import pytest

from medskab.common.clock import now
from medskab.decisions import actions, boards
from medskab.decisions.actions.polls import _set_up
from medskab.decisions.models import (
    Credential,
    CredentialStatus,
    Decision,
    Envelope,
    OpenedBallot,
    Pointer,
    PollState,
    State,
)
from medskab.decisions.refusals import NotClosed, PapersDoNotMatch, PollNotOpen, VotedOnPaper, WrongKey
from medskab.people.models import Person, RoleKind
from medskab.tools.jobs.tests.factories import run_pending_jobs

from .factories import MEANING, area, facilitator, person
from .open_votes import OpenVote, open_vote

pytestmark = pytest.mark.django_db


def second(vote: OpenVote) -> Person:
    return person(vote.poll.area, "poul", RoleKind.PROJECT_LEADER)


def cast(vote: OpenVote, code: str, *ids: str, key: str = "") -> Envelope:
    choice = {"approve": list(ids)} if ids else {"blank": True}
    return actions.cast(poll=vote.poll, code=code, choice=choice, idem_key=key or code, now=now())


def closed(vote: OpenVote) -> OpenVote:
    actions.close_poll(poll=vote.poll, by=None, now=vote.poll.closes_at)
    return vote


def opened(vote: OpenVote, **more: str) -> Decision:
    actions.open_urn(
        poll=vote.poll,
        private_key=vote.private_key,
        witnesses=["Ida", "Karl", "Mona"],
        by=vote.by,
        now=vote.poll.closes_at,
        **more,
    )
    return Decision.objects.select_related("area").get(pk=vote.decision.pk)


@pytest.fixture
def vote() -> OpenVote:
    return open_vote(facilitator(area()))


def test_the_last_vote_of_a_code_is_the_one_that_counts(vote: OpenVote) -> None:
    code, other = vote.codes(2)
    cast(vote, code, "bench")
    cast(vote, code, "party", "herbs", key="again")
    cast(vote, other, "bench")
    decision = opened(closed(vote))
    votes = dict(decision.proposals.values_list("project", "votes"))
    assert votes == {"bench": 1, "party": 1, "herbs": 1}
    assert (decision.state, decision.voters) == (State.IMPORTED, 2)
    assert OpenedBallot.objects.count() == 2
    assert not Pointer.objects.exists()


def test_the_same_form_twice_is_one_envelope_with_one_receipt(vote: OpenVote) -> None:
    (code,) = vote.codes()
    first, again = cast(vote, code, "bench", key="k"), cast(vote, code, "bench", key="k")
    assert first.pk == again.pk
    assert first.receipt == again.receipt
    assert boards.receipt_state(vote.poll, first.receipt.lower()) == "in the urn"
    assert boards.receipt_state(vote.poll, "0000000000") == "not found"


def test_all_envelopes_are_equally_long_and_say_nothing(vote: OpenVote) -> None:
    for number, code in enumerate(vote.codes(3)):
        cast(vote, code, *["bench", "party", "herbs"][: number + 1])
    sealed = [bytes(one) for one in Envelope.objects.values_list("sealed", flat=True)]
    assert len({len(one) for one in sealed}) == 1
    assert not any(b"bench" in one for one in sealed)


def test_paper_takes_the_place_of_the_vote_on_a_phone(vote: OpenVote) -> None:
    (code,) = vote.codes()
    cast(vote, code, "bench")
    actions.check_in_on_paper(poll=vote.poll, code=code, by=vote.by, now=now())
    assert not Pointer.objects.exists()
    with pytest.raises(VotedOnPaper):
        cast(vote, code, "party", key="later")
    assert Credential.objects.get().status == CredentialStatus.PAPER
    closed(vote)
    with pytest.raises(PapersDoNotMatch):
        opened(vote)
    assert opened(vote, because="One took the paper home").voters == 0


def test_nothing_comes_in_after_the_database_says_it_is_over(vote: OpenVote) -> None:
    (code,) = vote.codes()
    type(vote.poll).objects.filter(pk=vote.poll.pk).update(closes_at=now() - timedelta(seconds=1))
    with pytest.raises(PollNotOpen):
        cast(vote, code, "bench")
    assert not Envelope.objects.exists()
    assert Credential.objects.get().status == CredentialStatus.UNUSED


def test_opens_with_its_own_key_only_and_not_before_it_is_closed(vote: OpenVote) -> None:
    with pytest.raises(NotClosed):
        opened(vote)
    closed(vote)
    with pytest.raises(WrongKey):
        actions.open_urn(
            poll=vote.poll, private_key=bytes(32), witnesses=["Ida", "Karl"], by=vote.by, now=now()
        )
    vote.poll.refresh_from_db()
    assert vote.poll.state == PollState.CLOSED


def test_two_people_type_each_paper_until_both_are_the_same(vote: OpenVote) -> None:
    colleague = second(vote)
    for code in vote.codes(2):
        actions.check_in_on_paper(poll=vote.poll, code=code, by=vote.by, now=now())
    closed(vote)
    batch = actions.start_batch(poll=vote.poll, papers=2, box="House", by=vote.by, now=now())
    typed = {vote.by: (["bench"], ["party"]), colleague: (["bench"], ["herbs"])}
    for who, papers in typed.items():
        for number, ids in enumerate(papers, 1):
            actions.enter_paper(batch=batch, number=number, choice={"approve": ids}, by=who, now=now())
        batch = actions.finish_entry(batch=batch, by=who, now=now())
    assert not batch.is_agreed
    actions.enter_paper(batch=batch, number=2, choice={"approve": ["party"]}, by=colleague, now=now())
    assert actions.finish_entry(batch=batch, by=colleague, now=now()).is_agreed
    decision = opened(vote)
    assert dict(decision.proposals.values_list("project", "votes")) == {"bench": 1, "party": 1, "herbs": 0}


def test_the_result_is_counted_published_and_stands_on_the_board(vote: OpenVote) -> None:
    begin_board(vote)
    for code in vote.codes(12):
        cast(vote, code, "bench", "party")
    decision = opened(closed(vote))
    actions.order_count(decision=decision, orders=[actions.Order("equal-shares")], by=vote.by, now=now())
    run_pending_jobs()
    decision.refresh_from_db()
    actions.write_words(decision=decision, words=MEANING, by=vote.by, now=now())
    decision.refresh_from_db()
    decision = actions.publish(decision=decision, by=vote.by, now=now())
    last = vote.poll.board.last()
    assert decision.is_public
    assert (last.kind, last.body["winners"]) == ("result", ["bench", "party"])


def begin_board(vote: OpenVote) -> None:
    """The board begins when a vote is opened by its deed; the factory opened it without."""
    decision = vote.decision
    boards.announce(vote.poll, "set_up", _set_up(vote.poll, decision))
