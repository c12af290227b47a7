"""Surveys with their questions, and what was answered."""

from .question import Question, QuestionKind, Section
from .response import AGES, Answer, Response, SurveyCode, Withdrawal
from .result import SurveyResult
from .survey import OneAnswerPer, Survey, SurveyKind, SurveyState

__all__ = [
    "AGES",
    "Answer",
    "OneAnswerPer",
    "Question",
    "QuestionKind",
    "Response",
    "Section",
    "Survey",
    "SurveyCode",
    "SurveyKind",
    "SurveyResult",
    "SurveyState",
    "Withdrawal",
]
