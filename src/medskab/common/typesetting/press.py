"""Typst: its fonts, and the one way in which words reach a sheet: as values, never as markup."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import typst

_HERE = Path(__file__).resolve().parent
FONTS = _HERE / "fonts"
_LONGEST_WAIT = 120
_NOT_SHOWN = re.compile(
    r'the text (?:contains the disallowed codepoint )?`"(.+?)"`(?: could not be displayed|$)', re.M
)
_BY_NUMBER = re.compile(r"\\u\{([0-9a-f]+)\}")


class Unsettable(Exception):
    """Typst refused these words, or broke on them."""


@dataclass(frozen=True)
class Press:
    """Sets the sheets of one folder; a sheet is named from there, and reaches nothing outside it."""

    folder: Path

    def pdf(self, sheet: str, said: Mapping[str, Any], day: date) -> bytes:
        """A tagged PDF. The day inside the file is given: the same words give the same bytes."""
        return _set(self.folder, sheet, said, format="pdf", pdf_standards=["ua-1"], timestamp=_noon(day))

    def pdf_apart(self, sheet: str, said: Mapping[str, Any], day: date) -> bytes:
        """The same, set by a process of its own: typst remembers all that it set until its process ends.

        For secrets, which must be nowhere afterwards, and for files of many pages.
        """
        order = {"folder": str(self.folder), "sheet": sheet, "said": said, "day": day.isoformat()}
        done = subprocess.run(
            [sys.executable, "-P", __file__],
            input=json.dumps(order).encode(),
            capture_output=True,
            timeout=_LONGEST_WAIT,
            check=False,
        )
        if done.returncode != 0:
            raise Unsettable(f"{sheet}: set apart, it failed")
        return done.stdout

    def png(self, sheet: str, said: Mapping[str, Any]) -> bytes:
        """A picture with one dot for each point of the sheet."""
        return _set(self.folder, sheet, said, format="png", ppi=72.0)


def unprintable(texts: Sequence[str]) -> frozenset[str]:
    """The signs in these texts that no font has: typst names them all when it refuses a tagged PDF."""
    if not texts:
        return frozenset()
    try:
        _set(_HERE, "probe.typ", {"texts": list(texts)}, format="pdf", pdf_standards=["ua-1"], timestamp=0)
    except Unsettable as error:
        named = _NOT_SHOWN.findall(str(error))
        if not named:
            raise
        return frozenset("".join(_BY_NUMBER.sub(_sign, one) for one in named))
    return frozenset()


def _sign(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


def _set(folder: Path, sheet: str, said: Mapping[str, Any], **how: Any) -> bytes:
    compiler = typst.Compiler(
        folder / sheet,
        root=folder,
        font_paths=fonts(),
        sys_inputs={"said": json.dumps(said)},
    )
    try:
        made = compiler.compile(**how)
    except typst.TypstError as error:
        raise Unsettable(error.diagnostic) from error
    except BaseException as error:
        # Its shaper can break on heaps of stray marks; that is no Exception, and would end the server.
        if type(error).__name__ != "PanicException":
            raise
        raise Unsettable(f"{sheet}: {error}") from error
    if not isinstance(made, bytes):
        raise TypeError(f"{sheet} has more than one page, which a picture cannot have")
    return made


@cache
def fonts() -> typst.Fonts:
    """Ours first; the machine's for scripts that ours lack. Read once: it takes a sixth of a second."""
    return typst.Fonts(include_system_fonts=True, font_paths=[FONTS])


def _noon(day: date) -> int:
    return (day.toordinal() - date(1970, 1, 1).toordinal()) * 86400 + 43200


def _set_order() -> None:
    order = json.load(sys.stdin)
    press = Press(Path(order["folder"]))
    sys.stdout.buffer.write(press.pdf(order["sheet"], order["said"], date.fromisoformat(order["day"])))


if __name__ == "__main__":
    _set_order()
