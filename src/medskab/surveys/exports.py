"""Answers and codebook to download: CSV, or a workbook with the codebook as its second sheet."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.csv_lines import csv_lines, neutral

from .models import Question, Survey
from .results import loading

_FIXED = ("number", "answered_on", "channel", "block", "age_band", "is_complete")


def answers_csv(survey: Survey) -> Iterator[str]:
    """One line per form, one column per question (per line of a grid); keys as in the codebook."""
    return csv_lines(headings(survey), rows(survey))


def answers_workbook(survey: Survey) -> bytes:
    """The same as a workbook, with the codebook."""
    # Loading it costs 30 ms and many modules: only who asks for a workbook pays for it.
    from openpyxl import Workbook  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Answers"))
    sheet.append(headings(survey))
    for row in rows(survey):
        sheet.append([neutral(cell) for cell in row])
    sheet = book.create_sheet(_("Codebook"))
    for row in codebook(survey):
        sheet.append([neutral(cell) for cell in row])
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def codebook(survey: Survey) -> Iterator[list[str]]:
    """What each column is called, asks and may hold, in the reader's language."""
    yield [_("Column"), _("Kind"), _("Question"), _("Value"), _("Means"), _("Instrument")]
    for question in survey.questions.all():
        for column, row in _columns(question):
            words = " ".join(filter(None, (loading.said(question.words), row)))
            instrument = " ".join(map(str, filter(None, (question.instrument, question.instrument_version))))
            yield [column, str(question.get_kind_display()), words, "", "", instrument]
            for option in question.options or []:
                yield [column, "", "", option["key"], loading.said(option["words"]), ""]


def headings(survey: Survey) -> list[str]:
    """The columns by their names, which are the same in every language."""
    return [*_FIXED, *(column for question in survey.questions.all() for column, _row in _columns(question))]


def rows(survey: Survey) -> Iterator[list[str]]:
    """One line per form."""
    questions = list(survey.questions.all())
    blocks = loading.blocks_of_places(survey.area, now().date())
    for response in survey.responses.prefetch_related("answers").iterator(chunk_size=2_000):
        given = {answer.question_id: answer.value for answer in response.answers.all()}
        fixed = [
            str(response.number),
            response.answered_on.isoformat(),
            response.channel,
            blocks.get(response.place_id, ""),
            response.age_band,
            "1" if response.is_complete else "0",
        ]
        cells = (cell for one in questions for cell in _cells(one, given.get(one.pk)))
        yield [*fixed, *cells]


def _columns(question: Question) -> list[tuple[str, str]]:
    if question.kind == "grid":
        return [(f"{question.key}.{row['key']}", loading.said(row["words"])) for row in question.rows]
    return [(question.key, "")]


def _cells(question: Question, value: Any) -> list[str]:
    if question.kind == "grid":
        given = value if isinstance(value, dict) else {}
        return [str(given.get(key, "")) for key in question.row_keys]
    if isinstance(value, list):
        return ["|".join(map(str, value))]
    return ["" if value is None else str(value)]
