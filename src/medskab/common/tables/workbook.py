"""The first sheet of an Excel workbook. A workbook is an archive: it is looked at before it is unpacked."""

import warnings
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _

from .sheet import BadFile, Limits

_MOST_UNPACKED = 150_000_000
_MOST_RATIO = 250
_MOST_PARTS = 2_000
_LOOKED_AT = 2_000


def rows_of_workbook(content: bytes, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """Lines with their numbers as Excel shows them; of a formula only the value that it last showed."""
    _check_archive(content)
    # Loading it costs 30 ms and many modules: only who brings in a workbook pays for it.
    from openpyxl import load_workbook  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it remarks on styles and validations that we do not read
            book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()
            rows = sheet.iter_rows(max_row=limits.lines + 100, max_col=limits.columns + 1, values_only=True)
            yield from ((number, [_text(cell) for cell in row]) for number, row in enumerate(rows, 1))
    except BadFile:
        raise
    except Exception as error:
        # Broken workbooks fail in a dozen ways inside the library; all mean the same to whoever has one.
        raise BadFile(_("The workbook is damaged. Open it in Excel and save it again.")) from error


def _check_archive(content: bytes) -> None:
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            unpacked = sum(part.file_size for part in parts)
            packed = sum(part.compress_size for part in parts) or 1
            if len(parts) > _MOST_PARTS or unpacked > _MOST_UNPACKED or unpacked / packed > _MOST_RATIO:
                raise BadFile(
                    _("The workbook would become far too large when it is unpacked. It is refused.")
                )
            if "xl/workbook.xml" not in names:
                raise BadFile(_("This is no Excel workbook. Save the list as .xlsx or as CSV."))
            for name in names:
                if name.endswith((".xml", ".rels")):
                    _check_part(archive, name)
    except (BadZipFile, RuntimeError) as error:
        raise BadFile(_("The workbook is damaged. Open it in Excel and save it again.")) from error


def _check_part(archive: ZipFile, name: str) -> None:
    """A declaration of its own could make a small file grow without end."""
    with archive.open(name) as part:
        if b"<!" in part.read(_LOOKED_AT):
            raise BadFile(_("The workbook has something in it that Excel never writes. It is refused."))


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    return str(cell)
