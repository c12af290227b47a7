"""Sheets of a vote as a caller would hand them over."""

from datetime import date
from typing import Any

from medskab.decisions.printing.letters import Code, Letter, LetterWords, OtherLanguage

ADDRESS = "https://engparken.example/engparken/vote/puljen/"


def letter(number: int = 1, codes: int = 2) -> Letter:
    """A letter to one home; each of its codes tells its home and its number."""
    typed = (f"{number:04}ABCD{one:04}" for one in range(1, codes + 1))
    return Letter(
        dwelling=(f"Engvej {number}, 2. tv.", "5000 Odense C"),
        codes=tuple(Code(code=code, address=f"https://engparken.example/k/{code}") for code in typed),
    )


def letter_words(**more: Any) -> LetterWords:
    """What the letters of a participatory budget say."""
    wanted: dict[str, Any] = {
        **common(),
        "question": "Hvad skal gårdpuljen bruges til?",
        "until": "søndag den 6. december 2026 kl. 20",
        "electorate": "Hver bolig har to stemmer.",
        "address": ADDRESS,
        "kiosk": "Beboerhuset, hver dag kl. 15–20",
        "paper": "Caféen, Engvej 12",
        "ask": "Amina i beboerhuset, tlf. 70 00 00 00",
        "objection": "Skriv til afdelingsbestyrelsen senest 13. december.",
        "other_languages": (
            OtherLanguage(language="en", name="English", lines=("Each code is one vote.",)),
            OtherLanguage(language="ar", name="العربية", lines=("كل رمز يعادل صوتًا واحدًا.",)),
        ),
    }
    return LetterWords(**{**wanted, **more})


def common() -> dict[str, Any]:
    """What every sheet has."""
    return {
        "area": "Engparken",
        "seed": "engparken",
        "accent": "brick",
        "title": "Gårdpuljen 2026",
        "made_on": date(2026, 11, 3),
        "language": "da",
    }
