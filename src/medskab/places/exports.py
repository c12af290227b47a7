"""Lists to download: an empty one to fill in, and the homes as they are, in the same shape."""

import csv
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO

from django.utils.translation import gettext as _

from .imports.columns import FIELDS
from .models import Dwelling

COLUMNS = ("department", "block", "stairwell", "address", "floor", "door", "unit", "homes")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
# As a spreadsheet on a Danish machine wants it: semicolons, and a mark that says UTF-8.
_BYTE_ORDER_MARK = "\ufeff"


def headings() -> list[str]:
    """The headings in the reader's language; an import knows them again."""
    labels = {field.name: str(field.label) for field in FIELDS}
    return [labels[column] for column in COLUMNS]


def example_row() -> list[str]:
    """One line that shows what is meant."""
    return [_("Engparken"), _("Block 1"), "Engvej 4", "Engvej 4", "2", "tv", "101-4-2", "1"]


def dwelling_row(dwelling: Dwelling) -> list[str]:
    """One home as a line."""
    block = dwelling.stairwell.parent
    department = block.parent if block else None
    return [
        department.name if department else "",
        block.name if block else "",
        dwelling.stairwell.name,
        dwelling.address_line,
        dwelling.floor,
        dwelling.door,
        dwelling.unit,
        str(dwelling.homes),
    ]


def as_csv(rows: Iterable[list[str]]) -> Iterator[str]:
    """Lines of CSV with headings; what would be run as a formula gets an apostrophe in front."""
    yield _BYTE_ORDER_MARK + _csv_line(headings())
    for row in rows:
        yield _csv_line([neutral(cell) for cell in row])


def as_workbook(rows: Iterable[list[str]]) -> bytes:
    """The same as an Excel workbook; every cell is text, so that none is run."""
    from openpyxl import Workbook  # noqa: PLC0415  loaded only by who asks for it

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Homes")[:31])
    for row in (headings(), *rows):
        sheet.append([neutral(cell) for cell in row])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def neutral(cell: str) -> str:
    """Text that no spreadsheet takes for a formula; whole numbers below zero stay numbers."""
    is_number = cell.startswith("-") and cell[1:].isdigit()
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) and not is_number else cell


def _csv_line(cells: list[str]) -> str:
    line = StringIO()
    csv.writer(line, delimiter=";", lineterminator="\r\n").writerow(cells)
    return line.getvalue()
