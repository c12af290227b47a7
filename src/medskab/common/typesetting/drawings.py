"""The area's drawings and the code to its page, as SVG files that need no stylesheet."""

import re

import segno

from medskab.common import courtyard, mark

from .colours import colours, fills

_CLASS = re.compile(r'class="art-([\w-]+)"')
_HEAD = re.compile(r'^<svg class="\w+"')


def courtyard_picture(seed: str, accent: str, sun: str = "accent-soft") -> str:
    """The picture of the place that its pages show; its sun in a colour that stands out from the ground."""
    return _filled(courtyard.drawn(seed), fills(accent) | {"soft": colours(accent)[sun]})


def mark_picture(seed: str, accent: str) -> str:
    """The small sign of the place."""
    return _filled(mark.drawn(seed), fills(accent))


def code_picture(address: str) -> str:
    """The code that a phone reads; black on white, with the quiet edge that it needs."""
    return segno.make(address, error="m", micro=False).svg_inline(border=2, light="#fff", omitsize=True)


def _filled(drawing: str, colour: dict[str, str]) -> str:
    painted = _CLASS.sub(lambda found: f'fill="{colour[found[1]]}"', drawing)
    return _HEAD.sub('<svg xmlns="http://www.w3.org/2000/svg"', painted)
