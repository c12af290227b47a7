"""Questions about surveys that pages and other rooms ask."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.db.models import Case, Count, IntegerField, QuerySet, Value, When
from django.utils.translation import gettext as _

from medskab.common.voices import voice_of_person
from medskab.people.models import Person
from medskab.places.models import Area

from .instruments import instruments  # noqa: F401  the ready question sets, for the rooms above
from .models import OneAnswerPer, Question, QuestionKind, Response, Survey, SurveyState
from .words import languages_in, worded

WITH_OPTIONS = (QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.ORDER, QuestionKind.GRID)
CAN_BE_HUNG_ON = (QuestionKind.SINGLE, QuestionKind.MULTIPLE)


def listed(area: Area, with_drafts: bool = False) -> QuerySet[Survey]:
    """The area's surveys: open ones first, then the latest."""
    found = Survey.objects.for_area(area).select_related("area", "place")
    found = found.annotate(question_count=Count("questions"))
    found = found if with_drafts else found.exclude(state=SurveyState.DRAFT)
    first = Case(When(state=SurveyState.OPEN, then=Value(0)), default=Value(1), output_field=IntegerField())
    return found.order_by(first, "-id")


def open_surveys(area: Area) -> QuerySet[Survey]:
    """What can be answered now."""
    return listed(area).filter(state=SurveyState.OPEN)


def about(survey: Survey) -> str:
    """The purpose that a voice's key is made for."""
    return f"survey:{survey.pk}"


def response_of(survey: Survey, voice_key: str) -> Response | None:
    """What a voice answered so far."""
    found = (
        Response.objects.filter(survey=survey, voice_key=voice_key) if voice_key else Response.objects.none()
    )
    return found.select_related("survey__area", "place").first()


def answers_of(response: Response | None) -> dict[str, Any]:
    """Its answers by the questions' keys."""
    return dict(response.answers.values_list("question__key", "value")) if response else {}


def responses_of(person: Person) -> QuerySet[Response]:
    """What somebody answered while signed in."""
    surveys = Survey.objects.for_area(person.area)
    keys = [voice_of_person(person, about(survey)) for survey in surveys]
    return Response.objects.for_area(person.area).filter(voice_key__in=keys)


def own_things(person: Person) -> Mapping[str, object]:
    """The person's answers, for their own copy."""
    theirs = responses_of(person).select_related("survey").prefetch_related("answers__question")
    return {
        "surveys": [
            {
                "survey": one.survey.title,
                "answered_on": one.answered_on,
                "age_band": one.age_band,
                "answers": {answer.question.key: answer.value for answer in one.answers.all()},
            }
            for one in theirs
        ]
    }


def branches(earlier: Sequence[Question]) -> list[tuple[str, list[tuple[str, str]]]]:
    """What a later question can hang on: question and answer as one value, grouped by question."""
    return [
        (
            worded(one.words).text,
            [(f"{one.key} {option['key']}", worded(option["words"]).text) for option in one.options],
        )
        for one in earlier
        if one.kind in CAN_BE_HUNG_ON
    ]


def languages_of(survey: Survey) -> list[str]:
    """The languages of the pages, then whichever others it asks in."""
    texts = [one.words for one in survey.questions.all()] + [one.words for one in survey.sections.all()]
    return languages_in(texts)


def before(question: Question) -> list[Question]:
    """The questions that are asked before it."""
    asked = list(question.survey.questions.select_related("section"))
    return asked[: asked.index(question)]


def missing(survey: Survey) -> list[str]:
    """What stands in the way of opening, in sentences; empty where nothing does."""
    questions = list(survey.questions.select_related("section"))
    said = [] if questions else [_("It has no questions.")]
    before: dict[str, Question] = {}
    for number, question in enumerate(questions, 1):
        said += [f"{number}. {fault}" for fault in faults_of(question, before)]
        before[question.key] = question
    if survey.one_answer_per == OneAnswerPer.CODE and not survey.codes.exists():
        said.append(_("No codes are made."))
    return said


def faults_of(question: Question, before: Mapping[str, Question]) -> list[str]:
    """What is wrong with one question, given those that come before it."""
    said = []
    texts = [question.words, *(one["words"] for one in [*question.options, *question.rows])]
    if any(not words.get(settings.LANGUAGE_CODE) for words in texts):
        said.append(_("A Danish text is missing."))
    if question.kind in WITH_OPTIONS and len(question.options) < 2:
        said.append(_("It needs at least two answers to choose from."))
    if question.kind == QuestionKind.GRID and not question.rows:
        said.append(_("It needs at least one line."))
    if question.kind == QuestionKind.SCALE and not _is_scale(question):
        said.append(_("Its scale needs two ends, at most ten apart."))
    if question.shown_if and not _hangs_on(before.get(question.shown_if["question"]), question):
        said.append(_("It hangs on an answer that is not asked for before it."))
    return said


def _is_scale(question: Question) -> bool:
    if question.least is None or question.most is None:
        return False
    return 1 <= question.most - question.least <= 10


def _hangs_on(earlier: Question | None, question: Question) -> bool:
    return earlier is not None and set(question.shown_if["options"]) <= set(earlier.option_keys)
