"""A rehearsal of the whole vote with pretend ballots, and opening the real one."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.decisions import preflight, rules
from medskab.decisions.models import BallotShape, Decision, PhaseKind, Poll, Proposal, State
from medskab.decisions.refusals import DecisionIsNotOpen, NotReadyYet, NotYoursToDecide
from medskab.people.models import Person

from . import casting, issuing, opening, polls

PRETENDERS = 12
_FACTS = (
    *("unit", "minimum_age", "place", "codes_per_home", "shape", "least", "most", "points"),
    *("rule", "satisfaction", "completion"),
)


@deed
def start_voting(*, decision: Decision, by: Person, now: datetime) -> Poll:
    """Open the urn for the days of the vote's phase, once all is in place."""
    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    vote = decision.phases.filter(kind=PhaseKind.VOTE).first()
    poll = preflight.real_poll(decision)
    if vote is None or poll is None or not all(one.is_done for one in preflight.before_voting(decision, now)):
        raise NotReadyYet
    # The write makes an opening and a calling off at once wait for each other, on both databases.
    if not Decision.objects.filter(pk=decision.pk, state=State.RUNNING).update(state=State.RUNNING):
        raise DecisionIsNotOpen
    return polls.open_poll(poll=poll, opens_at=vote.starts_at, closes_at=vote.ends_at, by=by, now=now)


@deed
def rehearse(*, decision: Decision, second: Person, by: Person, now: datetime) -> Poll:
    """Make codes, vote, close and open the urn once with pretend ballots; nothing of it counts."""
    if not rules.may_conduct(by, decision):
        raise NotYoursToDecide
    real = preflight.real_poll(decision)
    if real is None or (decision.is_budget and not decision.proposals.exists()):
        raise NotReadyYet
    facts = {name: getattr(real, name) for name in _FACTS}
    poll = polls.prepare_poll(decision=decision, facts=facts, is_rehearsal=True, by=by, now=now)
    custodians = [{"name": "A", "side": "A"}, {"name": "B", "side": "B"}]
    poll = polls.make_keys(poll=poll, custodians=custodians, by=by, now=now)
    issue = issuing.issue_at_desk(
        poll=poll, count=PRETENDERS, because="rehearsal", second=second, by=by, now=now
    )
    poll = polls.open_poll(
        poll=poll, opens_at=now - timedelta(hours=1), closes_at=now + timedelta(hours=1), by=by, now=now
    )
    proposals = list(decision.proposals.all())
    for code in issue.codes:  # type: ignore[attr-defined]
        choice = _pretend(poll, proposals)
        casting.cast(poll=poll, code=code, choice=choice, idem_key=secrets.token_hex(16), by=None, now=now)
    poll.refresh_from_db()
    poll = polls.close_poll(poll=poll, by=by, now=now + timedelta(hours=2))
    poll = opening.open_urn(
        poll=poll,
        private_key=bytes.fromhex(poll.rehearsal_key),
        witnesses=["A", "B"],
        by=by,
        now=now + timedelta(hours=2),
    )
    audit.record("decision.rehearsed", decision, by=by, now=now, figures={"ballots": PRETENDERS})
    return poll


def _pretend(poll: Poll, proposals: list[Proposal]) -> dict[str, Any]:
    """A ballot by chance that the rules of this vote allow."""
    chance = secrets.SystemRandom()
    if poll.shape == BallotShape.YES_NO:
        return {"answer": chance.choice(["yes", "no"])}
    ids = [one.project for one in proposals]
    few = chance.sample(ids, k=min(len(ids), max(poll.least, 1)))
    if poll.shape == BallotShape.POINTS:
        return {"points": {few[0]: poll.points}}
    if poll.shape == BallotShape.KNAPSACK:
        return {"spend": few[:1]}
    return {"rank" if poll.shape == BallotShape.RANKING else "approve": few}
