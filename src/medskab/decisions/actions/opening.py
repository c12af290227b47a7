"""Opening the urn in front of witnesses; what comes out is counted like any other vote."""

import json
import secrets
from collections import Counter
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import F
from django.utils.timezone import localdate

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.decisions import boards, polls, rules
from medskab.decisions.calculations import homes_outcome
from medskab.decisions.calculations.ballots import UrnBallots, urn_ballots
from medskab.decisions.models import (
    BallotShape,
    Credential,
    Decision,
    Gathering,
    HouseholdVote,
    Majority,
    OpenedBallot,
    PaperBatch,
    PaperEntry,
    Pointer,
    Poll,
    PollState,
    Proposal,
    State,
    Submission,
    VoterUnit,
)
from medskab.decisions.refusals import (
    NotClosed,
    NotYoursToDecide,
    PapersDoNotMatch,
    PapersNotAgreed,
    ThreeWitnessesNeeded,
    TooEarlyToDestroy,
    TooManyPapers,
    WitnessesNeeded,
    WrongKey,
)
from medskab.people.models import Person
from medskab.places.queries import dwellings
from medskab.tools.vault import ballot_box
from medskab.tools.vault.sealing import CannotOpen

OBJECTIONS = timedelta(days=14)
Choice = dict[str, Any]


@deed
def open_urn(
    *,
    poll: Poll,
    private_key: bytes,
    witnesses: list[str],
    because: str = "",
    by: Person,
    now: datetime,
) -> Poll:
    """Open every envelope that counts, shuffle them, and cut what tied them to codes: all at once."""
    if not rules.may_conduct(by, poll.decision):
        raise NotYoursToDecide
    witnesses = list({name.casefold(): name for name in map(str.strip, witnesses) if name}.values())
    if len(witnesses) < 2:
        raise WitnessesNeeded
    if not ballot_box.belongs(bytes.fromhex(poll.sealing_key), private_key):
        raise WrongKey
    if not Poll.objects.filter(pk=poll.pk, state=PollState.CLOSED).update(
        state=PollState.OPENED, witnesses=witnesses, opened_at=now
    ):
        raise NotClosed
    poll.refresh_from_db()
    digital, paper = _unsealed(poll, private_key), _papers(poll, because)
    out = _shuffled([choice for choice in [*digital, *paper] if choice is not None])
    spoilt = len(digital) + len(paper) - len(out)
    OpenedBallot.objects.bulk_create(
        OpenedBallot(area_id=poll.area_id, poll=poll, choice=choice) for choice in out
    )
    Pointer.objects.filter(credential__poll=poll).delete()
    PaperEntry.objects.filter(batch__poll=poll).delete()
    _forget_order(poll)
    ballots = None if poll.shape == BallotShape.YES_NO else urn_ballots(poll, poll.decision, out)
    are_shown = poll.is_rehearsal or (ballots is not None and ballots.are_common)
    if not are_shown and ballots is not None and len(witnesses) < 3:
        raise ThreeWitnessesNeeded
    body = {
        "digital": len(digital),
        "paper": len(paper),
        "spoilt": spoilt,
        "ballots_sha256": ballots.sha256 if ballots else "",
        "ballots": "published" if are_shown else "witnessed",
        "witnesses": witnesses,
    }
    boards.announce(poll, "opened", body)
    boards.announce(poll, "pointers_deleted", {})
    if not poll.is_rehearsal:
        _hand_on(poll, ballots, out, spoilt=spoilt, by=by, now=now)
    audit.record("poll.urn_opened", poll, by=by, now=now, because=because, figures={"ballots": len(out)})
    return poll


@deed
def announce_result(*, decision: Decision, by: Person, now: datetime) -> Decision:
    """The last word on the board: who won, or how the homes voted. Part of publishing."""
    poll = Poll.objects.filter(decision=decision, is_rehearsal=False, state=PollState.OPENED).first()
    if poll is None or poll.board.filter(kind="result").exists():
        return decision
    vote = decision.household_votes.filter(replaced_by=None).last()
    if decision.official_count is not None:
        costs = dict(decision.proposals.values_list("project", "cost"))
        winners = list(decision.official_count.outcome["winners"])
        opened = poll.board.filter(kind="opened").get()
        body: dict[str, Any] = {
            "winners": winners,
            "cost": sum(costs[one] for one in winners),
            "ballots_sha256": opened.body["ballots_sha256"],
        }
    elif vote is not None:
        body = {name: getattr(vote, name) for name in ("yes", "no", "blank", "invalid")}
    else:
        return decision
    boards.announce(poll, "result", body)
    return decision


