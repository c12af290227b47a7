"""Counting kept ballots by a rule; the answer is the one that the command line gives."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from fractions import Fraction
from time import perf_counter
from typing import Any

from django.utils.translation import gettext_lazy as _

from medskab.common.deed import CannotAct
from medskab.methods.budgeting.count import count
from medskab.methods.budgeting.election import BadElection, Election
from medskab.methods.budgeting.fairness import fairness
from medskab.methods.budgeting.limits import Limits
from medskab.methods.budgeting.limits import Override as ByHand
from medskab.methods.budgeting.outcome_json import outcome_json
from medskab.methods.budgeting.parameters_json import parameters_json
from medskab.methods.budgeting.read_pb import read_pb
from medskab.methods.budgeting.rule import (
    BadRule,
    Completion,
    Rule,
    RuleName,
    Satisfaction,
    TieBreak,
    resolve,
)
from medskab.methods.budgeting.what_if import what_if

from .reading import unpacked

Tell = Callable[[float], None]


class CannotCount(CannotAct):
    text = _("The votes cannot be counted by this rule. Choose another one.")


@dataclass(frozen=True)
class Order:
    """How to count, in plain values: it travels to the job that does it. Money is in the smallest coin."""

    rule: str
    satisfaction: str = ""
    completion: str = ""
    tie_break: str = "id"
    minimum_votes: int = 0
    incompatible: tuple[tuple[str, ...], ...] = ()
    ceilings: Mapping[str, int] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """For the job's arguments."""
        return asdict(self) | {"incompatible": [list(group) for group in self.incompatible]}

    @classmethod
    def from_json(cls, given: Mapping[str, Any]) -> "Order":
        """Back from the job's arguments."""
        groups = tuple(tuple(group) for group in given["incompatible"])
        return cls(**{**given, "incompatible": groups})

    def counts_like(self, other: "Order") -> bool:
        """Whether both give the same count, whatever they left unsaid."""
        limits = (self.minimum_votes, self.incompatible, self.ceilings)
        return _rule(self) == _rule(other) and limits == (
            other.minimum_votes,
            other.incompatible,
            other.ceilings,
        )

    def by_rule_alone(self, rule: str) -> "Order":
        """The same limits under another rule, to compare."""
        return Order(rule, "", "", self.tie_break, self.minimum_votes, self.incompatible, self.ceilings)


@dataclass(frozen=True)
class Counted:
    """A finished count: the answer, how long it took, and what it was counted by."""

    outcome: dict[str, Any]
    seconds: float
    rule: str
    satisfaction: str
    completion: str
    tie_break: str


def counted(
    packed: bytes | memoryview,
    digest: str,
    orders: list[Order],
    by_hand: list[dict[str, Any]],
    tell: Callable[[str, int], None],
) -> list[Counted]:
    """Count the same ballots once for each order; `tell` hears the stage's name and number.

    Raises `CannotCount` where a rule does not fit these ballots.
    """
    tell("reading", 0)
    election = read_pb(unpacked(packed))
    rulings = tuple(ByHand(**one) for one in by_hand)
    found = []
    for number, order in enumerate(orders, 1):
        tell("counting", number)
        found.append(_one(election, digest, order, rulings))
    return found


def what_if_answer(packed: bytes | memoryview, outcome: Mapping[str, Any], project: str) -> dict[str, Any]:
    """What would have had to be different for a proposal, found by counting again as it was counted."""
    election = read_pb(unpacked(packed))
    rule, limits = parameters_json(outcome, election.currency_unit)
    return asdict(what_if(election, project, rule, limits))


def _one(election: Election, digest: str, order: Order, rulings: tuple[ByHand, ...]) -> Counted:
    try:
        rule = resolve(_rule(order), election.ballots.kind)
        limits = Limits(
            minimum_votes=order.minimum_votes,
            minimum_share=Fraction(0),
            incompatible=order.incompatible,
            ceilings=dict(order.ceilings),
            overrides=rulings,
        )
        begun = perf_counter()
        outcome = count(election, rule, limits)
        seconds = perf_counter() - begun
    except (BadRule, BadElection) as bad:
        raise CannotCount from bad
    answer = outcome_json(election, outcome, fairness(election, outcome.winners), digest)
    return Counted(
        outcome=answer,
        seconds=round(seconds, 3),
        rule=str(rule.name),
        satisfaction=str(rule.satisfaction or ""),
        completion=str(rule.completion or ""),
        tie_break=str(rule.tie_break),
    )


def _rule(order: Order) -> Rule:
    return Rule(
        RuleName(order.rule),
        Satisfaction(order.satisfaction) if order.satisfaction else None,
        Completion(order.completion) if order.completion else None,
        TieBreak(order.tie_break),
    )
