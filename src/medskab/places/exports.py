"""Lists to download: an empty one to fill in, and the homes as they are, in the same shape."""

from collections.abc import Iterable, Iterator
from io import BytesIO

from django.utils.translation import gettext as _

from medskab.common.csv_lines import csv_lines, neutral

from .imports.columns import FIELDS
from .models import Dwelling

COLUMNS = ("department", "block", "stairwell", "address", "floor", "door", "unit", "homes")


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
    """Lines of CSV with headings."""
    return csv_lines(headings(), rows)


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
