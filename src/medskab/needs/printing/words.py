"""The sentences of posters: data, in more languages than the site's pages have."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).resolve().parent / "words.toml"
# Beside what nobody has checked stands the language of the area.
FIRST = "da"
KINDS = ("say", "conversation", "survey")


@dataclass(frozen=True)
class Language:
    """What a poster says in one language: for each kind of door a question and what to do."""

    code: str
    name: str
    is_checked: bool
    said: dict[str, tuple[str, str]]
    free: str


@cache
def languages() -> dict[str, Language]:
    """Every language that posters can be printed in, by its code."""
    read = tomllib.loads(_FILE.read_text("utf-8"))
    return {code: _language(code, facts) for code, facts in read.items()}


def beside_danish(chosen: list[str]) -> list[Language]:
    """The languages asked for, in the order of the file; Danish with them where one is not checked."""
    asked = [one for code, one in languages().items() if code in chosen]
    if asked and all(one.is_checked for one in asked):
        return asked
    return [languages()[FIRST], *(one for one in asked if one.code != FIRST)]


def _language(code: str, facts: dict) -> Language:
    said = {kind: (facts[kind][0], facts[kind][1]) for kind in KINDS}
    return Language(code, facts["name"], facts["status"] == "checked", said, facts["free"])
