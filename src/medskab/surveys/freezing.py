"""What freezes when a survey opens: its questions as one text, and the hash of it."""

import json
from hashlib import sha256
from typing import Any

from .models import Question, Survey

FROZEN = (
    "key",
    "kind",
    "words",
    "options",
    "rows",
    "least",
    "most",
    "ends",
    "is_required",
    "shown_if",
    "goes_to_needs",
    "instrument",
    "instrument_version",
)


def as_frozen(question: Question) -> dict[str, Any]:
    """All of a question that whoever answers can see or feel."""
    return {field: getattr(question, field) for field in FROZEN}


def frozen_text(survey: Survey) -> str:
    """The questions, page by page, as they are compared."""
    pages = [
        {
            "words": section.words,
            "questions": [as_frozen(one) for one in section.questions.order_by("order", "id")],
        }
        for section in survey.sections.order_by("order", "id")
    ]
    return json.dumps(pages, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def frozen_hash(survey: Survey) -> str:
    """What tells whether two surveys ask the same."""
    return sha256(frozen_text(survey).encode()).hexdigest()
