"""For the wall: what became of what people said. Only what everybody may read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from medskab.common.typesetting.drawings import code_picture
from medskab.common.typesetting.sheets import drawn, dressed, own, set_sheet
from medskab.places.models import Area

from .posters import PRESS, bare

NOT_SHOWN = "–"


@dataclass(frozen=True)
class Told:
    """A need or asset, how many said it (empty where few did), how far it is, and what came of it."""

    title: str
    kind: str
    voices: str
    state: str
    step: int
    came: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class Became:
    """The sheet: numbers with their words, then the needs; `day` and `since` are days in words."""

    numbers: Sequence[tuple[str, str]]
    needs: Sequence[Told]
    since: str
    day: str
    address: str
    made_on: date


def wall_sheet(area: Area, asked: Became) -> bytes:
    """One page, A3, in the language that is active."""
    has_gaps = any(number == NOT_SHOWN for number, _label in asked.numbers)
    words = {
        "heading": _("What became of what you said"),
        "since": _("Said since %(day)s") % {"day": asked.since},
        "none": _("Nothing is on the board yet."),
        "more": _("See all, and say something"),
        "hidden": _("A dash: not shown, so that nobody can be recognised.") if has_gaps else "",
        "stand": _("As it was on %(day)s") % {"day": asked.day},
    }
    said = {
        **dressed(area),
        "document": f"{words['heading']}: {area.name}",
        "language": (get_language() or "en").split("-")[0],
        "is_right_to_left": get_language_bidi(),
        "is_demo": area.is_demo,
        "demo": _("Demo"),
        "words": words,
        "numbers": [{"number": number, "label": label} for number, label in asked.numbers],
        "needs": [_told(one) for one in asked.needs],
        "address": bare(asked.address),
        "board": {
            "scan": drawn(code_picture(asked.address)),
            "leads": _("A code that leads to %(address)s") % {"address": asked.address},
        },
    }
    return set_sheet(PRESS, "became.typ", said, asked.made_on)


def _told(one: Told) -> dict:
    return {
        "title": own(one.title, 110),
        "kind": one.kind,
        "voices": one.voices,
        "state": one.state,
        "step": one.step,
        "came": [own(came, 90) for came in one.came],
    }
