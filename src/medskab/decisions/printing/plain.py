"""Values as a sheet can set them: each text printable, breakable, in its own direction where it has one."""

from collections.abc import Iterator
from typing import Any

from medskab.common.typesetting import breakable, is_right_to_left, printable, shortened

# What people wrote, and amounts, keep their own direction wherever they stand.
_NAMES = frozenset({"area", "title", "name", "question"})
_AMOUNTS = frozenset({"votes", "cost", "budget", "spent", "left", "committed", "shown"})
_SAID = frozenset(
    {"withdrawn", "told", "who", "dwelling", "custodian", "place", "ask", "objection", "lines", "hand_in"}
)
_OWN_WAY = _NAMES | _AMOUNTS | _SAID
# What readers copy and type: not a sign more than it has.
_TYPED = frozenset({"recount", "sha256", "typed"})
_NO_WORDS = frozenset({"seed", "accent", "language", "address", "anchor", "scan", "shape", "state", "icon"})
# Words of ours, by names that mean nothing here.
_OURS = frozenset({"labels", "words"})


def plain(values: Any, longest_name: int = 0, *, only_ours: bool = False) -> Any:
    """All of it with texts cleaned; cut where `longest_name` is given."""
    clean = printable(set(_texts(values)), only_ours=only_ours)
    return _shown(values, clean, longest_name)


def _texts(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, str) and key not in _NO_WORDS:
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, "" if key in _OURS else name)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner, key)


def _shown(value: Any, clean: dict[str, str], longest_name: int, key: str = "") -> Any:
    if isinstance(value, dict):
        is_named = key not in _OURS
        return {
            name: _shown(inner, clean, longest_name, name if is_named else "")
            for name, inner in value.items()
        }
    if isinstance(value, list | tuple):
        return [_shown(inner, clean, longest_name, key) for inner in value]
    if not isinstance(value, str) or key in _NO_WORDS:
        return value
    if key in _TYPED:
        return clean[value]
    text = breakable(clean[value])
    if longest_name:
        text = shortened(text, longest_name if key in _NAMES else 2 * longest_name)
    return {"text": text, "is_rtl": is_right_to_left(text)} if key in _OWN_WAY else text
