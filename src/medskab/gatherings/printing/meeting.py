"""What a sheet shows: finished sentences, in the reader's language."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class PrintedItem:
    """A point of the agenda; `results` are sentences that stand out."""

    number: int
    title: str
    paragraphs: tuple[str, ...] = ()
    results: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PrintedMeeting:
    """An agenda or minutes. `kind` says which; `nature` whether the meeting binds; `day` dates the file."""

    area: str
    title: str
    kind: str
    nature: str
    facts: tuple[tuple[str, str], ...]
    items_title: str
    items: tuple[PrintedItem, ...]
    ending_title: str = ""
    ending: tuple[str, ...] = ()
    digest: str = ""
    address: str
    page: str
    language: str
    is_right_to_left: bool = False
    is_demo: str = ""
    day: date
