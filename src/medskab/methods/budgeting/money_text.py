"""An amount as people read it: thousands apart, no more decimals than the coins allow."""

from fractions import Fraction

_MOST_DECIMALS = 2


def money_text(coins: Fraction | int, currency_unit: int) -> str:
    """The amount in currency units for English readers, rounded down to a coin or to two decimals.

    Not for files or answers that are counted with: it rounds.

    >>> money_text(Fraction(74079305), 100), money_text(Fraction(8621, 2), 1)
    ('740,793.05', '4,310')
    """
    decimals = min(_MOST_DECIMALS, len(str(currency_unit)) - 1)
    parts = Fraction(coins) * 10**decimals // currency_unit
    whole, rest = divmod(parts, 10**decimals)
    return f"{whole:,}.{rest:0{decimals}}" if rest else f"{whole:,}"
