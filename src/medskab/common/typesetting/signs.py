"""Which signs of a text can be printed. Those that no font here has would break a tagged PDF."""

import re
import unicodedata
from collections.abc import Iterable

from .press import unprintable

BOX = "\u25a1"
_SURE = re.compile(r"[\u0020-\u007e\u00a0-\u00ff\u2013-\u2026\u2066-\u2069]*")
# What is not a letter, number or stop of the alphabets in fonts/.
_NOT_OURS = re.compile(
    r"[^\u0020-\u007e\u00a0-\u00ff\u0100-\u017f\u0400-\u045f\u0621-\u064a\u0660-\u0669\u2013-\u2026]"
)
# Embeddings and overrides turn the text around them; isolates do not, and our sentences use them.
# A mark of byte order is no sign at all, and forbidden in a tagged PDF.
_UNWANTED = frozenset("\u202a\u202b\u202c\u202d\u202e\ufeff\ufffe")
_NEVER = frozenset({"Cc", "Cs", "Co"})
_ORNAMENT = frozenset({"So", "Sk", "Mn", "Me", "Cf", "Cn"})
_SPACES = re.compile(r" {2,}")
_LONGEST_WORD = re.compile(r"\S{28}(?=\S{8})")


def printable(texts: Iterable[str], *, only_ours: bool = False) -> dict[str, str]:
    """Each text as it can be printed: a picture sign that no font has is left out, a letter is a box.

    `only_ours` keeps to the letters that we bring along, for texts that typst cannot set otherwise.
    """
    plain = {text: _plain(text) for text in texts}
    doubtful = sorted({one for one in plain.values() if not _SURE.fullmatch(one)})
    missing = frozenset(_NOT_OURS.findall("".join(doubtful))) if only_ours else unprintable(doubtful)
    return {text: _without(one, missing) or (BOX if text.strip() else "") for text, one in plain.items()}


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is written from the right."""
    directions = (unicodedata.bidirectional(sign) for sign in text)
    return next((one in {"R", "AL"} for one in directions if one in {"L", "R", "AL"}), False)


def breakable(text: str) -> str:
    """A word that no line can hold may break anywhere."""
    return _LONGEST_WORD.sub(lambda found: found[0] + "\u200b", text)


def shortened(text: str, most: int) -> str:
    """A text that leaves room for others: cut at a word where there is one."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut).rstrip() + "…"


def _plain(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    signs = (" " if sign in "\t\n\r" else sign for sign in composed)
    kept = (s for s in signs if s not in _UNWANTED and unicodedata.category(s) not in _NEVER)
    return _spaced("".join(kept))


def _without(text: str, missing: frozenset[str]) -> str:
    if not missing.intersection(text):
        return text
    kept = "".join(_stand_in(sign) if sign in missing else sign for sign in text)
    return _spaced(kept)


def _spaced(text: str) -> str:
    """Single spaces; those that hold an amount together stay."""
    return _SPACES.sub(" ", text).strip(" ")


def _stand_in(sign: str) -> str:
    return "" if unicodedata.category(sign) in _ORNAMENT else BOX
