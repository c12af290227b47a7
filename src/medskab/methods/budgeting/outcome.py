"""What each counting rule gives back: the winners, how each was bought, why each other project was not."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from .limits import Limits, Override
from .rule import BadRule, Completion, Rule, RuleName, Satisfaction, TieBreak, resolve

__all__ = [
    "BadRule",
    "Completion",
    "Limits",
    "Outcome",
    "Override",
    "Reason",
    "ReasonCode",
    "Rule",
    "RuleName",
    "Satisfaction",
    "Step",
    "StepKind",
    "Tie",
    "TieBreak",
    "resolve",
]


class StepKind(StrEnum):
    """How a winner came in."""

    RULE = "rule"
    """The rule bought it."""
    FREE = "free"
    """It costs nothing and somebody supports it (equal shares and BOS)."""
    FILL = "fill"
    """add1u filled the money left by votes."""
    OVERRIDE = "override"
    """Funded by hand before the count."""


class ReasonCode(StrEnum):
    """Why a project was not funded. `Reason` says which numbers stand beside each."""

    NO_VOTES = "no-votes"
    TOO_FEW_VOTES = "too-few-votes"
    OVER_BUDGET = "over-budget"
    SUPPORTERS_SHORT = "supporters-short"
    MONEY_TAKEN = "money-taken"
    STOPPED = "stopped"
    INCOMPATIBLE = "incompatible"
    CATEGORY_FULL = "category-full"
    OVERRIDE = "override"


@dataclass(frozen=True, slots=True)
class Step:
    """One purchase. Money is in the smallest coin; fractions are exact (for BOS to 10⁻³⁰, see `bos`)."""

    project: str
    cost: int
    kind: StepKind
    payers: int
    """Equal shares, BOS: supporters who paid more than nothing. Phragmén: all supporters. Greedy: none."""
    rate: Fraction
    """Equal shares, BOS: what a supporter with enough money pays: per head, or per point where points or
    Borda count. Phragmén: money per voter earned when it was bought. Greedy, free, by hand: 0."""
    votes: Fraction
    """Equal shares, BOS: effective votes, cost ÷ rate. Phragmén: supporters. Greedy, fill: its total of
    votes or points. Free, by hand: ballots that name it."""
    money: Fraction
    """Money behind it just before. Equal shares, BOS: what its supporters held together. Phragmén: its
    cost, which they had just earned. Greedy, fill, free, by hand: what was left of the budget."""
    covered: Fraction = Fraction(1)
    """BOS: the share of the cost that the rule charged to its supporters when it was compared."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one project was not funded, in numbers; fields that a code does not name are empty.

    | code | read with it |
    |---|---|
    | no-votes | |
    | too-few-votes | `needed` ballots |
    | over-budget | `money` = the whole budget, `shortfall` |
    | supporters-short | `money` its supporters had left at the end, `shortfall` = cost − money |
    | money-taken | `money` left when its turn came (BOS: at the end), `shortfall`, `because` = what took it |
    | stopped | Phragmén stopped: `money` left of the budget, `because` = the next in line that did not fit |
    | incompatible | `because` = the funded project that excludes it |
    | category-full | `category`, `money` left under its ceiling, `shortfall`, `because` = what took it |
    | override | `note`, `by` |
    """

    project: str
    code: ReasonCode
    cost: int
    supporters: int
    """Ballots that name it (with points: that give it more than zero)."""
    money: Fraction | None = None
    shortfall: Fraction | None = None
    needed: int | None = None
    because: tuple[str, ...] = ()
    category: str = ""
    note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie that had to be broken: `chosen` came before the other `tied` projects `by` the named way."""

    chosen: str
    tied: tuple[str, ...]
    by: TieBreak


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished count. `rule` names every parameter, so that anybody can count again."""

    rule: Rule
    limits: Limits
    winners: tuple[str, ...]
    """Project ids in the order in which they came in."""
    cost: int
    budget: int
    voters: int
    steps: tuple[Step, ...]
    """One per winner, in the same order."""
    reasons: Mapping[str, Reason]
    """One per project that is not a winner, by project id, in the election's order."""
    start: Fraction | None = None
    """Equal shares and BOS: what each voter had to start with in the count that stands."""
    runs: int = 1
    """How many counts the completion made, the one that went over the budget included."""
    ties: tuple[Tie, ...] = ()

    def __post_init__(self) -> None:
        if self.cost > self.budget:
            raise AssertionError("A count must never cost more than its budget.")
        if tuple(step.project for step in self.steps) != self.winners:
            raise AssertionError("A count must have one step for each winner.")
