"""A survey as a paper form: circles to fill in, lines to write on, and a code that opens it on a phone."""

from dataclasses import asdict, dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import segno
from django.utils.translation import gettext as _

from medskab.common.typesetting import Press, Unsettable
from medskab.common.typesetting.sheets import printable_values

_PRESS = Press(Path(__file__).resolve().parent / "typ")


@dataclass(frozen=True, kw_only=True)
class PrintedQuestion:
    """`kind`: single, multiple, scale, order, number, text or grid; a grid has `rows`."""

    number: str
    words: str
    kind: str
    help: str = ""
    options: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PrintedForm:
    """The form in one language. `made_on` is the day inside the file."""

    area: str
    title: str
    intro: str
    language: str
    address: str
    made_on: date
    questions: tuple[PrintedQuestion, ...]
    is_right_to_left: bool = False
    hand_in: str = ""


def paper_form(form: PrintedForm) -> bytes:
    """A tagged PDF, A4; the same form gives the same bytes. Words reach it as values, never as markup."""
    try:
        return _drawn(form, only_ours=False)
    except Unsettable:
        return _drawn(form, only_ours=True)


def _drawn(form: PrintedForm, *, only_ours: bool) -> bytes:
    hints = {kind: _hints()[kind] for kind in {one.kind for one in form.questions}}
    said = asdict(form) | {"made_on": None, "labels": _labels(), "hints": hints}
    shown = printable_values(said, only_ours=only_ours)
    shown["title"] = shown["title"].strip() or _("Survey")  # a tagged PDF needs a title
    return _PRESS.pdf("form.typ", shown | {"code": _code(form.address)}, form.made_on)


def _hints() -> dict[str, str]:
    return {
        "single": _("Choose one."),
        "scale": _("Choose one."),
        "multiple": _("Choose as many as you like."),
        "order": _("Write 1 at what matters most, 2 at the next, and so on."),
        "number": _("Write a number."),
        "text": _("Write in your own words."),
        "grid": _("Choose one on each line."),
    }


def _labels() -> dict[str, str]:
    return {
        "phone": _("Answer on a phone instead"),
        "free": _("It is up to you. You can leave a question out."),
        "name": _("Do not write your name."),
        "page": _("Page"),
        "code": _("Code that opens the survey"),
    }


def _code(address: str) -> str:
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=2, xmldecl=False)
    return drawn.getvalue().decode()
