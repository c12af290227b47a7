"""Numbers of a `.pb` file, exact: a decimal point or a decimal comma, never a float."""

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"([+-]?)([0-9]+)(?:[.,]([0-9]*))?")
_MOST_DIGITS = 18
MOST_DECIMALS = 9


@dataclass(frozen=True, slots=True)
class Amount:
    """`digits` divided by ten to the power `decimals`; zeros are dropped after the second decimal."""

    digits: int
    decimals: int = 0

    def times(self, scale: int) -> int:
        """This amount as a whole number of `1/scale`, where `scale` is a power of ten with room for it."""
        return self.digits * scale // int(10**self.decimals)

    def fits(self, scale: int) -> bool:
        """Whether the amount is a whole number of `1/scale`."""
        return self.digits * scale % int(10**self.decimals) == 0


def parse_amount(text: str) -> Amount | None:
    """The exact amount that `text` says, or None where it is not a plain decimal number.

    >>> parse_amount("740793,05")
    Amount(digits=74079305, decimals=2)
    """
    match = _NUMBER.fullmatch(text.strip())
    if not match:
        return None
    sign, whole, decimals = match[1], match[2].lstrip("0"), match[3] or ""
    decimals = decimals.rstrip("0") if len(decimals.rstrip("0")) > 2 else decimals[:2]
    if len(whole) + len(decimals) > _MOST_DIGITS or len(decimals) > MOST_DECIMALS:
        return None
    digits = int(whole + decimals or "0")
    return Amount(-digits if sign == "-" else digits, len(decimals))


def may_be_thousands(text: str) -> bool:
    """Whether exactly three digits follow the separator, as in 12.000, which many read as twelve thousand."""
    match = _NUMBER.fullmatch(text.strip())
    return bool(match and match[3] and len(match[3]) == 3)


def amount_text(coins: int, scale: int) -> str:
    """An amount of `coins`, each `1/scale`, as decimal text without needless zeros.

    >>> amount_text(74079305, 100), amount_text(5000, 100)
    ('740793.05', '50')
    """
    whole, rest = divmod(abs(coins), scale)
    decimals = str(rest).zfill(len(str(scale)) - 1).rstrip("0") if rest else ""
    return f"{'-' if coins < 0 else ''}{whole}{'.' if decimals else ''}{decimals}"
