"""A survey's questions as the paper form prints them."""

from medskab.surveys.models import Question, Survey
from medskab.surveys.printing import PrintedQuestion

from . import loading
from .items import options_of


def printed_questions(survey: Survey) -> tuple[PrintedQuestion, ...]:
    """Numbered, in the reader's language."""
    questions = enumerate(survey.questions.all(), start=1)
    return tuple(_printed(number, question) for number, question in questions)


def _printed(number: int, question: Question) -> PrintedQuestion:
    return PrintedQuestion(
        number=str(number),
        words=loading.said(question.words),
        kind=question.kind,
        options=tuple(options_of(question, loading.said).values()),
        rows=tuple(loading.said(row["words"]) for row in question.rows),
    )
