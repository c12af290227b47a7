"""What counts as an answer to a question, however it came in."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from .models import Question, QuestionKind

MOST_SIGNS = 2000
FURTHEST = 10**9


class BadAnswer(ValueError):
    """This is no answer to the question; the text says why, to the one who answers."""


def checked(question: Question, raw: Any) -> Any:
    """The answer as it is kept, or None where there is none."""
    if raw is None or raw in ("", [], {}):
        return None
    return _CHECKS[QuestionKind(question.kind)](question, raw)


def _text(_question: Question, raw: Any) -> str | None:
    if not isinstance(raw, str) or len(raw) > MOST_SIGNS:
        raise BadAnswer(_("This is too long. Write the most important."))
    return raw.replace("\x00", "").strip() or None


def _number(question: Question, raw: Any) -> int:
    least = -FURTHEST if question.least is None else question.least
    most = FURTHEST if question.most is None else question.most
    try:
        value = raw if type(raw) is int else int(str(raw).strip()[:20])
    except ValueError:
        raise BadAnswer(_("Write a whole number.")) from None
    if not least <= value <= most:
        raise BadAnswer(_("Write a number from %(least)s to %(most)s.") % {"least": least, "most": most})
    return value


def _single(question: Question, raw: Any) -> str:
    if raw not in question.option_keys:
        raise BadAnswer(_("Choose one of the answers."))
    return str(raw)


def _multiple(question: Question, raw: Any) -> list[str]:
    if not _is_list(raw) or not set(raw) <= set(question.option_keys):
        raise BadAnswer(_("Choose among the answers."))
    return [key for key in question.option_keys if key in raw]


def _order(question: Question, raw: Any) -> list[str]:
    if not _is_list(raw) or sorted(raw) != sorted(question.option_keys):
        raise BadAnswer(_("Give each its own place."))
    return list(raw)


def _grid(question: Question, raw: Any) -> dict[str, str] | None:
    if not isinstance(raw, Mapping) or not set(raw) <= set(question.row_keys):
        raise BadAnswer(_("Choose among the answers."))
    given = {key: raw[key] for key in question.row_keys if raw.get(key)}
    if not all(isinstance(value, str) and value in question.option_keys for value in given.values()):
        raise BadAnswer(_("Choose among the answers."))
    return given or None


def _is_list(raw: Any) -> bool:
    return isinstance(raw, Sequence) and not isinstance(raw, str) and all(isinstance(one, str) for one in raw)


_CHECKS = {
    QuestionKind.TEXT: _text,
    QuestionKind.SCALE: _number,
    QuestionKind.NUMBER: _number,
    QuestionKind.SINGLE: _single,
    QuestionKind.MULTIPLE: _multiple,
    QuestionKind.ORDER: _order,
    QuestionKind.GRID: _grid,
}
