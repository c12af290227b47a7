"""A vote from its set-up to its closing: ballot, keys, opening times, and the moment when the urn is shut."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.timezone import localtime

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.decisions import boards, choices, rules, urn_keys
from medskab.decisions.models import (
    BallotShape,
    CodeIssue,
    Credential,
    CredentialStatus,
    Decision,
    Poll,
    PollState,
    State,
)
from medskab.decisions.polls import poll_counts
from medskab.decisions.refusals import (
    BallotDoesNotFit,
    CodesAreIssued,
    DecisionIsNotOpen,
    KeysAreMissing,
    NothingOnTheBallot,
    NotYoursToDecide,
    PollIsSettled,
    PollNotOpen,
    ReasonIsMissing,
    RehearseFirst,
    StillOpen,
    TimesAreWrong,
    TwoCustodiansNeeded,
)
from medskab.people.models import Person
from medskab.tools.vault import ballot_box

from .nightly import keep_batch

_WHO_MAY_VOTE = ("unit", "minimum_age", "place", "codes_per_home")


@deed
def prepare_poll(
    *, decision: Decision, facts: dict[str, Any], is_rehearsal: bool = False, by: Person, now: datetime
) -> Poll:
    """Say who may vote and what the ballot looks like; again, as long as the vote is not open.

    Facts: the fields of `Poll` from `unit` to `completion`.
    """
    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    if decision.is_budget == (facts.get("shape") == BallotShape.YES_NO):
        raise BallotDoesNotFit
    known = Poll.objects.filter(decision=decision, is_rehearsal=is_rehearsal)
    poll = known.filter(state=PollState.PREPARED).first()
    if poll is None and not is_rehearsal and known.exists():
        raise PollIsSettled
    if poll is None:
        poll = Poll(
            area_id=decision.area_id,
            decision=decision,
            ref=secrets.token_hex(8),
            is_rehearsal=is_rehearsal,
        )
    elif _is_other_electorate(poll, facts) and poll.issues.exists():
        raise CodesAreIssued
    for name, value in facts.items():
        setattr(poll, name, value)
    poll.save()
    audit.record("poll.prepared", poll, by=by, now=now, figures={"rehearsal": is_rehearsal})
    return poll


@deed
def make_keys(*, poll: Poll, custodians: list[dict[str, str]], by: Person, now: datetime) -> Poll:
    """Make the key pair of the urn and that of its board.

    The private key of the urn is on the returned poll as `private_key`, once: it is printed and kept
    nowhere. A rehearsal keeps its own.
    """
    if not rules.may_conduct(by, poll.decision):
        raise NotYoursToDecide
    custodians = [{part: one.get(part, "").strip() for part in ("name", "side")} for one in custodians]
    if not poll.is_rehearsal:
        _check_custodians(custodians)
    public, private = ballot_box.new_pair()
    verify, signing = ballot_box.new_signing_pair()
    made = Poll.objects.filter(pk=poll.pk, state=PollState.PREPARED).update(
        sealing_key=public.hex(),
        signing_key=verify.hex(),
        signing_secret=urn_keys.sealed_signing_key(poll, signing),
        rehearsal_key=private.hex() if poll.is_rehearsal else "",
        custodians=custodians,
    )
    if not made:
        raise PollIsSettled
    audit.record("poll.keys_made", poll, by=by, now=now)
    poll.refresh_from_db()
    poll.private_key = private  # type: ignore[attr-defined]
    return poll


@deed
def open_poll(*, poll: Poll, opens_at: datetime, closes_at: datetime, by: Person, now: datetime) -> Poll:
    """Put the vote on the board. From here on nothing of it can be changed in silence."""
    decision = Decision.objects.select_related("area").get(pk=poll.decision_id)
    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    opens_at, closes_at = opens_at.replace(microsecond=0), closes_at.replace(microsecond=0)
    _check_ready(poll, decision)
    if not now < closes_at or not opens_at < closes_at:
        raise TimesAreWrong
    opened = Poll.objects.filter(pk=poll.pk, state=PollState.PREPARED).exclude(sealing_key="")
    if not opened.update(state=PollState.OPEN, opens_at=opens_at, closes_at=closes_at):
        raise KeysAreMissing if poll.state == PollState.PREPARED else PollIsSettled
    poll.refresh_from_db()
    boards.announce(poll, "set_up", _set_up(poll, decision))
    _announce_codes(poll)
    audit.record("poll.opened", poll, by=by, now=now)
    return poll


@deed
def move_closing(*, poll: Poll, closes_at: datetime, because: str, by: Person, now: datetime) -> Poll:
    """Close earlier or later than was said, with a reason that everybody can read."""
    if not rules.may_conduct(by, poll.decision):
        raise NotYoursToDecide
    if not because.strip():
        raise ReasonIsMissing
    closes_at = closes_at.replace(microsecond=0)
    if closes_at <= now or closes_at <= (poll.opens_at or closes_at):
        raise TimesAreWrong
    still_open = Poll.objects.filter(pk=poll.pk, state=PollState.OPEN, closes_at__gt=now)
    if not still_open.update(closes_at=closes_at):
        raise PollNotOpen
    boards.announce(poll, "moved", {"closes_at": boards.moment(closes_at), "because": because.strip()})
    audit.record("poll.closing_moved", poll, by=by, now=now, because=because)
    poll.refresh_from_db()
    return poll


@deed
def close_poll(*, poll: Poll, by: Person | None, now: datetime) -> Poll:
    """Shut the urn when its time has come. Every envelope that was ever cast goes on the board."""
    if by is not None and not rules.may_work_on(by, poll.decision):
        raise NotYoursToDecide
    # Votes that were taken in hold the row until they are written, so none of them is missed.
    if not Poll.objects.filter(pk=poll.pk, state=PollState.OPEN, closes_at__lte=now).update(
        state=PollState.CLOSED
    ):
        raise StillOpen if poll.is_open(now) else PollNotOpen
    poll.refresh_from_db()
    assert poll.closes_at is not None  # noqa: S101  an open poll has one
    keep_batch(poll, localtime(poll.closes_at).date())
    batches = list(poll.batches.order_by("day"))
    boards.announce(
        poll,
        "closed",
        {
            **poll_counts(poll).as_body(),
            "batches": [{"day": one.day.isoformat(), "hashes": sorted(one.hashes)} for one in batches],
            "padding": sum(one.padding for one in batches),
        },
    )
    audit.record("poll.closed", poll, by=by, now=now)
    return poll


def _is_other_electorate(poll: Poll, facts: dict[str, Any]) -> bool:
    return any(name in facts and facts[name] != getattr(poll, name) for name in _WHO_MAY_VOTE)


def _check_custodians(custodians: Sequence[dict[str, str]]) -> None:
    for part in ("name", "side"):
        if len({one[part].casefold() for one in custodians if one[part]}) != 2:
            raise TwoCustodiansNeeded
    if len(custodians) != 2:
        raise TwoCustodiansNeeded


def _check_ready(poll: Poll, decision: Decision) -> None:
    if decision.is_budget and not (decision.budget and decision.proposals.exists()):
        raise NothingOnTheBallot
    choices.envelope_size(poll, decision.proposals.all())
    if poll.is_rehearsal:
        return
    if decision.state != State.RUNNING:
        raise DecisionIsNotOpen
    rehearsals = Poll.objects.filter(decision=decision, is_rehearsal=True)
    if not rehearsals.filter(state__in=[PollState.OPENED, PollState.DESTROYED]).exists():
        raise RehearseFirst


def _set_up(poll: Poll, decision: Decision) -> dict[str, Any]:
    assert poll.opens_at is not None  # noqa: S101  just given
    assert poll.closes_at is not None  # noqa: S101
    is_budget = decision.is_budget
    rule: dict[str, str | None] = {"name": poll.rule, "tie_break": "id"}
    rule |= {name: getattr(poll, name) or None for name in ("satisfaction", "completion")}
    return {
        "poll": poll.ref,
        "title": decision.title,
        "sealing_key": poll.sealing_key,
        "signing_key": poll.signing_key,
        "ballot": {
            "kind": poll.shape,
            "least": poll.least if is_budget else None,
            "most": poll.most if is_budget else None,
            "points": poll.points if poll.shape == BallotShape.POINTS else None,
        },
        "projects": [
            {"id": one.project, "name": one.title, "cost": one.cost} for one in decision.proposals.all()
        ],
        "budget": decision.budget or 0,
        "currency_unit": decision.currency_unit,
        "rule": rule if is_budget else {},
        "opens_at": boards.moment(poll.opens_at),
        "closes_at": boards.moment(poll.closes_at),
        "rehearsal": poll.is_rehearsal,
    }


def _announce_codes(poll: Poll) -> None:
    """What was issued and made invalid before the board began."""
    again = 0
    for issue in CodeIssue.objects.filter(poll=poll):
        if issue.kind == "again":
            again += issue.count
            boards.announce(poll, "codes_reissued", {"count": issue.count, "because": issue.because})
        else:
            boards.announce(poll, "codes_issued", {"count": issue.count})
    voided = Credential.objects.filter(poll=poll, status=CredentialStatus.VOIDED).count() - again
    if voided:
        boards.announce(poll, "codes_voided", {"count": voided, "because": "Before the vote opened"})
