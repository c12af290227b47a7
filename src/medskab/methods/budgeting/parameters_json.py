"""From a published answer back to the rule and limits that it was counted with."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from .limits import Limits, Override
from .outcome_json import SCHEMA
from .rule import BadRule, Completion, Rule, RuleName, Satisfaction, TieBreak


def parameters_json(answer: Mapping[str, Any], currency_unit: int) -> tuple[Rule, Limits]:
    """The rule and the limits in an answer of `outcome_json`, to count again in the same way.

    Use it to check a published result. `currency_unit` is the election's: ceilings are in currency units in
    the answer and in the smallest coin in `Limits`.

    Raises `BadRule` where the answer is not one of ours or holds what no rule knows.

    >>> parameters = {"satisfaction": "cost", "completion": "add1", "minimum_votes": 5}
    >>> rule, limits = parameters_json({"schema": 1, "method": "equal-shares", "parameters": parameters}, 100)
    >>> rule.name, limits.minimum_votes
    (<RuleName.EQUAL_SHARES: 'equal-shares'>, 5)
    """
    if answer.get("schema") != SCHEMA:
        raise BadRule(
            f"The answer has no schema {SCHEMA}. Use one that “medskab count --format json” has given."
        )
    try:
        given = answer["parameters"]
        return _rule(answer["method"], given), _limits(given, currency_unit)
    except (KeyError, TypeError, AttributeError, ValueError, ZeroDivisionError) as error:
        if isinstance(error, BadRule):
            raise
        raise BadRule(f"The answer's method and parameters cannot be understood ({error}).") from error


def _rule(method: str, given: Mapping[str, Any]) -> Rule:
    return Rule(
        RuleName(method),
        _optional(Satisfaction, given.get("satisfaction")),
        _optional(Completion, given.get("completion")),
        TieBreak(given.get("tie_break", TieBreak.ID)),
        tuple(given.get("lot", ())),
    )


def _optional(kind: type[Any], name: str | None) -> Any:
    return None if name is None else kind(name)


def _limits(given: Mapping[str, Any], currency_unit: int) -> Limits:
    ceilings = {category: _coins(text, currency_unit) for category, text in given.get("ceilings", {}).items()}
    return Limits(
        minimum_votes=int(given.get("minimum_votes", 0)),
        minimum_share=Fraction(given.get("minimum_share", 0)),
        incompatible=tuple(tuple(group) for group in given.get("incompatible", ())),
        ceilings=ceilings,
        overrides=tuple(Override(**override) for override in given.get("overrides", ())),
    )


def _coins(text: str, currency_unit: int) -> int:
    coins = Fraction(text) * currency_unit
    if coins.denominator != 1:
        raise BadRule(f"The ceiling {text} is not a whole number of the smallest coin. Correct it.")
    return int(coins)
