"""Who was asked, who answered, and who was not heard."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from medskab.methods.samples.shapes import BadSample
from medskab.methods.samples.share_interval import share_interval


class Heard(StrEnum):
    """How far a group was heard."""

    WELL = "heard"
    LITTLE = "little heard"
    NOT = "not heard"


@dataclass(frozen=True)
class Stratum:
    """A group: how many were asked and answered."""

    name: str
    asked: int
    answers: int
    rate: float
    heard: Heard


@dataclass(frozen=True)
class Coverage:
    """All groups and the whole."""

    asked: int
    answers: int
    rate: float
    strata: tuple[Stratum, ...]

    @property
    def unheard(self) -> tuple[Stratum, ...]:
        """The groups that were asked and did not answer at all."""
        return tuple(stratum for stratum in self.strata if stratum.heard is Heard.NOT)


def response_rate(asked: Mapping[str, int], answers: Mapping[str, int]) -> Coverage:
    """The response rate of each group and of all, and which groups were not heard.

    `asked`, `answers`: people by group (block, age band). "Little heard" is a group that answered less than
    half as often as all did, too seldom for chance alone.

    When not: a high rate proves no fair picture, and a low one no skewed one. It says where to look.

    Errors: `BadSample` if more answered than were asked, or a group answered that nobody asked.

    >>> found = response_rate({"A": 40, "B": 60, "C": 20}, {"A": 20, "B": 24})
    >>> [(one.name, str(one.heard)) for one in found.strata], round(found.rate, 2)
    ([('A', 'heard'), ('B', 'heard'), ('C', 'not heard')], 0.37)
    """
    for name, count in answers.items():
        if count > asked.get(name, 0):
            raise BadSample(f"{name}: {count} answered, but only {asked.get(name, 0)} were asked.")
    everybody, heard = sum(asked.values()), sum(answers.values())
    if not everybody:
        raise BadSample("Nobody was asked.")
    rate = heard / everybody
    strata = tuple(
        _stratum(name, count, answers.get(name, 0), rate) for name, count in asked.items() if count
    )
    return Coverage(everybody, heard, rate, strata)


def _stratum(name: str, asked: int, answers: int, rate: float) -> Stratum:
    return Stratum(name, asked, answers, answers / asked, _heard(answers, asked, rate))


def _heard(answers: int, asked: int, rate: float) -> Heard:
    if not answers:
        return Heard.NOT
    is_seldom = answers / asked < rate / 2 and share_interval(answers, asked).high < rate
    return Heard.LITTLE if is_seldom else Heard.WELL
