"""Exact amounts over one common denominator: no float, and no greatest common divisor at each step."""

from collections.abc import Iterable
from fractions import Fraction
from math import gcd


class Ledger:
    """A growing list of exact amounts `numerators[i] / denominator`; number 0 is nothing, for "never paid".

    Each new amount is a whole-number combination of earlier ones, divided by a whole number; so the common
    denominator grows by a few bits a step, and all else is integer arithmetic.
    """

    def __init__(self, start: Fraction) -> None:
        self.start = start.numerator
        self.denominator = start.denominator
        self.numerators = [0]

    def left(self, heads: int, counts: Iterable[int]) -> int:
        """Return heads·start − Σ counts·amounts, as a numerator: what so many voters hold after paying."""
        paid = sum(count * amount for count, amount in zip(counts, self.numerators, strict=False) if count)
        return heads * self.start - paid

    def append(self, numerator: int, divisor: int) -> None:
        """Add the amount numerator ÷ denominator ÷ divisor."""
        shared = gcd(numerator, divisor)
        factor = divisor // shared
        if factor != 1:
            self.numerators = [amount * factor for amount in self.numerators]
            self.start *= factor
            self.denominator *= factor
        self.numerators.append(numerator // shared)

    def fraction(self, numerator: int, divisor: int = 1) -> Fraction:
        """Return numerator ÷ denominator ÷ divisor in lowest terms."""
        return Fraction(numerator, self.denominator * divisor)

    def floating(self, numerator: int, divisor: int = 1) -> float:
        """Return the nearest double to it."""
        return numerator / (self.denominator * divisor)
