"""What the methods of this family take and return."""

from dataclasses import dataclass

LEVEL = 0.95


class BadSample(ValueError):
    """The figures cannot be a sample; the text says what to mend."""


@dataclass(frozen=True)
class Share:
    """A share from 0 to 1 and the ends between which the true one lies.

    `answers`: how many answered; `worth`: how many unweighted answers of an endless population tell as much.
    """

    share: float
    low: float
    high: float
    answers: float
    worth: float

    @property
    def margin(self) -> float:
        """The longer of its two arms."""
        return max(self.share - self.low, self.high - self.share)


@dataclass(frozen=True)
class Mean:
    """A mean in the scale's own units and the ends between which the true one lies.

    `error`: its standard error; `freedom`: degrees of freedom of its variance.
    """

    mean: float
    low: float
    high: float
    answers: int
    error: float
    freedom: float


def check_population(answers: float, population: int | None) -> None:
    """Refuse more answers than there are people.

    >>> check_population(4, 3)
    Traceback (most recent call last):
    medskab.methods.samples.shapes.BadSample: 4 answers cannot come from 3 people.
    """
    if population is not None and answers > population:
        raise BadSample(f"{answers:g} answers cannot come from {population} people.")
