"""Slips to write on: four on a sheet, each with a receipt to keep."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from medskab.common.typesetting.drawings import code_picture
from medskab.common.typesetting.sheets import drawn, dressed, own, set_sheet
from medskab.needs.models import InputKind
from medskab.places.models import Area

from .posters import PRESS, bare

ON_A_SHEET = 4


@dataclass(frozen=True, kw_only=True)
class Slips:
    """What stands on them: `codes` are of the receipts, one a slip; `say` and `receipt` are addresses."""

    codes: Sequence[str]
    place: str
    say: str
    receipt: str
    days: int
    made_on: date


def slips(area: Area, asked: Slips) -> bytes:
    """A4 sheets in the language that is active; set by a process of its own, for the codes are secrets."""
    said = {
        **dressed(area),
        "document": _("Tell us: %(area)s") % {"area": area.name},
        "language": (get_language() or "en").split("-")[0],
        "is_right_to_left": get_language_bidi(),
        "is_demo": area.is_demo,
        "demo": _("Demo"),
        "place": own(asked.place, 60),
        "codes": [f"{code[:5]} {code[5:]}" for code in asked.codes],
        "say": {"scan": drawn(code_picture(asked.say)), "leads": _leads(asked.say)},
        "receipt": {"scan": drawn(code_picture(asked.receipt)), "leads": _leads(asked.receipt)},
        "address": bare(asked.receipt),
        "words": _words(asked.days),
    }
    return set_sheet(PRESS, "slips.typ", said, asked.made_on, is_apart=True)


def _leads(address: str) -> str:
    return _("A code that leads to %(address)s") % {"address": address}


def _words(days: int) -> dict[str, str | list[str]]:
    return {
        "heading": _("Tell us"),
        "what": _("What do you need, or what is good?"),
        "where": _("Where? The block is enough"),
        "contact": _("How do we reach you? You may leave it empty"),
        "kinds": [str(InputKind(kind).label) for kind in (InputKind.NEED, InputKind.ASSET, InputKind.IDEA)],
        "show": _("You may show my words to others, without my name"),
        "seen": _("Only those who work here read it. Write no names of others."),
        "phone": _("Or say it on a phone"),
        "code": _("Code of this slip"),
        "keep": _("Keep this half"),
        "answer": _("It gets an answer within %(days)s days. Read it with your code here:") % {"days": days},
        "nobody": _("Show the code to nobody: it opens the answer."),
    }
