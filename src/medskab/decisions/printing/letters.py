"""Letters with the codes of a home: two on a sheet of A4, to be cut apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from medskab.common.typesetting.drawings import code_picture

from .paper import Paper, printed, ways

_MOST_CODES = 6
_MOST_LETTERS = 200


@dataclass(frozen=True, kw_only=True)
class Code:
    """One vote: the code as people type it, and the address that its picture leads to."""

    code: str
    address: str


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What one home gets. It goes to the home: there is no name on it."""

    dwelling: tuple[str, ...]
    codes: tuple[Code, ...]


@dataclass(frozen=True, kw_only=True)
class OtherLanguage:
    """The same in short, for those who read another language better. `language` is its code, as in `ar`."""

    language: str
    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class LetterWords(Paper):
    """What all letters of a vote say.

    `electorate` is the rule for how many votes a home has, in a sentence. `address` is where a code can be
    typed. `kiosk` and `paper` are places with their hours, empty where there is none.
    """

    question: str
    until: str
    electorate: str
    address: str
    kiosk: str = ""
    paper: str = ""
    ask: str
    objection: str
    other_languages: tuple[OtherLanguage, ...] = ()


def letters(sheets: Sequence[Letter], words: LetterWords) -> bytes:
    """All these letters in one file; for a whole area take `letter_files`."""
    if not sheets:
        raise ValueError("There is no letter to print.")
    dealt = [part for sheet in sheets for part in _parts(sheet)]
    more = {"letters": dealt, "ways": ways(words.address, words.kiosk, words.paper)}
    return printed("letters.typ", words, _sentences(words), more, is_secret=True)


def letter_files(sheets: Sequence[Letter], words: LetterWords, most: int = _MOST_LETTERS) -> Iterator[bytes]:
    """The letters in files of at most so many, one file after the other."""
    for start in range(0, len(sheets), most):
        yield letters(sheets[start : start + most], words)


def grouped(code: str) -> str:
    """A code in groups of four, as people read it aloud."""
    bare = "".join(code.replace("-", "").split())
    return " ".join(bare[start : start + 4] for start in range(0, len(bare), 4))


def _parts(sheet: Letter) -> Iterator[dict[str, Any]]:
    """A letter holds so many codes; a home with more gets two letters, and each says so."""
    starts = range(0, max(1, len(sheet.codes)), _MOST_CODES)
    piles = [sheet.codes[start : start + _MOST_CODES] for start in starts]
    for number, codes in enumerate(piles, 1):
        part = _("Letter %(number)s of %(all)s") % {"number": number, "all": len(piles)}
        yield {
            "dwelling": list(sheet.dwelling),
            "codes": [{"typed": grouped(one.code), "scan": code_picture(one.address)} for one in codes],
            "one_vote": _one_vote(len(codes)),
            "part": part if len(piles) > 1 else "",
        }


def _one_vote(number: int) -> str:
    sentence = ngettext(
        "Here is %(number)s code. One code is one vote.",
        "Here are %(number)s codes. One code is one vote.",
        number,
    )
    return sentence % {"number": number}


def _sentences(words: LetterWords) -> dict[str, str]:
    return {
        "to": _("To everybody who lives here"),
        "until": _("Vote until %(until)s.") % {"until": words.until},
        "electorate": words.electorate,
        "scan": _("Scan the code with a phone, or type it."),
        "how": _("Vote in the way that suits you"),
        "again": _("You can vote again until the end. Your last vote counts."),
        "secret": _("Your vote is kept apart from this code. Nobody is told how you voted."),
        "keep": _("A code is like a key: give it to nobody outside your home."),
        "ask": _("Questions"),
        "objection": _("If something is wrong"),
        "cut": _("Cut here"),
        "code_alt": _("A code to scan with a phone"),
    }
