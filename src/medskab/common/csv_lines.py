"""Lists to download as CSV, as a spreadsheet on a Danish machine wants them."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
# Semicolons between the cells, and a mark that says UTF-8.
_BYTE_ORDER_MARK = "\ufeff"


def csv_lines(headings: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    """Lines of CSV with headings; what would be run as a formula gets an apostrophe in front."""
    yield _BYTE_ORDER_MARK + _line(headings)
    for row in rows:
        yield _line([neutral(cell) for cell in row])


def neutral(cell: str) -> str:
    """Text that no spreadsheet takes for a formula; whole numbers below zero stay numbers."""
    is_number = cell.startswith("-") and cell[1:].isdigit()
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) and not is_number else cell


def _line(cells: list[str]) -> str:
    line = StringIO()
    csv.writer(line, delimiter=";", lineterminator="\r\n").writerow(cells)
    return line.getvalue()
