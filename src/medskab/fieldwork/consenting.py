"""The consent as it was shown: which purposes, in which words, in which language, heard by whom."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from medskab.people.models import Channel, Purpose, Voice

_FILE = Path(__file__).with_name("consent_texts.toml")


@dataclass(frozen=True)
class Texts:
    """The sentences in one language; an unchecked translation counts only with the Danish beside it."""

    language: str
    name: str
    direction: str
    is_checked: bool
    intro: str
    purposes: Mapping[str, str]


@dataclass(frozen=True)
class Asked:
    """What was asked and answered in one go."""

    purposes: tuple[str, ...]
    voices: tuple[Voice, ...]
    language: str
    channel: Channel
    beside: str = ""
    witness: str = ""


@cache
def languages() -> dict[str, Texts]:
    """All languages that the consent can be read in."""
    written = tomllib.loads(_FILE.read_text())
    return {code: Texts(code, **given) for code, given in written["languages"].items()}


def version() -> str:
    """Which wording this is; whoever changes a sentence changes the version."""
    return str(tomllib.loads(_FILE.read_text())["version"])


def all_purposes() -> tuple[str, ...]:
    """In the order in which they are asked."""
    return tuple(Purpose.values)