@deed
def destroy_key(*, poll: Poll, by: Person, now: datetime) -> Poll:
    """Say in public that both sheets are torn up; the codes' digests go too."""
    if not rules.may_conduct(by, poll.decision):
        raise NotYoursToDecide
    over = Poll.objects.filter(pk=poll.pk, state=PollState.OPENED, opened_at__lte=now - OBJECTIONS)
    is_told = poll.is_rehearsal or poll.board.filter(kind="result").exists()
    if not is_told or not over.update(state=PollState.DESTROYED, rehearsal_key=""):
        raise TooEarlyToDestroy
    Credential.objects.filter(poll=poll).delete()
    if not poll.is_rehearsal:
        boards.announce(poll, "key_destroyed", {})
    Poll.objects.filter(pk=poll.pk).update(signing_secret=None)  # the board is complete
    audit.record("poll.key_destroyed", poll, by=by, now=now)
    poll.refresh_from_db()
    return poll


def _unsealed(poll: Poll, private_key: bytes) -> list[Choice | None]:
    counted = Pointer.objects.filter(credential__poll=poll).values_list("envelope__sealed", flat=True)
    return [_choice_in(bytes(sealed), private_key) for sealed in counted]


def _choice_in(sealed: bytes, private_key: bytes) -> Choice | None:
    """One damaged envelope is a spoilt vote; it does not keep all others shut."""
    try:
        choice: Choice = json.loads(ballot_box.open_choice(sealed, private_key))
    except CannotOpen:
        return None
    return choice


def _papers(poll: Poll, because: str) -> list[Choice | None]:
    """A choice for everybody who voted on paper: as two people typed it, None where there is no valid one."""
    found: list[Choice | None] = []
    for batch in PaperBatch.objects.filter(poll=poll).prefetch_related("entries"):
        if not batch.is_agreed:
            raise PapersNotAgreed
        found += next(entry.choices for entry in batch.entries.all() if entry.is_finished)
    missing = polls.poll_counts(poll).paper - len(found)
    if missing < 0:
        raise TooManyPapers
    if missing and not because.strip():
        raise PapersDoNotMatch
    return found + [None] * missing


def _forget_order(poll: Poll) -> None:
    """PostgreSQL writes a row anew when it changes: the last change of all of them comes in random order."""
    if connection.vendor == "postgresql":
        for pk in _shuffled(list(Credential.objects.filter(poll=poll).values_list("pk", flat=True))):
            Credential.objects.filter(pk=pk).update(status=F("status"))


def _shuffled(things: list[Any]) -> list[Any]:
    """In an order that chance made: neither place nor number leads back to an envelope."""
    secrets.SystemRandom().shuffle(things)
    return things


def _hand_on(
    poll: Poll, ballots: UrnBallots | None, out: list[Choice], *, spoilt: int, by: Person, now: datetime
) -> None:
    decision = poll.decision
    if ballots is None:
        _homes(poll, out, spoilt, by, now)
        facts: dict[str, Any] = {"state": State.COUNTED, "decided_on": localdate(now)}
    else:
        _submission(decision, ballots, by, now)
        facts = {"state": State.IMPORTED, "voters": ballots.count, "decided_on": localdate(now)}
    Decision.objects.filter(pk=decision.pk, state=State.RUNNING).update(**facts)
    decision.refresh_from_db()


def _submission(decision: Decision, ballots: UrnBallots, by: Person, now: datetime) -> None:
    Submission.objects.create(
        area_id=decision.area_id,
        decision=decision,
        file_name="urn.pb",
        source_sha256=ballots.sha256,
        sha256=ballots.sha256,
        packed=ballots.packed,
        ballot_kind=ballots.kind,
        are_ballots_common=ballots.are_common,
        imported_at=now,
        imported_by=by,
    )
    for proposal in decision.proposals.all():
        points = str(ballots.points.get(proposal.project, 0)) if ballots.points else ""
        Proposal.objects.filter(pk=proposal.pk).update(
            votes=ballots.votes.get(proposal.project, 0), points=points
        )


def _rights(poll: Poll, voted: int, now: datetime) -> dict[str, int]:
    """How many could vote. Where persons vote, each right to vote stands for one."""
    if poll.unit == VoterUnit.PERSON:
        counts = polls.poll_counts(poll)
        return {"homes": max(counts.issued - counts.voided, 1), "votes_per_home": 1}
    standing = sum(dwellings(poll.area, localdate(now), place=poll.place).values_list("homes", flat=True))
    # More codes may have been given out at the desk than there are homes in the list.
    return {
        "homes": max(standing, -(-voted // poll.codes_per_home), 1),
        "votes_per_home": poll.codes_per_home,
    }


def _homes(poll: Poll, out: list[Choice], spoilt: int, by: Person, now: datetime) -> None:
    found = Counter("blank" if choice.get("blank") else choice["answer"] for choice in out)
    numbers = {
        "yes": found["yes"],
        "no": found["no"],
        "blank": found["blank"],
        "invalid": spoilt,
        **_rights(poll, len(out) + spoilt, now),
    }
    homes_outcome(numbers, Majority.OF_VALID)  # refuses numbers that cannot be
    HouseholdVote.objects.create(
        area_id=poll.area_id,
        decision=poll.decision,
        majority=Majority.OF_VALID,
        gathering=Gathering.BALLOT,
        held_on=localdate(now),
        minutes=", ".join(poll.witnesses)[:300],
        at=now,
        by=by,
        **numbers,
    )
