"""A sealed vote of the demo from its keys and codes to the shut urn.

The urn takes votes in by the database's own clock. So it is open while the demo is built, and its public
board says so: the closing is moved to the day on which it lies in the story, with that reason.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from secrets import token_hex
from typing import Any

from medskab.common.clock import now
from medskab.decisions import actions
from medskab.decisions.models import Decision, Poll
from medskab.people.models import Person

from .ballots import Voter
from .story import Story

CUSTODIANS = (("birgit", "Afdelingsbestyrelsen"), ("ole", "Demo Kommune"))
_ENOUGH = timedelta(hours=2)
_BECAUSE = (
    "Demo: stemmerne blev lagt i urnen, da demoen blev bygget. "
    "I fortællingen lukkede afstemningen på den dag, som var meldt ud."
)


@dataclass
class Vote:
    """One vote while it is told: its urn, the key on two sheets, codes in letters and at the desk."""

    story: Story
    poll: Poll
    private_key: bytes
    first: int
    last: int
    letters: dict[int, list[str]] = field(default_factory=dict)
    desk: list[str] = field(default_factory=list)

    @property
    def freja(self) -> Person:
        """Who conducts it."""
        return self.story.who("freja")

    def letter(self, block: int) -> str:
        """A code out of a letter to some home in a block."""
        return self.letters[block].pop()


def prepare(story: Story, decision: Decision, facts: dict[str, Any], *, first: int, last: int) -> Vote:
    """Who may vote and how; a rehearsal; the key for two people of different sides. Days: the vote's."""
    freja, poul, moment = story.who("freja"), story.who("poul"), story.at(first - 5)
    poll = actions.prepare_poll(decision=decision, facts=facts, by=freja, now=moment)
    actions.rehearse(decision=decision, second=poul, by=freja, now=now())
    keepers = [{"name": story.who(key).name, "side": side} for key, side in CUSTODIANS]
    poll = actions.make_keys(poll=poll, custodians=keepers, by=freja, now=story.at(first - 4))
    return Vote(story, poll, poll.private_key, first, last)  # type: ignore[attr-defined]


def send_letters(vote: Vote, *, desk: int) -> None:
    """Letters to all homes, and some codes for the kiosk and for who has lost theirs. It takes two."""
    story, poul = vote.story, vote.story.who("poul")
    moment = story.at(vote.first - 3)
    issue = actions.issue_letters(poll=vote.poll, second=poul, by=vote.freja, now=moment)
    codes: dict[int, list[str]] = defaultdict(list)
    for home, made in issue.letters:  # type: ignore[attr-defined]
        block = home.stairwell.parent.name
        codes[int(block.removeprefix("Blok "))] += made
    vote.letters = codes
    hand_out(vote, desk, because="Til skærmen i beboerhuset og til nye beboere")


def hand_out(vote: Vote, count: int, *, because: str) -> None:
    """Codes at the desk."""
    issue = actions.issue_at_desk(
        poll=vote.poll,
        count=count,
        because=because,
        second=vote.story.who("poul"),
        by=vote.freja,
        now=vote.story.at(vote.first - 2),
    )
    vote.desk += issue.codes  # type: ignore[attr-defined]


def open_urn_for_votes(vote: Vote) -> None:
    """The vote begins."""
    vote.poll = actions.open_poll(
        poll=vote.poll,
        opens_at=vote.story.at(vote.first, 8),
        closes_at=now() + _ENOUGH,
        by=vote.freja,
        now=vote.story.at(vote.first - 1),
    )


def send_back(vote: Vote, block: int, count: int) -> None:
    """Some letters come back; their codes open nothing any more."""
    codes = [vote.letter(block) for _unused in range(count)]
    moment = vote.story.at(vote.first + 1)
    because = "Breve, som kom retur: hjemmet står tomt"
    actions.void_codes(poll=vote.poll, codes=codes, because=because, by=vote.freja, now=moment)


def cast_all(vote: Vote, voters: Sequence[tuple[Voter, str]]) -> list[str]:
    """Every ballot on some day of the vote, a root on the board each night; the receipts."""
    days: dict[int, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    span = vote.last - vote.first + 1
    for number, (voter, code) in enumerate(voters):
        day = vote.first + 1 + number % (span - 1)
        if voter.before is not None:
            days[day - 1].append((code, voter.before))
        days[day].append((code, voter.choice))
    receipts = []
    for day in range(vote.first, vote.last + 1):
        for code, choice in days[day]:
            receipts.append(_cast(vote, code, choice, day))
        if day < vote.last:
            actions.nightly_roots(by=None, now=vote.story.at(day + 1, 0, 5))
    return receipts


def check_in(vote: Vote, codes: Sequence[str]) -> None:
    """Whoever votes on paper has their code used up; what they sent before no longer counts."""
    for number, code in enumerate(codes):
        moment = vote.story.at(vote.last - number % 3, 16)
        actions.check_in_on_paper(poll=vote.poll, code=code, by=vote.freja, now=moment)


def shut(vote: Vote) -> None:
    """The urn is shut on the last evening."""
    story = vote.story
    poll = actions.move_closing(
        poll=vote.poll,
        closes_at=story.at(vote.last, 20),
        because=_BECAUSE,
        by=vote.freja,
        now=story.at(vote.last, 19),
    )
    vote.poll = actions.close_poll(poll=poll, by=vote.freja, now=story.at(vote.last, 20, 5))


def _cast(vote: Vote, code: str, choice: dict[str, Any], day: int) -> str:
    envelope = actions.cast(
        poll=vote.poll, code=code, choice=choice, idem_key=token_hex(16), now=vote.story.at(day, 17)
    )
    return envelope.receipt
