"""A file as a sheet: headings, and numbered lines of text."""

from dataclasses import dataclass

from medskab.common.deed import CannotAct


class BadFile(CannotAct):
    """The file cannot be read as a list; the text says what to do."""


@dataclass(frozen=True)
class Limits:
    """How much of a file is taken: what is longer is refused, a longer cell is cut."""

    megabytes: int = 10
    lines: int = 30_000
    columns: int = 60
    cell: int = 200


@dataclass(frozen=True)
class Sheet:
    """`encoding` says how the text was read: utf-8, utf-16, cp1252, or xlsx for a workbook."""

    headings: tuple[str, ...]
    lines: tuple[tuple[int, tuple[str, ...]], ...]
    encoding: str

    def without(self, columns: set[int]) -> "Sheet":
        """The same without some columns."""
        kept = [number for number in range(len(self.headings)) if number not in columns]
        return Sheet(
            tuple(self.headings[number] for number in kept),
            tuple((line, tuple(cells[number] for number in kept)) for line, cells in self.lines),
            self.encoding,
        )
