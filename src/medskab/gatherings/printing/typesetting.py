"""The one sheet of this room; words reach it as values, never as markup."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from medskab.common.typesetting import Press, Unsettable, printable

from .meeting import PrintedMeeting

_PRESS = Press(Path(__file__).resolve().parent / "typ")


def sheet(meeting: PrintedMeeting) -> bytes:
    """A tagged PDF. A sign that no font has would break it, so it is left out, or a box stands there."""
    try:
        return _drawn(meeting, only_ours=False)
    except Unsettable:
        return _drawn(meeting, only_ours=True)


def _drawn(meeting: PrintedMeeting, *, only_ours: bool) -> bytes:
    said = asdict(meeting) | {"day": None}
    clean = printable(set(_texts(said)), only_ours=only_ours)
    return _PRESS.pdf("meeting.typ", _each(said, clean.__getitem__), meeting.day)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def _each(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: _each(inner, change) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_each(inner, change) for inner in value]
    return value
