"""A result as the values that a sheet reads: cleaned, with drawings and the words of the paper."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from medskab.common.typesetting import BOX, Unsettable
from medskab.common.typesetting.colours import colours
from medskab.common.typesetting.drawings import code_picture, courtyard_picture, mark_picture

from .plain import plain
from .result import PrintedResult
from .words import and_more, labels


def drawn(result: PrintedResult, draw: Callable[[dict[str, Any]], bytes], longest_name: int = 0) -> bytes:
    """A sheet of this result; on a wall, texts are cut where they would leave no room for others."""
    try:
        return draw(said(result, longest_name))
    except Unsettable:
        return draw(said(result, longest_name, only_ours=True))


def said(result: PrintedResult, longest_name: int = 0, *, only_ours: bool = False) -> dict[str, Any]:
    """All of it as plain values."""
    facts = [{"label": label, "told": told} for label, told in result.facts]
    values = asdict(result) | {"published_on": None, "facts": facts, "labels": _labels(result)}
    shown = plain(values, longest_name, only_ours=only_ours)
    return shown | {
        "headline": shown["headline"] or BOX,  # a tagged PDF needs a title
        "is_vote": "bars" in values,
        "address_words": result.address.split("://", 1)[-1].rstrip("/"),
        "colours": colours(result.accent),
        "picture": courtyard_picture(
            result.seed, result.accent, "accent-soft" if result.is_hearing else "raised"
        ),
        "mark": mark_picture(result.seed, result.accent),
        "code": code_picture(result.address),
        "more": ["", *(and_more(one) for one in range(1, 1 + len(values.get("winners", ()))))],
    }


def _labels(result: PrintedResult) -> dict[str, str]:
    words = labels()
    return words | {"code_leads_to": words["code_leads_to"] % {"address": result.address}}
