"""Amounts in the currency of a decision: kroner as everywhere, other money with its code."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from django.utils.formats import number_format

from medskab.common.templatetags.figures import kroner

NO_BREAK = "\u00a0"


@dataclass(frozen=True)
class Money:
    """How one decision's money is written. `unit` is how many of the smallest coin make one."""

    currency: str
    unit: int

    def coins(self, coins: int) -> str:
        """An amount that is kept in the smallest coin."""
        return self._shown(Decimal(coins) / self.unit)

    def text(self, amount: str, *, is_missing: bool = False) -> str:
        """An amount of a counting answer, rounded to the coin: down, so that too little never looks enough.

        What is missing is rounded up, so that both still add up.
        """
        exact = Decimal(amount)
        rounding = ROUND_CEILING if is_missing else ROUND_FLOOR
        return self._shown(exact.quantize(Decimal(1).scaleb(-self._decimals), rounding))

    @property
    def _decimals(self) -> int:
        return min(2, len(str(self.unit)) - 1)

    def _shown(self, amount: Decimal) -> str:
        if self.currency == "DKK":
            # Many an amount ends its sentence: one full stop is enough.
            return kroner(int(amount * 100)).removesuffix(".")
        whole = amount == amount.to_integral_value()
        shown = number_format(amount, decimal_pos=0 if whole else 2, use_l10n=True, force_grouping=True)
        return f"{shown}{NO_BREAK}{self.currency}"


def plain_number(number: int | Decimal) -> str:
    """A number in the reader's language, thousands apart."""
    return number_format(number, use_l10n=True, force_grouping=True)
