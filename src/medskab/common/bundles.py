"""One stylesheet and one script for every page: all rooms' files joined, packed and named by their content.

A phone on a slow line then makes one request for each, once; developers edit the small files and need no
build. A room adds its own by naming them in its AppConfig: `stylesheets = ["decisions/result.css"]`, paths
inside the room's `static` folder. They end up in the layer `room`, so that no room can out-shout the frame.
"""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.apps import apps
from django.conf import settings

from medskab.common import accents

STATIC = Path(__file__).resolve().parent / "static"
LAYERS = ("tokens", "base", "layout", "components", "room")


@dataclass(frozen=True)
class Bundle:
    """A joined file, as it is and packed, with the mark that its address carries."""

    plain: bytes
    packed: bytes
    mark: str


def style() -> Bundle:
    """The whole site's style."""
    return _style_now() if settings.DEBUG else _style_once()


def script() -> Bundle:
    """The script of the frame that every page has."""
    return _script_now() if settings.DEBUG else _script_once()


def _style_now() -> Bundle:
    layers = "".join(f"@layer {layer}{{{_without_air(text)}}}" for layer, text in _sheets())
    return _bundle(f"@layer {','.join(LAYERS)};{layers}")


def _script_now() -> Bundle:
    # Each module keeps its names to itself inside its own block.
    modules = (path.read_text("utf-8") for path in sorted((STATIC / "js" / "frame").glob("*.js")))
    return _bundle("".join(f"{{\n{text}}}\n" for text in modules))


_style_once = cache(_style_now)
_script_once = cache(_script_now)


def _sheets() -> Iterator[tuple[str, str]]:
    css = STATIC / "css"
    yield "tokens", (css / "tokens.css").read_text("utf-8") + accents.as_css()
    yield "base", (css / "base.css").read_text("utf-8")
    yield "layout", (css / "layout.css").read_text("utf-8")
    for path in sorted((css / "components").glob("*.css")):
        yield "components", path.read_text("utf-8")
    for room in apps.get_app_configs():
        for name in getattr(room, "stylesheets", ()):
            yield "room", (Path(room.path) / "static" / name).read_text("utf-8")


def _without_air(css: str) -> str:
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{},]) ?", r"\1", css)
    # An empty custom property must keep its one space: that is its value.
    return re.sub(r";(?:;| )+", ";", css).strip()


def _bundle(text: str) -> Bundle:
    plain = text.encode()
    return Bundle(plain, gzip.compress(plain, 9, mtime=0), sha256(plain).hexdigest()[:12])
