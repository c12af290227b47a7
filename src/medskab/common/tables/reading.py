"""A file of an unknown kind, told by its content and not by its name."""

from collections.abc import Iterable

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from .delimited import rows_of_text
from .sheet import BadFile, Limits, Sheet
from .workbook import rows_of_workbook

_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_USUAL = Limits()


def read_sheet(content: bytes, limits: Limits = _USUAL) -> Sheet:
    """Headings and lines of a CSV file or an Excel workbook; empty lines are left out, not counted away."""
    if len(content) > limits.megabytes * 1_000_000:
        raise BadFile(
            _("The file is larger than %(most)s MB. Save the list alone, without pictures.")
            % {"most": limits.megabytes}
        )
    if not content.strip():
        raise BadFile(_("The file is empty."))
    if content.startswith(b"PK"):
        return _sheet(rows_of_workbook(content, limits), "xlsx", limits)
    if content.startswith(_OLD_EXCEL):
        raise BadFile(_("This is an old Excel file (.xls). Save it as .xlsx or as CSV."))
    if content.startswith((b"%PDF", b"{\\rtf", b"<")):
        raise BadFile(_("This is no list that can be read. Save it as CSV or as an Excel workbook (.xlsx)."))
    rows, encoding = rows_of_text(content)
    return _sheet(rows, encoding, limits)


def _sheet(rows: Iterable[tuple[int, list[str]]], encoding: str, limits: Limits) -> Sheet:
    kept = [
        (number, _tidied(cells, limits.cell)) for number, cells in rows if any(cell.strip() for cell in cells)
    ]
    if len(kept) < 2:
        raise BadFile(_("There must be a line of headings and at least one line below it."))
    if len(kept) - 1 > limits.lines:
        most = number_format(limits.lines, force_grouping=True)
        raise BadFile(_("The list has more than %(most)s lines. Split it into several.") % {"most": most})
    headings = kept[0][1]
    if len(headings) > limits.columns:
        raise BadFile(
            _("The list has more than %(most)s columns. Keep those that are needed.")
            % {"most": limits.columns}
        )
    width = len(headings)
    lines = tuple((number, tuple((cells + [""] * width)[:width])) for number, cells in kept[1:])
    return Sheet(tuple(headings), lines, encoding)


def _tidied(cells: list[str], most: int) -> list[str]:
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    return [" ".join(cell.split())[:most] for cell in cells]
