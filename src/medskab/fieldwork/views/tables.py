"""How often each code stands in each text, on screen and to download."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from medskab.common.csv_lines import csv_lines, neutral
from medskab.common.policy import page
from medskab.fieldwork import rules
from medskab.fieldwork.calculations import code_counts

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page(rules.may_work)
def table(request: Any) -> HttpResponse:
    """Codes in rows, texts in columns."""
    codes, sources, counts = code_counts(request.area)
    headings = [_("Code"), *(one.title for one in sources)]
    lines = [[code.name, *(str(counts[code.pk, one.pk]) for one in sources)] for code in codes]
    wanted = request.GET.get("as", "")
    if wanted in ("csv", "xlsx"):
        return _file(wanted, headings, lines)
    head = [{"title": title, "is_number": number > 0} for number, title in enumerate(headings)]
    rows = [[{**column, "text": text} for column, text in zip(head, line, strict=True)] for line in lines]
    return render(request, "fieldwork/table.html", {"head": head, "rows": rows})


def _file(wanted: str, headings: list[str], lines: list[list[str]]) -> HttpResponse:
    if wanted == "csv":
        response = HttpResponse("".join(csv_lines(headings, lines)), content_type="text/csv; charset=utf-8")
    else:
        response = HttpResponse(_workbook([headings, *lines]), content_type=_WORKBOOK)
    response["Content-Disposition"] = f'attachment; filename="codes.{wanted}"'
    return response


def _workbook(rows: Iterable[list[str]]) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415  loaded only by who asks for it

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Codes")[:31])
    for row in rows:
        sheet.append([int(cell) if cell.isdigit() else neutral(cell) for cell in row])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
