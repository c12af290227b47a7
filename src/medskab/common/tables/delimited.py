"""Text with semicolons, commas or tabs, in the encodings that office programs write."""

import codecs
import csv
from io import StringIO

from django.utils.translation import gettext as _

from .sheet import BadFile

_DELIMITERS = ";\t,"
_LOOKED_AT = 20


def rows_of_text(content: bytes) -> tuple[list[tuple[int, list[str]]], str]:
    """Lines with their numbers as an editor counts them, and the encoding they were in."""
    text, encoding = decoded(content)
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    rows = []
    try:
        begins_at = 1
        for cells in reader:
            rows.append((begins_at, cells))
            begins_at = reader.line_num + 1
    except csv.Error as error:
        line = reader.line_num
        raise BadFile(
            _("Line %(line)s cannot be read. Is a quotation mark missing?") % {"line": line}
        ) from error
    return rows, encoding


def decoded(content: bytes) -> tuple[str, str]:
    """The text and its encoding: a mark at the start decides, then UTF-8 if it fits, else Windows-1252."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _as(content, "utf-16")
    if b"\0" in content[:1000]:
        evens = content[0:1000:2].count(0)
        return _as(content, "utf-16-be" if evens > len(content[:1000]) / 4 else "utf-16-le")
    try:
        return content.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace"), "cp1252"


def _as(content: bytes, codec: str) -> tuple[str, str]:
    try:
        text = content.decode(codec)
    except UnicodeDecodeError as error:
        raise BadFile(_("This is no text. Save the list as CSV or as an Excel workbook (.xlsx).")) from error
    if "\0" in text:
        raise BadFile(_("This is no text. Save the list as CSV or as an Excel workbook (.xlsx)."))
    return text, "utf-16"


def _delimiter(text: str) -> str:
    """The sign that splits the headings, and the first lines into as many columns as the headings."""
    lines = text.splitlines()[:_LOOKED_AT]
    return max(_DELIMITERS, key=lambda sign: _fit(lines, sign))


def _fit(lines: list[str], sign: str) -> tuple[int, int]:
    widths = [len(cells) for cells in csv.reader(lines, delimiter=sign) if cells]
    if not widths or widths[0] == 1:
        return 0, 0
    return widths.count(widths[0]), widths[0]
