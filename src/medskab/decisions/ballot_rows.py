"""A ballot as it is shown: each proposal with its cost and what stands in its box."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .amounts import Money
from .models import BallotShape, Decision, Poll, Proposal

_LINE = 110


@dataclass(frozen=True)
class BallotRow:
    """One proposal. `typed` is what stands in its box, `cost_coins` what the sum left goes down by."""

    number: int
    project: str
    title: str
    cost: str
    cost_coins: int
    place: str
    categories: str
    line: str
    text: str
    typed: str = ""


@dataclass(frozen=True)
class MoneyLeft:
    """How much of the money is not spent yet, or how much too much is."""

    whole_coins: int
    whole: str
    amount: str
    is_too_much: bool


def proposals_of(decision: Decision) -> list[Proposal]:
    """What stands on the ballot, in its order."""
    return list(Proposal.objects.filter(decision=decision).select_related("draft__place"))


def money_of(poll: Poll) -> Money:
    """How this vote's money is written."""
    return Money(poll.decision.currency, poll.decision.currency_unit)


def ballot_rows(poll: Poll, proposals: Sequence[Proposal], typed: Mapping[str, str]) -> list[BallotRow]:
    """Every proposal in the order of the ballot."""
    money = money_of(poll)
    return [_row(one, money, typed.get(one.project, "")) for one in proposals]


def chosen(poll: Poll, proposals: Sequence[Proposal], choice: Mapping[str, Any]) -> list[BallotRow]:
    """What was chosen: in the voter's order where there is one, with the points where there are some."""
    money = money_of(poll)
    named = {one.project: one for one in proposals}
    points = dict(choice.get("points", {}))
    listed = choice.get("approve") or choice.get("spend") or choice.get("rank") or list(points)
    return [
        _row(named[project], money, str(points.get(project, ""))) for project in listed if project in named
    ]


def money_left(poll: Poll, rows: Sequence[BallotRow]) -> MoneyLeft | None:
    """For ballots that spend money."""
    whole = poll.decision.budget
    if poll.shape != BallotShape.KNAPSACK or whole is None:
        return None
    left = whole - sum(row.cost_coins for row in rows if row.typed)
    money = money_of(poll)
    return MoneyLeft(whole, money.coins(whole), money.coins(abs(left)), left < 0)


def _first_line(text: str) -> str:
    """What fits on one line of the ballot; the whole text is behind a button."""
    words = text.strip().split("\n", 1)[0]
    return words if len(words) <= _LINE else f"{words[:_LINE].rsplit(' ', 1)[0]} …"


def _row(proposal: Proposal, money: Money, typed: str) -> BallotRow:
    draft = proposal.draft
    text = draft.text.strip() if draft else ""
    line = _first_line(text)
    return BallotRow(
        number=proposal.number,
        project=proposal.project,
        title=proposal.title or proposal.project,
        cost=money.coins(proposal.cost),
        cost_coins=proposal.cost,
        place=proposal.place or (str(draft.place) if draft and draft.place else ""),
        categories=", ".join(proposal.categories),
        line=line,
        text="" if text == line else text,
        typed=typed,
    )
