"""A table of people from a CSV file."""

import csv
from collections.abc import Sequence
from io import StringIO

from .tables import BadTable, CountTable

_TOTALS = frozenset({"total", "all", "sum", "i alt", "ialt", "alle"})
_MOST_BYTES = 5_000_000


def read_counts(content: bytes) -> CountTable:
    """A table with labels in the first row and the first column, whole numbers in the rest.

    Separated by comma, semicolon or tab; UTF-8 or Windows-1252. A last row or column called "Total", "All",
    "Sum" or "I alt" is checked against the rest and then left out: totals are worked out again.

    When not: for micro data (one line per person); count it first.

    Errors: BadTable, with the line where there is one.

    >>> read_counts(b"Block;Men;Women;Total\\nA;12;3;15\\nB;7;9;16\\n").counts
    ((12, 3), (7, 9))
    """
    lines = _lines(content)
    columns = [label.strip() for label in lines[0][1][1:]]
    rows = [cells[0].strip() for _number, cells in lines[1:]]
    counts = [_numbers(number, cells, len(columns)) for number, cells in lines[1:]]
    if columns and columns[-1].casefold() in _TOTALS:
        columns, counts = columns[:-1], _checked_row_totals(rows, counts)
    if rows and rows[-1].casefold() in _TOTALS:
        rows, counts = rows[:-1], _checked_column_totals(columns, counts)
    return CountTable(tuple(rows), tuple(columns), tuple(tuple(row) for row in counts))


def _lines(content: bytes) -> list[tuple[int, list[str]]]:
    if len(content) > _MOST_BYTES:
        raise BadTable("The file is larger than 5 MB. Split the table.")
    text = _text(content)
    first = text.partition("\n")[0]
    delimiter = max(";\t,", key=first.count)
    try:
        read = list(enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter), 1))
    except csv.Error as error:
        raise BadTable(f"The file is no CSV table: {error}.") from error
    lines = [(number, cells) for number, cells in read if any(cell.strip() for cell in cells)]
    if len(lines) < 2 or len(lines[0][1]) < 2:
        raise BadTable("The table needs a row of labels, a column of labels, and at least one number.")
    return lines


def _text(content: bytes) -> str:
    if b"\0" in content:
        raise BadTable("The file is no text. Save the table as CSV.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _numbers(line: int, cells: list[str], columns: int) -> list[int]:
    if len(cells) - 1 != columns:
        raise BadTable(f"Line {line}: {len(cells) - 1} numbers, but there are {columns} columns.")
    return [_number(line, cell) for cell in cells[1:]]


def _number(line: int, cell: str) -> int:
    text = cell.strip()
    if not (text.isascii() and text.isdigit() and len(text) < 11):
        raise BadTable(f"Line {line}: “{text[:20]}” is no whole number of people.")
    return int(text)


def _checked_row_totals(rows: list[str], counts: list[list[int]]) -> list[list[int]]:
    for row, numbers in zip(rows, counts, strict=True):
        _check(row, numbers[:-1], numbers[-1])
    return [numbers[:-1] for numbers in counts]


def _checked_column_totals(columns: list[str], counts: list[list[int]]) -> list[list[int]]:
    for column, numbers in zip(columns, zip(*counts, strict=True), strict=True):
        _check(column, numbers[:-1], numbers[-1])
    return counts[:-1]


def _check(label: str, parts: Sequence[int], total: int) -> None:
    if sum(parts) != total:
        raise BadTable(f"{label}: the numbers add up to {sum(parts)}, but the total says {total}.")
