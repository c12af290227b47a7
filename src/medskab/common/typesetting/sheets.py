"""A sheet of any room: its words made printable, people's own in their own direction, drawings untouched."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from .colours import colours
from .drawings import mark_picture
from .press import Press, Unsettable
from .signs import breakable, is_right_to_left, printable, shortened

Own = dict[str, Any]


def own(text: str, most: int = 0) -> Own:
    """What people wrote: set in its own direction, cut at `most` signs where a sheet has no more room."""
    return {"own": text, "most": most}


def drawn(svg: str) -> dict[str, str]:
    """A drawing of ours, which reaches the sheet untouched."""
    return {"svg": svg}


def dressed(area: Any) -> dict[str, Any]:
    """Whose sheet it is: the name, the sign and the colours of an area."""
    return {
        "area": own(area.name, 60),
        "mark": drawn(mark_picture(area.slug, area.accent)),
        "colours": colours(area.accent),
    }


def set_sheet(
    press: Press, sheet: str, said: Mapping[str, Any], day: date, *, is_apart: bool = False
) -> bytes:
    """A tagged PDF. A sign that no font has would break it, so it is left out, or a box stands there."""
    draw = press.pdf_apart if is_apart else press.pdf
    try:
        return draw(sheet, printable_values(said), day)
    except Unsettable:
        return draw(sheet, printable_values(said, only_ours=True), day)


def printable_values(said: Mapping[str, Any], *, only_ours: bool = False) -> dict[str, Any]:
    """The same values as a sheet can set them."""
    clean = printable(set(_texts(said)), only_ours=only_ours)
    shown: dict[str, Any] = _each(said, clean.__getitem__)
    return shown


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from () if "svg" in value else _texts(list(value.values()))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def _each(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list | tuple):
        return [_each(inner, change) for inner in value]
    if not isinstance(value, Mapping):
        return value
    if "svg" in value:
        return value["svg"]
    if "own" in value:
        text = breakable(change(value["own"]))
        text = shortened(text, value["most"]) if value["most"] else text
        return {"text": text, "is_rtl": is_right_to_left(text)}
    return {name: _each(inner, change) for name, inner in value.items()}
