"""Posters for stairwells: one page for each, with the code that opens one thing there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from django.utils.translation import gettext as _

from medskab.common.typesetting import Press
from medskab.common.typesetting.drawings import code_picture
from medskab.common.typesetting.sheets import drawn, dressed, own, set_sheet
from medskab.places.models import Area

from .words import Language

PRESS = Press(Path(__file__).resolve().parent / "typ")
_LONGEST_NAME, _LONGEST_ADDRESS = 60, 200


@dataclass(frozen=True)
class OnWall:
    """One page: the place that it hangs at, and where its code leads."""

    place: str
    address: str


@dataclass(frozen=True, kw_only=True)
class Posters:
    """What hangs there: `kind` chooses the sentences; `title` is of what it opens, where that has one."""

    kind: str
    title: str
    languages: Sequence[Language]
    walls: Sequence[OnWall]
    size: Literal["a4", "a3", "strips"]
    made_on: date


def posters(area: Area, asked: Posters) -> bytes:
    """A page for each wall, A4 or A3; `strips` has eight strips to tear off below."""
    said = {
        **dressed(area),
        "document": _("Posters: %(area)s") % {"area": area.name},
        "title": own(asked.title, 90),
        "kind": asked.kind,
        "size": asked.size,
        "is_demo": area.is_demo,
        "demo": _("Demo"),
        "languages": [_worded(one, asked.kind) for one in asked.languages],
        "walls": [_wall(one) for one in asked.walls],
    }
    return set_sheet(PRESS, "posters.typ", said, asked.made_on, is_apart=True)


def bare(address: str) -> str:
    """An address as people type it."""
    return address.split("://", 1)[-1].rstrip("/")


def _worded(language: Language, kind: str) -> dict[str, Any]:
    question, how = language.said[kind]
    return {"code": language.code, "question": own(question), "how": own(how), "free": own(language.free)}


def _wall(wall: OnWall) -> dict[str, Any]:
    return {
        "place": own(wall.place, _LONGEST_NAME),
        "address": bare(wall.address)[:_LONGEST_ADDRESS],
        "scan": drawn(code_picture(wall.address)),
        "leads": _("A code that leads to %(address)s") % {"address": wall.address},
    }
