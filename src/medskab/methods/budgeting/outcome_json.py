"""A finished count as the JSON answer that is published: stable, versioned, enough to count again."""

from fractions import Fraction
from typing import Any

from medskab import __version__

from .election import Election, Remark
from .fairness import Fairness, Part
from .limits import Limits
from .outcome import Outcome, Reason, Step
from .rule import Rule
from .what_if import WhatIf

SCHEMA = 1
_PLACES = 6


def outcome_json(
    election: Election,
    outcome: Outcome,
    fairness: Fairness,
    input_sha256: str,
    what_if: WhatIf | None = None,
) -> dict[str, Any]:
    """The answer of `medskab count --format json` as plain dicts, lists, texts and whole numbers.

    Use it wherever a count is published or stored, so that page, file and command say the same. Its keys are
    explained in `docs/methods/count-json.md`; a change that breaks a reader raises `SCHEMA`. Amounts and
    shares are decimal text, rounded to six decimals where no shorter decimal is exact: they report a count,
    they do not decide one. `input_sha256` is the digest of the file that was read, byte for byte.
    """
    amounts = _Amounts(election.currency_unit)
    asked = {} if what_if is None else {"what_if": _what_if(what_if, amounts)}
    return {
        "schema": SCHEMA,
        "medskab": __version__,
        "input_sha256": input_sha256,
        "method": str(outcome.rule.name),
        "parameters": _parameters(outcome.rule, outcome.limits, amounts),
        "winners": list(outcome.winners),
        "cost": amounts.money(outcome.cost),
        "budget": amounts.money(outcome.budget),
        "currency_unit": election.currency_unit,
        "voters": outcome.voters,
        "projects": len(election.projects),
        "start": None if outcome.start is None else amounts.money(outcome.start),
        "runs": outcome.runs,
        "steps": [_step(step, amounts) for step in outcome.steps],
        "reasons": [_reason(reason, amounts) for reason in outcome.reasons.values()],
        "ties": [{"chosen": tie.chosen, "tied": list(tie.tied), "by": str(tie.by)} for tie in outcome.ties],
        "fairness": _fairness(fairness, amounts),
        "warnings": [_warning(remark) for remark in election.remarks],
    } | asked


class _Amounts:
    """Numbers as decimal text."""

    def __init__(self, currency_unit: int) -> None:
        self._unit = currency_unit

    def money(self, coins: Fraction | int) -> str:
        """An amount in currency units."""
        return self.number(Fraction(coins) / self._unit)

    def number(self, number: Fraction | int) -> str:
        """A number, rounded to six decimals, or more where the coins have more."""
        places = max(_PLACES, len(str(self._unit)) - 1)
        scaled = round(Fraction(number) * 10**places)
        whole, rest = divmod(abs(scaled), 10**places)
        decimals = str(rest).zfill(places).rstrip("0")
        return f"{'-' if scaled < 0 else ''}{whole}{'.' if decimals else ''}{decimals}"


def _parameters(rule: Rule, limits: Limits, amounts: _Amounts) -> dict[str, Any]:
    return {
        "satisfaction": None if rule.satisfaction is None else str(rule.satisfaction),
        "completion": None if rule.completion is None else str(rule.completion),
        "tie_break": str(rule.tie_break),
        "lot": list(rule.lot),
        "minimum_votes": limits.minimum_votes,
        "minimum_share": str(limits.minimum_share),
        "incompatible": [list(group) for group in limits.incompatible],
        "ceilings": {category: amounts.money(coins) for category, coins in limits.ceilings.items()},
        "overrides": [
            {"project": one.project, "funded": one.funded, "reason": one.reason, "by": one.by}
            for one in limits.overrides
        ],
    }


def _step(step: Step, amounts: _Amounts) -> dict[str, Any]:
    return {
        "project": step.project,
        "cost": amounts.money(step.cost),
        "kind": str(step.kind),
        "payers": step.payers,
        "rate": amounts.money(step.rate),
        "votes": amounts.number(step.votes),
        "money": amounts.money(step.money),
        "covered": amounts.number(step.covered),
    }


def _reason(reason: Reason, amounts: _Amounts) -> dict[str, Any]:
    """The numbers that the code needs; what it does not need is left out."""
    numbers: dict[str, Any] = {
        "money": None if reason.money is None else amounts.money(reason.money),
        "shortfall": None if reason.shortfall is None else amounts.money(reason.shortfall),
        "needed": reason.needed,
        "because": list(reason.because) or None,
        "category": reason.category or None,
        "note": reason.note or None,
        "by": reason.by or None,
    }
    return {
        "project": reason.project,
        "code": str(reason.code),
        "cost": amounts.money(reason.cost),
        "supporters": reason.supporters,
    } | {key: value for key, value in numbers.items() if value is not None}


def _fairness(fairness: Fairness, amounts: _Amounts) -> dict[str, Any]:
    return {
        "voters_with_winner": fairness.voters_with_winner,
        "share_with_winner": amounts.number(fairness.share_with_winner),
        "average_winners": amounts.number(fairness.average_winners),
        "average_money_share": amounts.number(fairness.average_money_share),
        "gini": amounts.number(fairness.gini),
        "by_category": [_part(part, amounts) for part in fairness.by_category],
        "by_target": [_part(part, amounts) for part in fairness.by_target],
        "by_place": [_part(part, amounts) for part in fairness.by_place],
        "place_column": fairness.place_column,
        "passed_over": [
            {"project": one.project, "level": one.level, "supporters": one.supporters}
            for one in fairness.passed_over
        ],
    }


def _part(part: Part, amounts: _Amounts) -> dict[str, Any]:
    return {
        "name": part.name,
        "projects": part.projects,
        "winners": part.winners,
        "money": amounts.money(part.money),
        "support": amounts.number(part.support),
    }


def _what_if(found: WhatIf, amounts: _Amounts) -> dict[str, Any]:
    return {
        "project": found.project,
        "votes": found.votes,
        "votes_least": found.votes_least,
        "cost": None if found.cost is None else amounts.money(found.cost),
        "cost_least": found.cost_least,
        "counts": found.counts,
    }


def _warning(remark: Remark) -> dict[str, Any]:
    return {"line": remark.line, "text": remark.sentence, "more": remark.more}
