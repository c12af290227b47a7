"""The vote about the demo's budget: 400 ballots by phone, kiosk, letter and paper."""

from typing import Any

from medskab.decisions.models import BallotShape, VoterUnit

from . import ballots
from .budget import DAYS, TITLE, PhaseKind, decision_of
from .opening import count_and_publish, open_before_witnesses
from .papers import type_twice
from .proposals import ON_THE_BALLOT
from .story import Story
from .voting import Vote, cast_all, check_in, open_urn_for_votes, prepare, send_back, send_letters, shut

PHONE, KIOSK, LETTER, PAPER = 250, 60, 60, 30
BALLOTS = PHONE + KIOSK + LETTER + PAPER
_SEED = 2026
FACTS: dict[str, Any] = {
    "unit": VoterUnit.PERSON,
    "minimum_age": 12,
    "codes_per_home": 2,
    "shape": BallotShape.APPROVAL,
    "least": 1,
    "most": ballots.MOST_CHOICES,
    "rule": "equal-shares",
    "satisfaction": "cost",
    "completion": "add1",
}


def vote_on_budget(story: Story) -> str:
    """From the rehearsal to the published result."""
    first, last = DAYS[PhaseKind.VOTE]
    decision = decision_of(story, TITLE)
    vote = prepare(story, decision, FACTS, first=first, last=last)
    send_letters(vote, desk=KIOSK + 20)
    open_urn_for_votes(vote)
    send_back(vote, 6, 4)
    ids = {one.title: one.project for one in decision.proposals.all()}
    voters = ballots.of_budget(ON_THE_BALLOT, ids, voters=BALLOTS, seed=_SEED)
    digital, on_paper = voters[:-PAPER], voters[-PAPER:]
    codes = [vote.letter(voter.block) for voter in on_paper]
    # Who votes on paper may have voted on the phone before: then only the paper counts.
    before = [
        (ballots.Voter(one.block, one.before), code)
        for one, code in zip(on_paper, codes, strict=True)
        if one.before is not None
    ]
    coming = [(voter, _code(vote, number, voter.block)) for number, voter in enumerate(digital)]
    cast_all(vote, coming + before)
    check_in(vote, [*codes, vote.letter(1)])
    shut(vote)
    # One more paper than ballots: it cannot be read.
    papers: list[dict[str, Any] | None] = [voter.choice for voter in on_paper]
    slip = {"approve": [ids[ON_THE_BALLOT[0].title]]}
    type_twice(vote, [*papers, None], slip_at=7, slip=slip)
    open_before_witnesses(vote, day=last + 1)
    count_and_publish(vote, day=last + 1)
    return f"{BALLOTS} sealed ballots on phones, the kiosk, letters and paper; counted and published"


def _code(vote: Vote, number: int, block: int) -> str:
    """By the order in which they come: those at the kiosk have their code from the desk."""
    return vote.desk.pop() if PHONE <= number < PHONE + KIOSK else vote.letter(block)
