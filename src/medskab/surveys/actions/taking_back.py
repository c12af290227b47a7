"""Giving answers back: by whoever answered, by erasure, and by whoever typed a sheet wrong."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.needs.actions import take_back
from medskab.people.models import Person
from medskab.surveys import rules
from medskab.surveys.handed_on import code_of
from medskab.surveys.models import Response, Survey, SurveyState, Withdrawal
from medskab.surveys.queries import responses_of


@deed
def take_back_answers(*, survey: Survey, voice_key: str, by: None, now: datetime) -> None:
    """Delete what a voice answered, and what was handed on of it."""
    theirs = Response.objects.filter(survey=survey, voice_key=voice_key)
    if not theirs.exists():
        raise CannotAct(_("There is nothing to delete."))
    _delete(theirs, now)
    record("surveys/taken-back", survey, by=by, now=now)


@deed
def take_back_again(*, marks: Sequence[tuple[int, str]], by: None, now: datetime) -> None:
    """After a restore: what was taken back before it is taken back once more."""
    known = set(marks)
    surveys = Survey.objects.filter(pk__in={survey for survey, _mark in known})
    for survey in surveys.select_related("area"):
        theirs = [one for one in survey.responses.all() if (survey.pk, _mark(one)) in known]
        if theirs:
            _delete(theirs, now)
            record("surveys/taken-back", survey, by=by, now=now)


@deed
def undo_typed(*, response: Response, by: Person, now: datetime) -> Survey:
    """Take out the sheet that somebody typed last, to type it better."""
    if not rules.may_build(by, response.survey):
        raise CannotAct(_("Only those who work here do this."))
    survey = Survey.objects.select_for_update(of=("self",)).select_related("area").get(pk=response.survey_id)
    if survey.state != SurveyState.OPEN:
        raise CannotAct(_("This survey is not open."))
    last = survey.responses.filter(typed_by=by).last()
    if last is None or last.pk != response.pk:
        raise CannotAct(_("Only what you typed last can be undone."))
    record("surveys/typing-undone", response, by=by, now=now)
    _delete([response], now)
    return survey


@deed
def erase_from_surveys(*, person: Person, by: Person | None, now: datetime) -> None:
    """Delete what somebody answered while signed in."""
    _delete(responses_of(person), now)


def _delete(theirs: Iterable[Response], now: datetime) -> None:
    for response in theirs:
        for question in response.survey.questions.filter(goes_to_needs=True):
            if response.is_complete and response.answers.filter(question=question).exists():
                take_back(area=response.area, code=code_of(response, question), by=None, now=now)
        Withdrawal.objects.get_or_create(
            survey=response.survey,
            mark=_mark(response),
            defaults={"area": response.area, "taken_back_on": timezone.localdate(now)},
        )
        response.delete()


def _mark(response: Response) -> str:
    """Knows this very response again, and nothing else that the same voice answers later."""
    return sha256(f"{response.survey_id}:{response.pk}:{response.voice_key}".encode()).hexdigest()
