"""Typst: the one sheet, and the one way in which words reach it: as values, never as markup."""

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import typst

from .meeting import PrintedMeeting

_SHEET = Path(__file__).resolve().parent / "typ" / "meeting.typ"
_NOT_SHOWN = re.compile(
    r'the text (?:contains the disallowed codepoint )?`"(.+?)"`(?: could not be displayed|$)', re.M
)
_BY_NUMBER = re.compile(r"\\u\{([0-9a-f]+)\}")
# What turns the text around it, and what is no sign at all.
_UNWANTED = frozenset("\u202a\u202b\u202c\u202d\u202e\ufeff\ufffe")
_NEVER = frozenset({"Cc", "Cs", "Co", "Cn"})
_LATIN = re.compile(r"[^\u0020-\u007e\u00a0-\u017f\u2013-\u2026]")
_STAND_IN = "?"


class Unsettable(Exception):
    """Typst refused these words, or broke on them."""


def sheet(meeting: PrintedMeeting) -> bytes:
    """A tagged PDF. A sign that no font has would break it: a mark stands there instead."""
    said = _each(asdict(meeting) | {"day": None}, _clean)
    try:
        return _set(said, meeting.day)
    except Unsettable as error:
        named = "".join(_NOT_SHOWN.findall(str(error)))
        missing = frozenset(_BY_NUMBER.sub(lambda found: chr(int(found[1], 16)), named))
        return _set(_each(said, lambda text: _without(text, missing)), meeting.day)


def _each(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: _each(inner, change) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_each(inner, change) for inner in value]
    return value


def _clean(text: str) -> str:
    spaced = unicodedata.normalize("NFC", " ".join(text.split()))
    return "".join(s for s in spaced if s not in _UNWANTED and unicodedata.category(s) not in _NEVER)


def _without(text: str, missing: frozenset[str]) -> str:
    if not missing:  # it broke without naming a sign: keep to what is surely there
        return _LATIN.sub(_STAND_IN, text)
    return "".join(_STAND_IN if sign in missing else sign for sign in text)


def _set(said: dict[str, Any], day: date) -> bytes:
    noon = (day.toordinal() - date(1970, 1, 1).toordinal()) * 86400 + 43200
    compiler = typst.Compiler(
        _SHEET, root=_SHEET.parent, font_paths=_fonts(), sys_inputs={"said": json.dumps(said)}
    )
    try:
        made = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=noon)
    except typst.TypstError as error:
        raise Unsettable(error.diagnostic) from error
    except BaseException as error:
        # Its shaper can break on heaps of stray marks; that is no Exception, and would end the server.
        if type(error).__name__ != "PanicException":
            raise
        raise Unsettable(str(error)) from error
    return bytes(made)  # type: ignore[arg-type]


@cache
def _fonts() -> typst.Fonts:
    """Typst's own letters, and the machine's for scripts that those lack; read once."""
    return typst.Fonts(include_system_fonts=True)
