"""Which questions are asked, given what was answered before."""

from collections.abc import Iterable, Mapping
from typing import Any

from .models import Question


def shown(questions: Iterable[Question], answers: Mapping[str, Any]) -> list[Question]:
    """The questions that are asked; one that hangs on a question that is not asked is not asked either."""
    asked: dict[str, Question] = {}
    for question in questions:
        if _is_shown(question, asked, answers):
            asked[question.key] = question
    return list(asked.values())


def _is_shown(question: Question, asked: Mapping[str, Question], answers: Mapping[str, Any]) -> bool:
    if not question.shown_if:
        return True
    if question.shown_if["question"] not in asked:
        return False
    given = answers.get(question.shown_if["question"])
    chosen = given if isinstance(given, list) else [given]
    return any(key in question.shown_if["options"] for key in chosen)
