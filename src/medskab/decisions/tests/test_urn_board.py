"""The board of a whole vote, held against the verifier that stands alone."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from medskab.common.clock import now
from medskab.common.codes import kept
from medskab.decisions import actions, boards
from medskab.decisions.calculations import Order, unpacked
from medskab.decisions.codes_in_use import purpose_of
from medskab.decisions.models import (
    Credential,
    Decision,
    Envelope,
    HouseholdVote,
    PaperEntry,
    Poll,
    PollState,
)
from medskab.decisions.polls import turnout
from medskab.decisions.refusals import (
    PapersDoNotMatch,
    PollNotOpen,
    RehearseFirst,
    ThreeWitnessesNeeded,
    TimesAreWrong,
    TooEarlyToDestroy,
    TooManyPapers,
    TwoCustodiansNeeded,
)
from medskab.methods.board import verifier
from medskab.people.models import Person, RoleKind
from medskab.tools.jobs.tests.factories import run_pending_jobs

from .factories import MEANING, area, facilitator, person
from .open_votes import OpenVote, open_vote

pytestmark = pytest.mark.django_db

SIDES = [{"name": "Ida", "side": "The residents"}, {"name": "Karl", "side": "The municipality"}]
WITNESSES = ["Ida", "Karl", "Mona"]
BALLOT = {"least": 1, "most": 3, "rule": "equal-shares", "completion": "add1"}


def begun(shape: str = "approval") -> OpenVote:
    """A vote opened by its own deeds, after a rehearsal."""
    rehearsal = open_vote(facilitator(area()), shape=shape, is_rehearsal=True, state=PollState.OPENED)
    decision, by = rehearsal.decision, rehearsal.by
    facts: dict[str, Any] = {"shape": shape, "unit": "home", "codes_per_home": 2}
    if shape != "yes-no":
        facts |= BALLOT | {"unit": "person", "minimum_age": 12}
    poll = actions.prepare_poll(decision=decision, facts=facts, by=by, now=now())
    poll = actions.make_keys(poll=poll, custodians=SIDES, by=by, now=now())
    key = poll.private_key  # type: ignore[attr-defined]
    begins = now() - timedelta(hours=1)
    poll = actions.open_poll(
        poll=poll, opens_at=begins, closes_at=begins + timedelta(days=3), by=by, now=now()
    )
    return OpenVote(poll, by, key)


def handed_out(vote: OpenVote, count: int) -> list[str]:
    issue = actions.issue_at_desk(
        poll=vote.poll, count=count, because="By declaration", second=poul(vote), by=vote.by, now=now()
    )
    return issue.codes  # type: ignore[attr-defined]


def poul(vote: OpenVote) -> Person:
    found = Person.objects.filter(area=vote.poll.area, name="poul").first()
    return found or person(vote.poll.area, "poul", RoleKind.PROJECT_LEADER)


def cast(vote: OpenVote, code: str, choice: dict[str, Any], key: str = "1") -> Envelope:
    return actions.cast(poll=vote.poll, code=code, choice=choice, idem_key=code + key, now=now())


def closed(vote: OpenVote) -> Poll:
    return actions.close_poll(poll=vote.poll, by=None, now=vote.poll.closes_at)


def typed(vote: OpenVote, choice: dict[str, Any] | None, papers: int = 1) -> None:
    """A bundle of equal papers, typed by two."""
    batch = actions.start_batch(poll=vote.poll, papers=papers, box="House", by=vote.by, now=now())
    for who in (vote.by, poul(vote)):
        for number in range(1, papers + 1):
            actions.enter_paper(batch=batch, number=number, choice=choice, by=who, now=now())
        batch = actions.finish_entry(batch=batch, by=who, now=now())
    assert batch.is_agreed


def opened(vote: OpenVote, witnesses: list[str] = WITNESSES, because: str = "") -> Decision:
    actions.open_urn(
        poll=vote.poll,
        private_key=vote.private_key,
        witnesses=witnesses,
        because=because,
        by=vote.by,
        now=vote.poll.closes_at,
    )
    return Decision.objects.select_related("area").get(pk=vote.decision.pk)


def published(vote: OpenVote, decision: Decision) -> Decision:
    if decision.is_budget:
        order = Order("equal-shares", completion="add1")
        actions.order_count(decision=decision, orders=[order], by=vote.by, now=now())
        run_pending_jobs()
    actions.write_words(decision=decision, words=MEANING, by=vote.by, now=now())
    return actions.publish(decision=Decision.objects.get(pk=decision.pk), by=vote.by, now=now())


def verdicts(vote: OpenVote, ballots: bytes | None, receipts: list[str]) -> dict[str, str]:
    board = ("\n".join(boards.lines(vote.poll)) + "\n").encode()
    return {name: verdict for name, verdict, _said in verifier.verify(board, ballots, receipts, [])}


def kinds(vote: OpenVote) -> list[str]:
    return list(vote.poll.board.values_list("kind", flat=True))


def test_a_vote_with_everything_that_can_happen_is_verified(tmp_path: Path) -> None:
    vote = begun()
    codes = handed_out(vote, 16)
    actions.nightly_roots(by=None, now=now() + timedelta(hours=2))
    receipts = [cast(vote, code, {"approve": ["bench", "herbs"]}).receipt for code in codes[:11]]
    receipts.append(cast(vote, codes[0], {"approve": ["bench"]}, "again").receipt)
    cast(vote, codes[0], {"approve": ["bench", "herbs"]}, "and again")
    cast(vote, codes[11], {"blank": True})
    actions.check_in_on_paper(poll=vote.poll, code=codes[11], by=vote.by, now=now())
    actions.check_in_on_paper(poll=vote.poll, code=codes[12], by=vote.by, now=now())
    actions.void_codes(poll=vote.poll, codes=[codes[13]], because="Came back", by=vote.by, now=now())
    end = vote.poll.closes_at + timedelta(hours=1)
    actions.move_closing(poll=vote.poll, closes_at=end, because="Snow", by=vote.by, now=now())
    vote.poll.refresh_from_db()
    closed(vote)
    on_board = str(vote.poll.board.get(kind="closed").body["batches"])
    assert all(digest in on_board for digest in Envelope.objects.values_list("receipt_hash", flat=True))
    typed(vote, {"approve": ["bench", "herbs"]})
    typed(vote, None)
    decision = published(vote, opened(vote))
    found = verdicts(vote, unpacked(decision.submission.packed), receipts)
    assert set(found.values()) == {"ok"}, found
    assert decision.voters == 12


def test_a_vote_of_homes_is_handed_to_its_decision_and_verified() -> None:
    vote = begun("yes-no")
    for number, code in enumerate(handed_out(vote, 12)):
        cast(vote, code, {"answer": "yes"} if number % 3 else {"answer": "no"})
    closed(vote)
    decision = published(vote, opened(vote))
    entered = HouseholdVote.objects.get(decision=decision)
    assert (entered.yes, entered.no, entered.blank, entered.votes_per_home) == (8, 4, 0, 2)
    found = verdicts(vote, None, [])
    assert "WRONG" not in found.values(), found
    assert kinds(vote)[-1] == "result"


def test_rare_ballots_take_three_witnesses_and_are_not_published() -> None:
    vote = begun()
    for code, choice in zip(handed_out(vote, 3), ("bench", "party", "herbs"), strict=True):
        cast(vote, code, {"approve": [choice]})
    closed(vote)
    with pytest.raises(ThreeWitnessesNeeded):
        opened(vote, ["Ida", " ida ", "Karl"])
    opened(vote)
    assert vote.poll.board.get(kind="opened").body["ballots"] == "witnessed"


def test_papers_and_voters_on_paper_must_agree() -> None:
    vote = begun()
    for code in handed_out(vote, 2):
        actions.check_in_on_paper(poll=vote.poll, code=code, by=vote.by, now=now())
    closed(vote)
    typed(vote, {"approve": ["bench"]})
    with pytest.raises(PapersDoNotMatch):
        opened(vote)
    typed(vote, {"approve": ["bench"]}, papers=2)
    with pytest.raises(TooManyPapers):
        opened(vote, because="Nobody knows")
    assert PaperEntry.objects.count() == 4


def test_a_missing_paper_is_a_spoilt_vote_with_a_reason() -> None:
    vote = begun()
    for code in handed_out(vote, 2):
        actions.check_in_on_paper(poll=vote.poll, code=code, by=vote.by, now=now())
    closed(vote)
    typed(vote, {"approve": ["bench"]})
    assert opened(vote, because="One went home with it").voters == 1
    body = vote.poll.board.get(kind="opened").body
    assert (body["paper"], body["spoilt"]) == (2, 1)


def test_a_vote_begins_after_a_rehearsal_with_times_and_a_key_of_two_sides() -> None:
    vote = open_vote(facilitator(area()), state=PollState.PREPARED)
    with pytest.raises(TwoCustodiansNeeded):
        actions.make_keys(poll=vote.poll, custodians=[SIDES[0], SIDES[0]], by=vote.by, now=now())
    words: dict[str, Any] = {"poll": vote.poll, "opens_at": now(), "by": vote.by, "now": now()}
    with pytest.raises(RehearseFirst):
        actions.open_poll(closes_at=now() + timedelta(days=1), **words)
    open_vote(vote.by, slug="other", is_rehearsal=True, state=PollState.OPENED)
    Poll.objects.filter(is_rehearsal=True).update(decision=vote.decision)
    with pytest.raises(TimesAreWrong):
        actions.open_poll(closes_at=now() - timedelta(days=1), **words)


def test_the_night_says_nothing_of_how_many_voted() -> None:
    vote = begun()
    codes = handed_out(vote, 12)
    for night, count in ((0, 0), (1, 12)):
        for code in codes[:count]:
            cast(vote, code, {"approve": ["bench"]})
        actions.nightly_roots(by=None, now=now() + timedelta(days=night, hours=1))
        actions.nightly_roots(by=None, now=now() + timedelta(days=night, hours=1))
    assert [len(one.hashes) for one in vote.poll.batches.all()] == [64, 64]
    assert kinds(vote).count("nightly") == 2
    assert turnout(vote.poll) == 10


def test_a_vote_whose_time_is_over_is_shut_by_the_night() -> None:
    vote = begun()
    actions.nightly_roots(by=None, now=vote.poll.closes_at + timedelta(hours=1))
    vote.poll.refresh_from_db()
    assert vote.poll.state == PollState.CLOSED
    with pytest.raises(PollNotOpen):
        actions.close_poll(poll=vote.poll, by=None, now=vote.poll.closes_at)


def test_the_key_is_destroyed_two_weeks_after_the_opening() -> None:
    vote = begun()
    (code,) = handed_out(vote, 1)
    envelope = cast(vote, code, {"approve": ["bench"]})
    closed(vote)
    published(vote, opened(vote))
    later = vote.poll.closes_at + timedelta(days=14)
    with pytest.raises(TooEarlyToDestroy):
        actions.destroy_key(poll=vote.poll, by=vote.by, now=later - timedelta(hours=1))
    poll = actions.destroy_key(poll=vote.poll, by=vote.by, now=later)
    assert (poll.state, poll.signing_secret) == (PollState.DESTROYED, None)
    assert not Credential.objects.filter(code_hmac=kept(code, purpose_of(poll))).exists()
    assert boards.receipt_state(poll, envelope.receipt) == "in the urn"  # type: ignore[attr-defined]
    assert kinds(vote)[-1] == "key_destroyed"
