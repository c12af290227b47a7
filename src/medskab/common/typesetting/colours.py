"""The colours of the site in its light form, for paper; tokens.css and accents.py stay their only source."""

import re
from dataclasses import asdict
from functools import cache
from pathlib import Path

import medskab.common
from medskab.common.accents import ACCENTS

_STYLES = Path(medskab.common.__file__).parent / "static" / "css"
_TOKEN = re.compile(r"--([\w-]+): var\(--light, (#[0-9a-f]{6})\)")
_FILL = re.compile(r"\.art-([\w-]+) \{\s*fill: (?:var\(--light, )?var\(--([\w-]+)\)")


def colours(accent: str) -> dict[str, str]:
    """Name to colour: paper, ink and the area's accent, as `accent-strong` and so on."""
    shades = next((one for one in ACCENTS if one.name == accent), ACCENTS[0]).light
    return _tokens() | {f"accent-{name}": value for name, value in asdict(shades).items()}


def fills(accent: str) -> dict[str, str]:
    """What the parts of a drawing are filled with."""
    named = colours(accent)
    return {part: named[token] for part, token in _parts().items()}


@cache
def _tokens() -> dict[str, str]:
    return dict(_TOKEN.findall((_STYLES / "tokens.css").read_text("utf-8")))


@cache
def _parts() -> dict[str, str]:
    return dict(_FILL.findall((_STYLES / "components" / "courtyard.css").read_text("utf-8")))
