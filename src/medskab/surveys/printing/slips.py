"""Slips with a code for each home: ten on a sheet, to cut out. Codes are secrets: they are set apart."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
from django.utils.translation import gettext as _

from medskab.common.typesetting import Press, Unsettable, printable

_PRESS = Press(Path(__file__).resolve().parent / "typ")


@dataclass(frozen=True, kw_only=True)
class PrintedSlips:
    """One survey's codes: each as it is typed, with the address in its QR code."""

    area: str
    title: str
    language: str
    address: str
    made_on: date
    codes: tuple[tuple[str, str], ...]
    is_right_to_left: bool = False


def slips(printed: PrintedSlips) -> bytes:
    """A tagged PDF, A4."""
    try:
        return _drawn(printed, only_ours=False)
    except Unsettable:
        return _drawn(printed, only_ours=True)


def _drawn(printed: PrintedSlips, *, only_ours: bool) -> bytes:
    words = {
        "once": _("One answer from your home"),
        "scan": _("Scan the code with your phone, or type it here:"),
        "name": _("You need no name. Nobody knows which home got which code."),
        "qr": _("Code that opens the survey"),
    }
    texts = {"area": printed.area, "title": printed.title, **words}
    clean = printable(set(texts.values()), only_ours=only_ours)
    said: dict[str, Any] = {name: clean[text] for name, text in texts.items()} | {
        "language": printed.language,
        "is_right_to_left": printed.is_right_to_left,
        "address": printed.address.split("://", 1)[-1],
        "slips": [{"code": code, "drawn": _code(address)} for code, address in printed.codes],
    }
    said["title"] = str(said["title"]).strip() or _("Survey")  # a tagged PDF needs a title
    return _PRESS.pdf_apart("slips.typ", said, printed.made_on)


def _code(address: str) -> str:
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=2, xmldecl=False)
    return drawn.getvalue().decode()
