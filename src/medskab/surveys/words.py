"""Texts by language: the reader's where it is there, else Danish, else whichever there is."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.utils.translation import get_language

# What a question can be worded in besides the languages of the pages: those that neighbours read most.
FURTHER = ("ar", "bs", "de", "es", "fa", "fr", "pl", "ru", "so", "sw", "ti", "tr", "uk", "ur", "vi")
# Languages that Django does not name.
_OWN_NAMES = {"so": "Soomaali", "ti": "ትግርኛ", "ur": "اردو"}


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


def language_name(code: str) -> str:
    """A language's name in itself."""
    return _OWN_NAMES.get(code) or LANG_INFO.get(code, {}).get("name_local", code)


def languages_in(texts: Iterable[Mapping[str, str]]) -> list[str]:
    """The languages of the pages, then whichever others these texts are in."""
    pages = [code for code, _name in settings.LANGUAGES]
    further = {code for words in texts for code in words} - set(pages)
    return [*pages, *sorted(further)]
