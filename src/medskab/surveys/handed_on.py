"""What people wrote and what went on to the needs: the codes with which they follow it there."""

from dataclasses import dataclass

from medskab.needs.actions import code_for

from .models import Question, Response
from .words import worded


@dataclass(frozen=True)
class Receipt:
    """The code of one answer that was handed on."""

    question: str
    code: str


def code_of(response: Response, question: Question) -> str:
    """The receipt's code, made again whenever the one who answered comes back."""
    return code_for(f"survey:{response.pk}:{question.pk}:{response.voice_key}")


def receipts_of(response: Response) -> list[Receipt]:
    """One for each answer that was handed on; none before the response is whole."""
    if not response.is_complete:
        return []
    handed = response.survey.questions.filter(goes_to_needs=True, answers__response=response)
    return [Receipt(worded(one.words).text, code_of(response, one)) for one in handed]
