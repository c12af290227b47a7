"""What a sheet shows: values and finished sentences, in the reader's language."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class PrintedProposal:
    """A proposal and what became of it.

    `anchor` is where it stands on the page, as in `#p12`; `share` is its part of the budget, from 0 to 1.
    """

    number: str
    anchor: str
    name: str
    votes: str
    cost: str
    share: float = 0.0
    reason: str = ""
    """A winner: how it was paid, may be empty. Another: why not."""


@dataclass(frozen=True, kw_only=True)
class PrintedBar:
    """A number of votes: `value` is its length, `shown` its words. `is_ours`: a yes or a no."""

    label: str
    value: int
    shown: str
    is_ours: bool = True


@dataclass(frozen=True, kw_only=True)
class PrintedResult:
    """What every result says.

    `kind` is the word for decision or hearing, and `is_hearing` draws it so; `method` is the word for how
    it came about (participatory budget, vote of the homes). `seed` keeps an area's picture the same as on
    its page. `published_on` is the date inside the file; `day` is the date that people read.
    """

    area: str
    seed: str
    accent: str
    title: str
    kind: str
    method: str
    headline: str
    leads: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    how: tuple[str, ...]
    fairness: tuple[str, ...]
    address: str
    day: str
    published_on: date
    language: str
    is_right_to_left: bool = False
    is_hearing: bool = False
    is_demo: bool = False
    withdrawn: str = ""


@dataclass(frozen=True, kw_only=True)
class PrintedDecision(PrintedResult):
    """The result of a participatory budget.

    `budget`, `spent` and `left` are amounts in words, `left` empty where nothing is. `recount` is the
    command that counts again, `sha256` the digest of what was counted.
    """

    winners: tuple[PrintedProposal, ...]
    others: tuple[PrintedProposal, ...]
    budget: str
    spent: str
    left: str = ""
    recount: str = ""
    sha256: str = ""


@dataclass(frozen=True, kw_only=True)
class PrintedVote(PrintedResult):
    """The result of a vote of the homes."""

    bars: tuple[PrintedBar, ...]
    corrections: tuple[str, ...] = ()
