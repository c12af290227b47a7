"""What the sheets of a vote share: whose it is, and the way from a dataclass to a PDF."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from medskab.common.typesetting import BOX, Unsettable
from medskab.common.typesetting.colours import colours
from medskab.common.typesetting.drawings import courtyard_picture, mark_picture

from .plain import plain
from .typesetting import pdf, pdf_apart
from .words import labels


@dataclass(frozen=True, kw_only=True)
class Paper:
    """What every sheet of a vote says. `made_on` is the day inside the file; `seed` keeps an area's sign.
    A sample is marked across the page."""

    area: str
    seed: str
    accent: str
    title: str
    made_on: date
    language: str
    is_right_to_left: bool = False
    is_demo: bool = False
    is_sample: bool = False


LONGEST_NAME = 150


def printed(
    sheet: str,
    paper: Paper,
    words: Mapping[str, str],
    more: Mapping[str, Any],
    *,
    is_secret: bool = False,
    longest_name: int = LONGEST_NAME,
) -> bytes:
    """A tagged PDF. `words` are ours; `more` are values that the sheet needs beside those of the paper."""
    press = pdf_apart if is_secret else pdf

    def draw(*, only_ours: bool) -> bytes:
        return press(f"vote/{sheet}", _said(paper, words, more, longest_name, only_ours), paper.made_on)

    try:
        return draw(only_ours=False)
    except Unsettable:
        return draw(only_ours=True)


def ways(address: str, kiosk: str, paper: str) -> list[dict[str, str]]:
    """How one can vote; those that are not offered are left out."""
    offered = [
        {"icon": "phone", "how": _("On a phone or computer"), "told": bare(address)},
        {"icon": "screen", "how": _("On a screen with help"), "told": kiosk},
        {"icon": "urn", "how": _("On paper"), "told": paper},
    ]
    return [way for way in offered if way["told"]]


def bare(address: str) -> str:
    """An address as people type it."""
    return address.split("://", 1)[-1].rstrip("/")


def _said(
    paper: Paper, words: Mapping[str, str], more: Mapping[str, Any], longest_name: int, only_ours: bool
) -> dict[str, Any]:
    values = asdict(paper) | {"made_on": None, "labels": labels(), "words": dict(words)} | dict(more)
    shown: dict[str, Any] = plain(values, longest_name, only_ours=only_ours)
    sample, title = _("Sample – not valid") if paper.is_sample else "", shown["title"]["text"]
    return shown | {
        "document": ": ".join(filter(None, (sample, title))) or BOX,  # a tagged PDF needs a title
        "address_words": bare(values.get("address", "")),
        "sample": sample,
        "colours": colours(paper.accent),
        "mark": mark_picture(paper.seed, paper.accent),
        "picture": courtyard_picture(paper.seed, paper.accent, "raised"),
    }
