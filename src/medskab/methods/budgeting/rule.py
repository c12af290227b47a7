"""Which rule counts the ballots, and how its ties are broken."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from .election import BallotKind

_Choice = TypeVar("_Choice", bound=StrEnum)


class BadRule(ValueError):
    """The rule or its limits cannot be applied as given; the text says what to change."""


class RuleName(StrEnum):
    """The rules there are."""

    EQUAL_SHARES = "equal-shares"
    PHRAGMEN = "phragmen"
    GREEDY_VOTES = "greedy-votes"
    GREEDY_VOTES_PER_COST = "greedy-votes-per-cost"
    BOS = "bos"


class Satisfaction(StrEnum):
    """How much a winner is worth to a voter who chose it."""

    COST = "cost"
    CARDINALITY = "cardinality"
    POINTS = "points"
    BORDA = "borda"


class Completion(StrEnum):
    """What equal shares does with the money that its fixed shares leave over."""

    NONE = "none"
    ADD1 = "add1"
    ADD1_EXHAUSTIVE = "add1-exhaustive"
    ADD1U = "add1u"


class TieBreak(StrEnum):
    """Who comes first when the rule itself cannot tell."""

    ID = "id"
    """Project ids as text, smallest Unicode code point first."""
    CHEAPEST = "cheapest"
    """The cheaper project, then the one with more votes, then the id."""
    MOST_VOTES = "most-votes"
    """The one with more votes, then the cheaper, then the id."""
    LOT = "lot"
    """The order of a lot drawn before the count, given as `Rule.lot`."""


SATISFACTION_BY_KIND = {
    BallotKind.APPROVAL: Satisfaction.COST,
    BallotKind.CHOOSE_ONE: Satisfaction.COST,
    BallotKind.CUMULATIVE: Satisfaction.POINTS,
    BallotKind.SCORING: Satisfaction.POINTS,
    BallotKind.ORDINAL: Satisfaction.BORDA,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its parameters. Each may be given as its name in text.

    `satisfaction` left out follows the ballots (approval: cost, points: points, ranking: Borda); it plays
    no part in Phragmén's rule. `completion` left out is add1 for equal shares; other rules have none.

    >>> Rule("equal-shares").completion
    <Completion.ADD1: 'add1'>
    """

    name: RuleName = RuleName.EQUAL_SHARES
    satisfaction: Satisfaction | None = None
    completion: Completion | None = None
    tie_break: TieBreak = TieBreak.ID
    lot: tuple[str, ...] = ()
    """Every project id once, first drawn first; only with `TieBreak.LOT`."""

    def __post_init__(self) -> None:
        name = _choice(RuleName, self.name, "rule")
        _set(self, "name", name)
        if self.satisfaction is not None:
            _set(self, "satisfaction", _choice(Satisfaction, self.satisfaction, "satisfaction"))
        _set(self, "completion", _completion(name, self.completion))
        _set(self, "tie_break", _choice(TieBreak, self.tie_break, "tie-break"))
        _set(self, "lot", tuple(self.lot))
        self._check()

    def _check(self) -> None:
        if self.name is RuleName.PHRAGMEN and self.satisfaction is not None:
            raise BadRule("Phragmén's rule asks only who supports what. Leave the satisfaction out.")
        if (self.tie_break is TieBreak.LOT) != bool(self.lot):
            raise BadRule("A tie-break by lot needs the drawn order, and a drawn order needs tie-break lot.")
        if len(set(self.lot)) != len(self.lot):
            raise BadRule("The drawn lot names a project twice. Name each project once.")


def resolve(rule: Rule, kind: BallotKind) -> Rule:
    """Return the rule with the satisfaction that it has on ballots of this kind, or say why it has none.

    Use it where a result is stored or shown: what is published must name every parameter.

    Raises:
        BadRule: points are asked of ballots without points, or Borda of ballots without a ranking.

    >>> resolve(Rule(), BallotKind.ORDINAL).satisfaction
    <Satisfaction.BORDA: 'borda'>
    """
    if rule.name is RuleName.PHRAGMEN:
        return rule
    wanted = rule.satisfaction or SATISFACTION_BY_KIND[kind]
    if wanted is Satisfaction.POINTS and SATISFACTION_BY_KIND[kind] is not Satisfaction.POINTS:
        raise BadRule("Satisfaction by points needs ballots with points (cumulative or scoring).")
    if wanted is Satisfaction.BORDA and kind is not BallotKind.ORDINAL:
        raise BadRule("Satisfaction by Borda needs ballots with a ranking (ordinal).")
    return Rule(rule.name, wanted, rule.completion, rule.tie_break, rule.lot)


def _completion(name: RuleName, given: Completion | str | None) -> Completion:
    if given is None:
        return Completion.ADD1 if name is RuleName.EQUAL_SHARES else Completion.NONE
    completion = _choice(Completion, given, "completion")
    if completion is not Completion.NONE and name is not RuleName.EQUAL_SHARES:
        raise BadRule(f"Only equal shares takes a completion. Leave it out for {name}.")
    return completion


def _choice(kind: type[_Choice], value: str, what: str) -> _Choice:
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(kind)
        raise BadRule(f"There is no {what} called {value}. Choose one of: {known}.") from None


def _set(rule: Rule, name: str, value: object) -> None:
    object.__setattr__(rule, name, value)
