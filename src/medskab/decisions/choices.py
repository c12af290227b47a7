"""What may stand on a ballot: a choice is read strictly, and always written the same way."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from medskab.tools.vault import ballot_box

from .amounts import Money
from .models import BallotShape, Poll, Proposal
from .refusals import BallotIsTooLong, BallotIsWrong

Choice = dict[str, Any]
BLANK: Choice = {"blank": True}
_PART = {
    BallotShape.APPROVAL: "approve",
    BallotShape.POINTS: "points",
    BallotShape.RANKING: "rank",
    BallotShape.KNAPSACK: "spend",
    BallotShape.YES_NO: "answer",
}


def read_choice(poll: Poll, proposals: Iterable[Proposal], raw: Mapping[str, Any]) -> Choice:
    """The choice by the rules of this ballot, in the order of the ballot unless the order is the choice.

    Raises `BallotIsWrong` with the rule that is broken.
    """
    if not isinstance(raw, Mapping):
        raise BallotIsWrong(_("The ballot cannot be read. Choose again."))
    if dict(raw) == BLANK:
        return dict(BLANK)
    part = _PART[BallotShape(poll.shape)]
    if set(raw) != {part}:
        raise BallotIsWrong(_("This is another kind of ballot. Choose again."))
    given = raw[part]
    if part == "answer":
        return {part: _answer(given)}
    costs = {one.project: one.cost for one in proposals}
    if part == "points":
        return {part: _points(poll, costs, given)}
    named = _named(poll, costs, given)
    if part == "spend":
        _check_money(poll, sum(costs[one] for one in named))
    return {part: named if part == "rank" else [one for one in costs if one in set(named)]}


def as_bytes(choice: Choice) -> bytes:
    """The choice as it is sealed."""
    return json.dumps(choice, separators=(",", ":"), ensure_ascii=False, sort_keys=True).encode()


def envelope_size(poll: Poll, proposals: Iterable[Proposal]) -> int:
    """How long every choice of this vote becomes by padding: enough for the longest.

    Raises `BallotIsTooLong`.
    """
    lengths = [len(json.dumps(one.project, ensure_ascii=False).encode()) for one in proposals]
    lengths = sorted(lengths, reverse=True)[: poll.most]
    try:
        return ballot_box.size_for(32 + sum(lengths) + 8 * len(lengths))
    except ValueError:
        raise BallotIsTooLong from None


def _answer(given: object) -> str:
    if given not in ("yes", "no"):
        raise BallotIsWrong(_("Choose yes or no, or vote blank."))
    return str(given)


def _named(poll: Poll, costs: Mapping[str, int], given: object) -> list[str]:
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        raise BallotIsWrong(_("The ballot cannot be read. Choose again."))
    if len(set(given)) < len(given):
        raise BallotIsWrong(_("A proposal is named twice. Name each once."))
    _check_known(costs, given)
    _check_number(poll, len(given))
    return list(given)


def _points(poll: Poll, costs: Mapping[str, int], given: object) -> dict[str, int]:
    if not isinstance(given, dict):
        raise BallotIsWrong(_("The ballot cannot be read. Choose again."))
    _check_known(costs, given)
    if any(type(one) is not int or one < 0 for one in given.values()):
        raise BallotIsWrong(_("Points are whole numbers: 0, 1, 2 and so on."))
    used = {project: given[project] for project in costs if given.get(project)}
    _check_number(poll, len(used))
    if (total := sum(used.values())) > poll.points:
        raise _wrong(
            _("You gave %(given)s points and have %(most)s. Take away %(over)s."),
            given=total,
            most=poll.points,
            over=total - poll.points,
        )
    return used


def _check_known(costs: Mapping[str, int], given: Iterable[str]) -> None:
    if set(given) - costs.keys():
        raise BallotIsWrong(_("The ballot names a proposal that does not stand on it. Choose again."))


def _check_number(poll: Poll, number: int) -> None:
    if number > poll.most:
        raise _wrong(
            _("You chose %(given)s and may choose %(most)s. Take away %(over)s."),
            given=number,
            most=poll.most,
            over=number - poll.most,
        )
    if number < max(1, poll.least):
        raise _wrong(
            _("You chose %(given)s. Choose at least %(least)s, or vote blank."),
            given=number,
            least=max(1, poll.least),
        )


def _check_money(poll: Poll, cost: int) -> None:
    budget = poll.decision.budget or 0
    if cost > budget:
        money = Money(poll.decision.currency, poll.decision.currency_unit)
        raise _wrong(
            _("What you chose costs %(cost)s, and there is %(budget)s. That is %(over)s too much."),
            cost=money.coins(cost),
            budget=money.coins(budget),
            over=money.coins(cost - budget),
        )


def _wrong(sentence: str | Promise, **numbers: object) -> BallotIsWrong:
    return BallotIsWrong(str(sentence) % numbers)
