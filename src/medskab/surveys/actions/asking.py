"""Writing the questions of a draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.people.models import Person
from medskab.surveys.drafts import draft
from medskab.surveys.instruments import Instrument
from medskab.surveys.models import Question, Section, Survey

MOST_QUESTIONS = 60
_TAKEN_OVER = ("kind", "words", "options", "rows", "least", "most", "ends")


@dataclass(frozen=True)
class Asked:
    """A question as it is written; `on_new_page` begins a page with it."""

    kind: str
    words: Mapping[str, str]
    options: Sequence[Mapping[str, Any]] = ()
    rows: Sequence[Mapping[str, Any]] = ()
    least: int | None = None
    most: int | None = None
    ends: Mapping[str, Any] = field(default_factory=dict)
    is_required: bool = False
    shown_if: Mapping[str, Any] = field(default_factory=dict)
    goes_to_needs: bool = False
    on_new_page: bool = False


@deed
def add_instrument(*, survey: Survey, instrument: Instrument, by: Person, now: datetime) -> Section:
    """Put a ready question set on a page of its own, word by word."""
    survey = _open_to_change(survey, by)
    if survey.questions.filter(instrument=instrument.key).exists():
        raise CannotAct(_("These questions are in it already."))
    _has_room(survey, len(instrument.questions))
    page = _new_page(survey, dict(instrument.title))
    for order, asked in enumerate(instrument.questions, 1):
        Question.objects.create(
            area=survey.area,
            survey=survey,
            section=page,
            order=order,
            key=f"{instrument.key}-{asked['key']}",
            instrument=instrument.key,
            instrument_version=instrument.version,
            **{name: asked[name] for name in _TAKEN_OVER if name in asked},
        )
    record(
        "surveys/questions-added", survey, by=by, now=now, figures={"questions": len(instrument.questions)}
    )
    return page


@deed
def write_question(
    *, survey: Survey, asked: Asked, question: Question | None = None, by: Person, now: datetime
) -> Question:
    """Add a question at the end, or word one better."""
    survey = _open_to_change(survey, by)
    if question is not None and question.instrument:
        raise CannotAct(_("A question from a ready set stays as it is. Remove it, or keep it."))
    facts = {name: value for name, value in vars(asked).items() if name != "on_new_page"}
    facts |= {"options": list(asked.options), "rows": list(asked.rows)}
    if question is None:
        _has_room(survey, 1)
        question = Question(area=survey.area, survey=survey, key=_free_key(survey))
        question.section = _page_for(survey, asked.on_new_page)
        question.order = _last(question.section.questions) + 1
    for name, value in facts.items():
        setattr(question, name, value)
    question.save()
    record("surveys/question-written", question, by=by, now=now)
    return question


@deed
def move_question(*, question: Question, steps: int, by: Person, now: datetime) -> Question:
    """One place up (-1) or down (1); past the edge of its page it goes to the next page."""
    survey = _open_to_change(question.survey, by)
    page = list(question.section.questions.order_by("order", "id"))
    place = page.index(question) + steps
    if 0 <= place < len(page):
        page.remove(question)
        page.insert(place, question)
        _number(page, question.section)
    else:
        _to_next_page(survey, question, steps)
    record("surveys/question-moved", question, by=by, now=now)
    return question


@deed
def remove_question(*, question: Question, by: Person, now: datetime) -> Survey:
    """Take a question out; a page without questions goes too."""
    survey = _open_to_change(question.survey, by)
    section = question.section
    question.delete()
    _drop_if_empty(section)
    record("surveys/question-removed", survey, by=by, now=now)
    return survey


@deed
def name_section(*, section: Section, words: Mapping[str, str], by: Person, now: datetime) -> Section:
    """Give a page its heading."""
    _open_to_change(section.survey, by)
    section.words = dict(words)
    section.save(update_fields=["words"])
    record("surveys/section-named", section, by=by, now=now)
    return section


def _open_to_change(survey: Survey, by: Person) -> Survey:
    held = draft(survey, by)
    if held.repeats_id:
        raise CannotAct(_("It repeats an earlier survey, so its questions stay the same."))
    return held


def _has_room(survey: Survey, more: int) -> None:
    if survey.questions.count() + more > MOST_QUESTIONS:
        raise CannotAct(_("A survey has at most 60 questions."))


def _page_for(survey: Survey, on_new_page: bool) -> Section:
    last = survey.sections.last()
    return _new_page(survey, {}) if last is None or on_new_page else last


def _new_page(survey: Survey, words: Mapping[str, str]) -> Section:
    return Section.objects.create(
        area=survey.area, survey=survey, order=_last(survey.sections) + 1, words=words
    )


def _last(rows: Any) -> int:
    return rows.aggregate(last=Max("order"))["last"] or 0


def _free_key(survey: Survey) -> str:
    taken = set(survey.questions.values_list("key", flat=True))
    return next(key for key in (f"q{number}" for number in range(1, len(taken) + 2)) if key not in taken)


def _number(page: Sequence[Question], section: Section) -> None:
    for order, one in enumerate(page, 1):
        Question.objects.filter(pk=one.pk).update(order=order, section=section)


def _to_next_page(survey: Survey, question: Question, steps: int) -> None:
    pages = list(survey.sections.all())
    place = [one.pk for one in pages].index(question.section_id) + steps
    if not 0 <= place < len(pages):
        return
    left, page = question.section, list(pages[place].questions.order_by("order", "id"))
    page.insert(0 if steps > 0 else len(page), question)
    _number(page, pages[place])
    _drop_if_empty(left)


def _drop_if_empty(section: Section) -> None:
    if not section.questions.exists():
        section.delete()
