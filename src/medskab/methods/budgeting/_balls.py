"""Numbers known to two thousand digits with a bound on the error, where fractions would grow too long.

Under bounded overspending each payment is a quotient of sums of earlier ones, so exact fractions double in
length with each purchase: after thirty of them no computer holds one. A ball is mid ± rad in units of 2⁻ᴾ,
and each operation rounds rad up, so what two balls tell apart is apart for certain.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

BITS = 8192
"""Binary digits after the point."""
_AGREE = 4096
"""What agrees in so many binary digits is counted as equal."""
_DIGITS = 30
"""Decimals of an amount that is shown."""


class Ball(NamedTuple):
    """mid ± rad, in units of 2⁻ᴾ."""

    mid: int
    rad: int = 0

    def less(self, other: "Ball") -> bool:
        """Whether this is smaller for certain."""
        return other.mid - self.mid > self.rad + other.rad

    def minus(self, other: "Ball") -> "Ball":
        """Return the difference."""
        return Ball(self.mid - other.mid, self.rad + other.rad)

    def plus(self, other: "Ball") -> "Ball":
        """Return the sum."""
        return Ball(self.mid + other.mid, self.rad + other.rad)

    def times(self, count: int) -> "Ball":
        """Return a whole multiple, exactly."""
        return Ball(self.mid * count, self.rad * abs(count))

    def over(self, count: int) -> "Ball":
        """Return the ball divided by a whole number."""
        return Ball(self.mid // count, self.rad // count + 2)

    def by(self, other: "Ball") -> "Ball":
        """Return the product of two balls that are not negative."""
        spread = self.mid * other.rad + other.mid * self.rad + self.rad * other.rad
        return Ball(self.mid * other.mid >> BITS, (spread >> BITS) + 2)

    def divided_by(self, other: "Ball") -> "Ball":
        """Return the quotient of two balls that are positive."""
        quotient = (self.mid << BITS) // other.mid
        spread = (self.rad << BITS) + (abs(quotient) + 1) * other.rad
        return Ball(quotient, spread // max(1, other.mid - other.rad) + 2)

    def agrees(self, other: "Ball") -> bool:
        """Whether two balls that overlap are known well enough to be called equal."""
        return (self.rad + other.rad).bit_length() + _AGREE < max(1, self.mid, other.mid).bit_length()

    def floating(self) -> float:
        """Return the nearest double."""
        return self.mid / (1 << BITS)

    def shown(self) -> Fraction:
        """Return the value to thirty decimals."""
        return Fraction((self.mid * 10**_DIGITS * 2 + (1 << BITS)) >> (BITS + 1), 10**_DIGITS)


def whole(number: int) -> Ball:
    """Return a whole number as a ball."""
    return Ball(number << BITS)


def ball(number: Fraction) -> Ball:
    """Return a fraction as a ball."""
    return Ball((number.numerator << BITS) // number.denominator, 1)


def left(start: Ball, heads: int, counts: Iterable[int], amounts: list[Ball]) -> Ball:
    """Return heads·start − Σ counts·amounts: what so many voters hold after paying."""
    mid, rad = heads * start.mid, heads * start.rad
    for count, amount in zip(counts, amounts, strict=False):
        if count:
            mid -= count * amount.mid
            rad += count * amount.rad
    return Ball(mid, rad)
