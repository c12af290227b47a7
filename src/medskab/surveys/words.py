"""Texts by language: the reader's where it is there, else Danish, else whichever there is."""

from collections.abc import Mapping
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import get_language


class Worded(NamedTuple):
    """A text and the language it is in; `is_other` where the reader asked for another."""

    text: str
    language: str
    is_other: bool


def worded(words: Mapping[str, str], language: str = "") -> Worded:
    """The text as this reader can have it."""
    wanted = language or (get_language() or settings.LANGUAGE_CODE)
    for code in (wanted, settings.LANGUAGE_CODE, *words):
        if text := words.get(code, ""):
            return Worded(text, code, code != wanted)
    return Worded("", wanted, False)
