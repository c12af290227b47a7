"""The result of a participatory budget."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from medskab.common.charts import Piece, PlacedPiece, placed_pieces
from medskab.decisions.amounts import Money, plain_number
from medskab.decisions.words.counting_rules import RULES, RuleWords, details
from medskab.decisions.words.headlines import headline
from medskab.decisions.words.shares import voters_with_winner

from .fair import Fair, fair
from .rows import Row, Rows


@dataclass(frozen=True)
class Spent:
    """A piece of the budget bar with its amount in words."""

    placed: PlacedPiece
    amount: str


@dataclass(frozen=True)
class Comparison:
    """What another rule would have given: information, never the decision."""

    rule: RuleWords
    sentence: str
    would_win: tuple[str, ...]
    would_lose: tuple[str, ...]


@dataclass(frozen=True)
class BudgetResult:
    """Everything that its page says."""

    headline: str
    share: str
    exact: str
    spent: str
    pieces: tuple[Spent, ...]
    budget: str
    cost: str
    left: str
    winners: tuple[Row, ...]
    others: tuple[Row, ...]
    categories: tuple[str, ...]
    rule: RuleWords
    details: tuple[str, ...]
    ties: int
    fair: Fair
    comparisons: tuple[Comparison, ...]
    voters: str
    held_on: date | None


def budget_result(snapshot: Mapping[str, Any]) -> BudgetResult:
    """The page of a published budget, in the reader's language."""
    money = Money(snapshot["currency"], snapshot["currency_unit"])
    count, rows = snapshot["count"], Rows(snapshot, money)
    winners, others = rows.winners(), rows.others()
    some, voters = count["fairness"]["voters_with_winner"], count["voters"]
    is_hearing = snapshot["nature"] == "hearing"
    numbers = {"won": len(winners), "of": count["projects"]}
    return BudgetResult(
        headline=headline(numbers, snapshot["nature"]),
        share=voters_with_winner(some, voters, is_hearing=is_hearing),
        exact=_("That is %(some)s of %(voters)s.")
        % {"some": plain_number(some), "voters": plain_number(voters)},
        spent=_spent(count, money, is_hearing),
        pieces=_pieces(winners, count, money),
        budget=money.text(count["budget"]),
        cost=money.text(count["cost"]),
        left=_left(count, money),
        winners=tuple(winners),
        others=tuple(others),
        categories=tuple(sorted({one for row in (*winners, *others) for one in row.categories})),
        rule=RULES[count["method"]],
        details=tuple(details(count)),
        ties=len(count["ties"]),
        fair=fair(count, rows.titles),
        comparisons=tuple(_comparison(one, snapshot, rows.titles) for one in snapshot["comparisons"]),
        voters=plain_number(voters),
        held_on=date.fromisoformat(snapshot["decided_on"]) if snapshot["decided_on"] else None,
    )


def _spent(count: Mapping[str, Any], money: Money, is_hearing: bool) -> str:
    if is_hearing:
        sentence = ngettext(
            "%(voters)s person said how to share out %(budget)s. What came out in front costs %(cost)s.",
            "%(voters)s people said how to share out %(budget)s. What came out in front costs %(cost)s.",
            count["voters"],
        )
    else:
        sentence = ngettext(
            "%(voters)s person shared out %(budget)s. The chosen proposals cost %(cost)s.",
            "%(voters)s people shared out %(budget)s. The chosen proposals cost %(cost)s.",
            count["voters"],
        )
    return sentence % {
        "voters": plain_number(count["voters"]),
        "budget": money.text(count["budget"]),
        "cost": money.text(count["cost"]),
    }


def _left(count: Mapping[str, Any], money: Money) -> str:
    left = Decimal(count["budget"]) - Decimal(count["cost"])
    return money.text(str(left)) if left else ""


def _pieces(winners: Sequence[Row], count: Mapping[str, Any], money: Money) -> tuple[Spent, ...]:
    """Each winner with the number that it has in the list below, and what is left."""
    pieces = [Piece(row.title, row.cost) for row in winners]
    budget, cost = (int(Decimal(count[name]) * money.unit) for name in ("budget", "cost"))
    if budget > cost:
        pieces.append(Piece(_("Left over"), budget - cost, is_left=True))
    return tuple(Spent(one, money.coins(one.piece.ore)) for one in placed_pieces(pieces))


def _comparison(
    other: Mapping[str, Any], snapshot: Mapping[str, Any], titles: Mapping[str, str]
) -> Comparison:
    ours, theirs = snapshot["count"]["winners"], other["winners"]
    voters = snapshot["count"]["voters"]
    sentence = ngettext(
        "%(won)s proposal would have won. %(some)s of %(voters)s voters would have got something.",
        "%(won)s proposals would have won. %(some)s of %(voters)s voters would have got something.",
        len(theirs),
    )
    return Comparison(
        rule=RULES[other["rule"]],
        sentence=sentence
        % {
            "won": plain_number(len(theirs)),
            "some": plain_number(other["voters_with_winner"]),
            "voters": plain_number(voters),
        },
        would_win=tuple(titles[one] for one in theirs if one not in set(ours)),
        would_lose=tuple(titles[one] for one in ours if one not in set(theirs)),
    )
