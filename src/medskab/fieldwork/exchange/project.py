"""A project of coded texts as it travels: plain facts, no database."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Coder:
    """Who coded, by a number or another name."""

    guid: str
    name: str


@dataclass(frozen=True)
class TravellingCode:
    """A code and the one above it; `colour` is #rrggbb or nothing."""

    guid: str
    name: str
    description: str = ""
    colour: str = ""
    parent: str = ""


@dataclass(frozen=True)
class Passage:
    """Codes on a stretch of text: from `start` up to, not with, `end`, in Unicode code points."""

    guid: str
    start: int
    end: int
    codes: tuple[str, ...]
    coder: str = ""
    at: datetime | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Text:
    """A source with plain text; lines end with one sign."""

    guid: str
    name: str
    words: str
    passages: tuple[Passage, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Note:
    """A memo; codes, texts and passages name it."""

    guid: str
    name: str
    words: str


@dataclass(frozen=True)
class Case:
    """Somebody or something that texts are about."""

    guid: str
    name: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Project:
    """All of it."""

    name: str
    coders: tuple[Coder, ...] = ()
    codes: tuple[TravellingCode, ...] = ()
    texts: tuple[Text, ...] = ()
    notes: tuple[Note, ...] = ()
    cases: tuple[Case, ...] = ()
    left_out: tuple[str, ...] = ()
