"""Sheets of a vote as a caller would hand them over."""

from datetime import date
from typing import Any

from medskab.decisions.printing import (
    CallPoster,
    CheckIn,
    Code,
    CountsPoster,
    DeliverySheet,
    KeySheet,
    Letter,
    LetterWords,
    OtherLanguage,
    PaperBallot,
    PaperProposal,
    PrintedDelivery,
)

DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
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


def key(**more: Any) -> KeySheet:
    """The key for one custodian."""
    wanted: dict[str, Any] = {
        **common(),
        "typed": ("9f86 d081 884c 7d65", "9a2f eaa0 c55a d015", "a3bf 4f1b 2b0b 822c", "d15d 6c15 b0f0 0a08"),
        "content": DIGEST,
        "custodian": "Fatma, beboer",
        "part": "Ark 1 af 2",
        "opening": "mandag den 7. december kl. 18",
        "ask": "Amina i beboerhuset",
    }
    return KeySheet(**{**wanted, **more})


def counts(**more: Any) -> CountsPoster:
    """Numbers that add up."""
    numbers = {"issued": 2690, "voided": 14, "unused": 1472, "paper": 212, "digital": 992, "opened": 1204}
    wanted = {"digest": DIGEST, "held": "Åbnet mandag den 7. december", "address": f"{ADDRESS}board/"}
    return CountsPoster(**{**common(), **numbers, **wanted, **more})


def ballot(shape: Any = "approval", many: int = 5, **more: Any) -> PaperBallot:
    """A ballot with so many proposals, every other with a long name."""
    names = ("Lys i tunnel {}", "Nyttehave til opgang {} med vandpost, redskabsskur, kompost og et halvtag")
    wanted: dict[str, Any] = {
        **common(),
        "shape": shape,
        "question": "Hvad skal gårdpuljen bruges til?",
        "proposals": tuple(
            PaperProposal(number=str(one), name=names[one % 2].format(one), cost=f"{one}.000\u00a0kr.")
            for one in range(1, many + 1)
        ),
        "until": "søndag den 6. december kl. 20",
        "hand_in": "Beboerhuset",
        "points": 10,
        "budget": "300.000\u00a0kr.",
    }
    return PaperBallot(**{**wanted, **more})


def slip(**more: Any) -> CheckIn:
    """The slip of one desk."""
    return CheckIn(**{**common(), "place": "Beboerhuset, Engvej 12", **more})


def call(**more: Any) -> CallPoster:
    """The call to vote in one stairwell."""
    wanted: dict[str, Any] = {
        **common(),
        "question": "Hvad skal gårdpuljen bruges til?",
        "opens": "mandag den 23. november",
        "closes": "søndag den 6. december kl. 20",
        "who": "Alle, der bor i Engparken.",
        "address": ADDRESS,
        "ask": "Amina i beboerhuset",
        "kiosk": "Beboerhuset hver dag",
        "paper": "Caféen",
        "place": "Engvej 14",
    }
    return CallPoster(**{**wanted, **more})


def delivery(many: int = 4, **more: Any) -> DeliverySheet:
    """A decision of which so many things were to come."""
    states: tuple[Any, ...] = ("done", "under-way", "not-begun", "stopped")
    wanted: dict[str, Any] = {
        **common(),
        "decided": "Beboerne valgte fire forslag.",
        "committed": "291.000\u00a0kr.",
        "spent": "132.500\u00a0kr.",
        "share": 0.46,
        "day": "1. maj 2027",
        "address": ADDRESS,
        "deliveries": tuple(
            PrintedDelivery(
                number=str(one),
                name=f"Lys i tunnel {one}",
                who="Gårdlauget",
                due="1. juni 2027",
                state=states[one % 4],
                told=f"Så langt er nummer {one}",
                committed="40.000\u00a0kr.",
                spent="38.200\u00a0kr.",
            )
            for one in range(1, many + 1)
        ),
    }
    return DeliverySheet(**{**wanted, **more})


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
