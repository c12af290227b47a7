"""Answers from a list: which column answers which question, and what cannot be understood."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from medskab.common.tables.sheet import Sheet

from .models import Question

_BETWEEN = ("|", ";", ",")


@dataclass(frozen=True)
class Column:
    """A column of the list, and the question that it answers; `row` is a line of a grid."""

    heading: str
    question: Question | None
    row: str = ""


@dataclass
class TakenIn:
    """What a list says: answers by line, and the cells that no answer fits."""

    columns: list[Column]
    lines: list[tuple[int, dict[int, Any]]] = field(default_factory=list)
    not_understood: list[tuple[int, str, str]] = field(default_factory=list)


def read_answers(sheet: Sheet, questions: Sequence[Question]) -> TakenIn:
    """Columns by the keys or the words of questions; values by the keys or the words of options."""
    named = _named(questions)
    columns = [Column(heading, *named.get(_plain(heading), (None, ""))) for heading in sheet.headings]
    readers = [_reader(column.question) if column.question else None for column in columns]
    taken = TakenIn(columns)
    for line, cells in sheet.lines:
        answers: dict[int, Any] = {}
        for column, read, cell in zip(columns, readers, cells, strict=True):
            if column.question is None or read is None or not cell:
                continue
            value = read(cell)
            if value is None:
                taken.not_understood.append((line, column.heading, cell))
            elif column.row:
                answers.setdefault(column.question.pk, {})[column.row] = value
            else:
                answers[column.question.pk] = value
        if answers:
            taken.lines.append((line, answers))
    return taken


def _named(questions: Sequence[Question]) -> dict[str, tuple[Question, str]]:
    named: dict[str, tuple[Question, str]] = {}
    for question in questions:
        if question.kind == "grid":
            named |= {_plain(f"{question.key}.{row}"): (question, row) for row in question.row_keys}
        else:
            names = [question.key, *question.words.values()]
            named |= {_plain(name): (question, "") for name in names}
    return named


def _reader(question: Question) -> Callable[[str], Any]:
    if question.kind in ("number", "scale"):
        return lambda cell: _number(cell, question.least, question.most)
    if question.kind == "text":
        return lambda cell: cell
    names = {_plain(option["key"]): option["key"] for option in question.options}
    for option in question.options:
        names |= {_plain(words): option["key"] for words in option["words"].values()}
    if question.kind in ("multiple", "order"):
        is_whole = question.kind == "order"
        return lambda cell: _several(cell, names, len(question.options) if is_whole else 0)
    return lambda cell: names.get(_plain(cell))


def _number(cell: str, least: int | None, most: int | None) -> int | None:
    try:
        number = int(cell)
    except ValueError:
        return None
    is_within = (least is None or number >= least) and (most is None or number <= most)
    return number if is_within else None


def _several(cell: str, names: dict[str, str], whole: int) -> list[str] | None:
    sign = next((one for one in _BETWEEN if one in cell), _BETWEEN[0])
    keys = [names.get(_plain(part)) for part in cell.split(sign) if part.strip()]
    known = [key for key in keys if key is not None]
    is_fit = len(known) == len(keys) == len(set(known)) and (not whole or len(known) == whole)
    return known if is_fit else None


def _plain(text: str) -> str:
    return " ".join(str(text).split()).casefold()
