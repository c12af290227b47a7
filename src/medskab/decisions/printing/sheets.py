"""A result as the values that a sheet reads: cleaned, with drawings and the words of the paper."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

from .colours import colours
from .drawings import code_picture, courtyard_picture, mark_picture
from .result import PrintedResult
from .signs import BOX, breakable, is_right_to_left, printable, shortened
from .typesetting import Unsettable
from .words import and_more, labels

# What people wrote, and amounts, keep their own direction wherever they stand.
_NAMES = frozenset({"area", "title", "name"})
_OWN_WAY = _NAMES | {"votes", "cost", "budget", "spent", "left", "shown", "withdrawn", "told"}
# What readers copy and type: not a sign more than it has.
_TYPED = frozenset({"recount", "sha256"})
_NO_WORDS = frozenset({"seed", "accent", "language", "address", "anchor"})


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
    clean = printable(set(_texts(values)), only_ours=only_ours)
    shown = _shown(values, clean, longest_name)
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


def _texts(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, str) and key not in _NO_WORDS:
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, name)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def _shown(value: Any, clean: dict[str, str], longest_name: int, key: str = "") -> Any:
    if isinstance(value, dict):
        named = key != "labels"
        return {
            name: _shown(inner, clean, longest_name, name if named else "") for name, inner in value.items()
        }
    if isinstance(value, list | tuple):
        return [_shown(inner, clean, longest_name) for inner in value]
    if not isinstance(value, str) or key in _NO_WORDS:
        return value
    if key in _TYPED:
        return clean[value]
    text = breakable(clean[value])
    if longest_name:
        text = shortened(text, longest_name if key in _NAMES else 2 * longest_name)
    return {"text": text, "is_rtl": is_right_to_left(text)} if key in _OWN_WAY else text
