"""One thing that was looked at, and how it is."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How it is."""

    GOOD = "good"
    ADVICE = "advice"
    WRONG = "wrong"


@dataclass(frozen=True)
class Finding:
    """What was looked at, how it is, and in one sentence what to do."""

    about: str
    level: Level
    sentence: str


def good(about: str, sentence: str) -> Finding:
    """All is well."""
    return Finding(about, Level.GOOD, sentence)


def advice(about: str, sentence: str) -> Finding:
    """It works, and could be better."""
    return Finding(about, Level.ADVICE, sentence)


def wrong(about: str, sentence: str) -> Finding:
    """Something has to be done."""
    return Finding(about, Level.WRONG, sentence)
