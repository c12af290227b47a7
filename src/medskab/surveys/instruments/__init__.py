"""Question sets ready for use, each a file with its source; a set that changes gets a new version."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
_SEALS = "seals.toml"


class ChangedInstrument(Exception):
    """A question set is not what it was when it was sealed; answers to it could not be compared."""


@dataclass(frozen=True)
class Instrument:
    """Questions that were asked elsewhere, or may be asked again."""

    key: str
    version: int
    title: Mapping[str, str]
    source: str
    licence: str
    questions: tuple[Mapping[str, Any], ...]


@cache
def instruments() -> dict[str, Instrument]:
    """All sets by key, in the order of their seals."""
    seals = tomllib.loads((_HERE / _SEALS).read_text("utf-8"))
    return {key: _read(key, seal) for key, seal in seals.items()}


def content_hash(content: bytes) -> str:
    """The seal of a file."""
    return sha256(content).hexdigest()


def _read(key: str, seal: str) -> Instrument:
    content = (_HERE / f"{key}.toml").read_bytes()
    if content_hash(content) != seal:
        raise ChangedInstrument(key)
    read = tomllib.loads(content.decode())
    return Instrument(
        key=read["key"],
        version=read["version"],
        title=read["title"],
        source=read["source"],
        licence=read["licence"],
        questions=tuple(read["questions"]),
    )
