"""From bytes to rows: what kind of file it is, where its sections begin, and the cells of each row."""

import csv
from collections.abc import Iterator
from typing import NamedTuple

from medskab.methods.budgeting.election import BadElection

from .remarks import Remarks

SECTIONS = ("META", "PROJECTS", "VOTES")
_OTHER_FILES = {
    b"PK\x03\x04": "a spreadsheet or a zip archive",
    b"%PDF": "a PDF",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x1f\x8b": "a compressed file",
}


class Row(NamedTuple):
    """One record; `line` is where it begins, `end` the byte after it."""

    line: int
    cells: list[str]
    end: int


def check_text(head: bytes) -> None:
    """Refuse what cannot be a `.pb` file by its first bytes."""
    for magic, what in _OTHER_FILES.items():
        if head.startswith(magic):
            raise BadElection(
                "This is {what}, not a .pb file. Export the election as .pb and try again.", what=what
            )
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_every_other_zero(head):
        raise BadElection("The file is saved as UTF-16. Save it as UTF-8 and try again.")


def _is_every_other_zero(head: bytes) -> bool:
    """Whether it looks like Latin letters in UTF-16: zeros in nearly all odd places and none in even ones."""
    even, odd = head[::2], head[1::2]
    return min(even.count(0), odd.count(0)) == 0 < len(odd) < 1.1 * max(even.count(0), odd.count(0))


def clean_text(data: bytes) -> bytes:
    """The file without its byte order mark; refuse what is not text in UTF-8."""
    check_text(data[:4096])
    if not data.strip():
        raise BadElection("The file is empty.")
    if (nul := data.find(0)) >= 0:
        raise BadElection("This is not a text file: it holds a zero byte.", _line_at(data, nul))
    try:
        data.decode()
    except UnicodeDecodeError as error:
        raise BadElection(
            "A letter here is not UTF-8; the file is probably saved as Latin-1 or Windows-1252."
            " Save it as UTF-8 and try again.",
            _line_at(data, error.start),
        ) from None
    data = data.removeprefix(b"\xef\xbb\xbf")
    return data.replace(b"\r", b"\n") if b"\r" in data and b"\n" not in data else data


def section_of(cells: list[str]) -> str | None:
    """The section that this row opens, if it is a section's title."""
    title = cells[0].strip().upper()
    return title if title in SECTIONS and not any(cell.strip() for cell in cells[1:]) else None


def rows(data: bytes, start: int, line: int, remarks: Remarks) -> Iterator[Row]:
    """Rows from byte `start`, which begins line `line`; rows without content are left out."""
    source = _Lines(data, start)
    reader = csv.reader(source, delimiter=";", strict=True)
    first = line
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = _mend(source, first, line + source.count - first, remarks)
        if any(cell.strip() for cell in cells):
            yield Row(first, cells, source.place)
        first = line + source.count


def _mend(source: "_Lines", line: int, lines: int, remarks: Remarks) -> list[str]:
    """Read a row whose quotation marks break the rule, if it is one line, so that nothing is swallowed."""
    if lines > 1:
        raise BadElection(
            "A quotation mark that opens here is not closed as it should."
            " Close it at the end of the text, and write a quotation mark inside the text twice.",
            line,
        )
    try:
        cells = next(csv.reader([source.latest.rstrip("\r\n") + "\n"], delimiter=";"))
    except csv.Error:
        raise BadElection(
            "This line holds a return sign (CR) or a text of more than {most} letters. Take it out.",
            line,
            most=csv.field_size_limit(),
        ) from None
    if cells[-1].endswith("\n"):
        raise BadElection(
            "A quotation mark that opens here is never closed. Close it at the end of the text.", line
        )
    remarks.add("A quotation mark inside a text is not written twice; the text was read as it stands.", line)
    return cells


class _Lines:
    """Lines of a block of bytes, remembering how far the reader has come."""

    def __init__(self, data: bytes, start: int) -> None:
        self._data, self.place = data, start
        self.count = 0
        self.latest = ""

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if self.place >= len(self._data):
            raise StopIteration
        end = self._data.find(b"\n", self.place) + 1 or len(self._data)
        self.latest = self._data[self.place : end].decode()
        self.place, self.count = end, self.count + 1
        return self.latest


def _line_at(data: bytes, place: int) -> int:
    return data.count(b"\n", 0, place) + 1
