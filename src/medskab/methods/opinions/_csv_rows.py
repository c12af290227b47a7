"""Rows of a CSV file as published by the field: a header with known names, cells with commas or
semicolons."""

import csv
from collections.abc import Iterator
from io import StringIO

from .votes import BadVotes

_MOST_BYTES = 1 << 30


class Rows:
    """The rows below the header; columns are asked for by any of their names."""

    def __init__(self, data: bytes, what: str) -> None:
        self.what = what
        text = _text(data, what)
        head = text.partition("\n")[0]
        separator = ";" if head.count(";") > head.count(",") else ","
        self._reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
        self.header = [name.strip().lower() for name in self._next_row([]) or []]
        if not self.header:
            raise BadVotes(f"The {what} file is empty. It needs a header and rows.")

    @property
    def line(self) -> int:
        """The line read last, counted from 1."""
        return self._reader.line_num

    def column(self, *names: str) -> int:
        """The place of the column that has one of these names.

        Raises:
            BadVotes: there is none.
        """
        at = self.find(*names)
        if at is None:
            raise BadVotes(
                f"The {self.what} file has no column “{names[0]}”. Its first line names the columns."
            )
        return at

    def find(self, *names: str) -> int | None:
        """The same, or None."""
        return next((self.header.index(name) for name in names if name in self.header), None)

    def __iter__(self) -> Iterator[list[str]]:
        """Each row with as many cells as the header; empty lines are passed over."""
        width = len(self.header)
        while (row := self._next_row(None)) is not None:
            if not any(row):
                continue
            if len(row) != width:
                raise BadVotes(f"Line {self.line}: {len(row)} cells where the header has {width}.")
            yield row

    def _next_row(self, end: list[str] | None) -> list[str] | None:
        try:
            return next(self._reader, end)
        except csv.Error as error:
            raise BadVotes(f"Line {self.line}: this is no CSV ({error}).") from error


def _text(data: bytes, what: str) -> str:
    if len(data) > _MOST_BYTES:
        raise BadVotes(f"The {what} file is larger than 1 GB.")
    if b"\0" in data:
        raise BadVotes(f"The {what} file is not text. Save it as CSV in UTF-8.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadVotes(f"Line {line} of the {what} file is not UTF-8. Save it as CSV in UTF-8.") from error
