"""One plain English sentence for why a project was not funded."""

from collections.abc import Callable
from fractions import Fraction

from .money_text import money_text
from .outcome import Reason, ReasonCode

_MOST_NAMED = 3


def reason_text(reason: Reason, currency_unit: int) -> str:
    """Say in one or two sentences why a project was not funded, with the numbers.

    Use it on the command line and in plain text. Not on pages: these have sentences of their own, translated.
    What was left is rounded down, so that too little never looks like enough.

    >>> reason_text(Reason("7", ReasonCode.SUPPORTERS_SHORT, 6000, 41, money=Fraction(8621, 2)), 1)
    'Its supporters had 4,310 left; it costs 6,000.'
    """
    return _SENTENCES[reason.code](_Numbers(reason, currency_unit))


class _Numbers:
    """The numbers of a reason as texts."""

    def __init__(self, reason: Reason, currency_unit: int) -> None:
        self.reason = reason
        self.cost = money_text(Fraction(reason.cost), currency_unit)
        self.money = money_text(reason.money or Fraction(0), currency_unit)
        named = ", ".join(reason.because[:_MOST_NAMED])
        others = len(reason.because) - _MOST_NAMED
        self.because = f"{named} and {others:,} more" if others > 0 else named


def _too_few(numbers: _Numbers) -> str:
    return f"Too few ballots name it: {numbers.reason.supporters:,}; it needs {numbers.reason.needed or 0:,}."


def _money_taken(numbers: _Numbers) -> str:
    taken = f" The money went to {numbers.because}." if numbers.because else ""
    return f"When its turn came, {numbers.money} was left; it costs {numbers.cost}.{taken}"


def _stopped(numbers: _Numbers) -> str:
    if numbers.reason.project in numbers.reason.because:
        return f"It was next in line: {numbers.money} was left; it costs {numbers.cost}. The count stopped."
    return (
        f"The count stopped before it: {numbers.money} was left,"
        f" and the next in line ({numbers.because}) did not fit."
    )


def _category_full(numbers: _Numbers) -> str:
    category = numbers.reason.category
    return f"The category {category} had {numbers.money} left under its ceiling; it costs {numbers.cost}."


_SENTENCES: dict[ReasonCode, Callable[[_Numbers], str]] = {
    ReasonCode.NO_VOTES: lambda numbers: "Nobody voted for it.",
    ReasonCode.TOO_FEW_VOTES: _too_few,
    ReasonCode.OVER_BUDGET: lambda n: f"It costs {n.cost}; the whole budget is {n.money}.",
    ReasonCode.SUPPORTERS_SHORT: lambda n: f"Its supporters had {n.money} left; it costs {n.cost}.",
    ReasonCode.MONEY_TAKEN: _money_taken,
    ReasonCode.STOPPED: _stopped,
    ReasonCode.INCOMPATIBLE: lambda n: f"It cannot be carried out beside {n.because}, which is funded.",
    ReasonCode.CATEGORY_FULL: _category_full,
    ReasonCode.OVERRIDE: lambda n: f"Taken out by hand by {n.reason.by}: {n.reason.note}",
}
