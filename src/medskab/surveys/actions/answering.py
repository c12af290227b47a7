"""Taking in answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.arriving import Channel
from medskab.common.deed import CannotAct, deed
from medskab.needs.actions import Said, say
from medskab.people.models import Person
from medskab.places.models import Place, PlaceKind
from medskab.surveys import rules
from medskab.surveys.branching import shown
from medskab.surveys.codes import is_code
from medskab.surveys.handed_on import code_of
from medskab.surveys.models import AGES, Answer, OneAnswerPer, Question, Response, Survey, SurveyState
from medskab.surveys.queries import answers_of
from medskab.surveys.values import BadAnswer, checked

BY_ONESELF = frozenset({Channel.WEB, Channel.QR, Channel.KIOSK})


@dataclass(frozen=True)
class Given:
    """Answers by the questions' keys; None takes one away. `is_last`: nothing more follows."""

    answers: Mapping[str, Any] = field(default_factory=dict)
    age_band: str = ""
    channel: str = Channel.WEB
    place: Place | None = None
    on: date | None = None
    is_last: bool = True


@deed
def take_answers(
    *, survey: Survey, given: Given, voice_key: str, by: Person | None, now: datetime
) -> Response:
    """Add answers to a voice's response. A response that is whole stays as it is, however often it is sent.

    `by` is who writes down for somebody, never who answers.
    """
    survey = Survey.objects.select_for_update(of=("self",)).select_related("area").get(pk=survey.pk)
    _check(survey, given, by, now)
    if survey.one_answer_per == OneAnswerPer.CODE and not is_code(survey, voice_key):
        raise CannotAct(_("Each home answers with its own code. Type it first."))
    response = Response.objects.filter(survey=survey, voice_key=voice_key).first()
    if response and response.is_complete:
        return response
    response = response or _begun(survey, given, voice_key, by, now)
    _keep(response, given)
    if given.is_last:
        _end(response, by, now)
    return response


def _check(survey: Survey, given: Given, by: Person | None, now: datetime) -> None:
    is_typed = given.channel not in BY_ONESELF
    if is_typed and not rules.may_build(by, survey):
        raise CannotAct(_("Only those who work here write down for others."))
    if survey.state != SurveyState.OPEN or not (is_typed or survey.takes_answers(now)):
        raise CannotAct(_("This survey is not open."))
    if given.age_band and given.age_band not in AGES:
        raise CannotAct(_("This survey is for those who are 13 or older."))
    if given.place and given.place.area_id != survey.area_id:
        raise CannotAct(_("This place lies elsewhere."))
    if given.on and given.on > timezone.localdate(now):
        raise CannotAct(_("This day is still to come."))


def _begun(survey: Survey, given: Given, voice_key: str, by: Person | None, now: datetime) -> Response:
    last = survey.responses.aggregate(last=Max("number"))["last"] or 0
    place = given.place
    return Response.objects.create(
        area=survey.area,
        survey=survey,
        voice_key=voice_key,
        number=last + 1,
        channel=given.channel,
        place=place.parent if place and place.kind == PlaceKind.STAIRWELL else place,
        answered_on=given.on or timezone.localdate(now),
        age_band=given.age_band,
        typed_by=None if given.channel in BY_ONESELF else by,
    )


def _keep(response: Response, given: Given) -> None:
    asked = {one.key: one for one in response.survey.questions.all()}
    if unknown := set(given.answers) - set(asked):
        raise CannotAct(_("This survey does not ask for: %(keys)s") % {"keys": ", ".join(sorted(unknown))})
    for key, raw in given.answers.items():
        value = _value(asked[key], raw)
        if value is None:
            Answer.objects.filter(response=response, question=asked[key]).delete()
        else:
            facts = {"area": response.area, "value": value}
            Answer.objects.update_or_create(response=response, question=asked[key], defaults=facts)


def _value(question: Question, raw: Any) -> Any:
    try:
        return checked(question, raw)
    except BadAnswer as error:
        raise CannotAct(str(error)) from error


def _end(response: Response, by: Person | None, now: datetime) -> None:
    """Drop what is not asked after all, and hand on what people want to say."""
    answers = answers_of(response)
    questions = shown(response.survey.questions.select_related("section"), answers)
    if response.channel in BY_ONESELF and any(
        one.is_required and one.key not in answers for one in questions
    ):
        raise CannotAct(_("A question that must be answered is still open."))
    response.answers.exclude(question__in=questions).delete()
    response.is_complete = True
    response.save(update_fields=["is_complete"])
    for question in questions:
        if question.goes_to_needs and answers.get(question.key):
            _hand_on(response, question, answers[question.key], by=by, now=now)
    record("surveys/answered", response, by=response.typed_by, now=now)


def _hand_on(response: Response, question: Question, words: str, *, by: Person | None, now: datetime) -> None:
    said = Said(
        kind="open", words=words, place=response.place, channel=response.channel, day=response.answered_on
    )
    typing = by if response.typed_by_id else None
    say(area=response.area, said=said, code=code_of(response, question), by=typing, now=now)
