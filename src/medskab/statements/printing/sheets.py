"""Sheets of statements with three circles each; each sheet has a number, so that it is one voice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from medskab.common.typesetting import Press
from medskab.common.typesetting.drawings import code_picture
from medskab.common.typesetting.sheets import drawn, dressed, own, set_sheet
from medskab.statements.models import Choice, Conversation, Statement

ON_A_SIDE = 20
MOST_ON_A_SHEET = 2 * ON_A_SIDE
_PRESS = Press(Path(__file__).resolve().parent / "typ")


@dataclass(frozen=True, kw_only=True)
class PaperSheets:
    """One sheet for each of `numbers`; `place` is where they lie, may be empty."""

    numbers: Sequence[str]
    statements: Sequence[Statement]
    place: str
    address: str
    made_on: date


def sheets(about: Conversation, asked: PaperSheets) -> bytes:
    """A4 in the language that is active, twenty statements on each side."""
    said = {
        **dressed(about.area),
        "document": (about.title.strip() and f"{about.title} · {about.area.name}") or _("Statements"),
        "title": own(about.title, 100),
        "question": own(" ".join(about.question.split()), 220),
        "place": own(asked.place, 60),
        "language": (get_language() or "en").split("-")[0],
        "is_right_to_left": get_language_bidi(),
        "is_demo": about.area.is_demo,
        "address": asked.address.split("://", 1)[-1].rstrip("/"),
        "scan": drawn(code_picture(asked.address)),
        "leads": _("A code that leads to %(address)s") % {"address": asked.address},
        "numbers": list(asked.numbers),
        "on_a_side": ON_A_SIDE,
        "statements": [_stated(one) for one in asked.statements],
        "choices": [str(Choice(one).label) for one in (Choice.AGREE, Choice.DISAGREE, Choice.PASS)],
        "words": _words(),
    }
    return set_sheet(_PRESS, "sheets.typ", said, asked.made_on, is_apart=True)


def _stated(one: Statement) -> dict:
    return {"number": str(one.number), "words": own(one.words), "language": one.language[:2]}


def _words() -> dict[str, str]:
    return {
        "how": _("Fill one circle on each line. Leave out what you like."),
        "name": _("Do not write your name."),
        "phone": _("Or do it on a phone"),
        "sheet": _("Sheet"),
        "side": _("Side"),
        "demo": _("Demo"),
    }
