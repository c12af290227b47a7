"""Opening, closing and opening again; codes for homes."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.people.models import Person
from medskab.surveys import codes, rules
from medskab.surveys.drafts import draft
from medskab.surveys.freezing import frozen_hash
from medskab.surveys.models import OneAnswerPer, Survey, SurveyCode, SurveyState
from medskab.surveys.queries import missing

MOST_CODES = 2000


@deed
def open_survey(*, survey: Survey, by: Person, now: datetime) -> Survey:
    """Freeze the questions and let people answer."""
    survey = draft(survey, by)
    if faults := missing(survey):
        raise CannotAct(" ".join(faults))
    if survey.closes_at and survey.closes_at <= now:
        raise CannotAct(_("The day it closes is over."))
    frozen = frozen_hash(survey)
    if survey.repeats and survey.repeats.frozen_hash != frozen:
        raise CannotAct(_("Its questions are not those of the survey it repeats."))
    survey.state, survey.opens_at, survey.frozen_hash = SurveyState.OPEN, now, frozen
    survey.save(update_fields=["state", "opens_at", "frozen_hash"])
    record("surveys/opened", survey, by=by, now=now)
    return survey


@deed
def close_survey(*, survey: Survey, by: Person, now: datetime) -> Survey:
    """Take no more answers."""
    survey = _held(survey, SurveyState.OPEN, by)
    survey.state, survey.closes_at = SurveyState.CLOSED, now
    survey.save(update_fields=["state", "closes_at"])
    record("surveys/closed", survey, by=by, now=now)
    return survey


@deed
def reopen_survey(*, survey: Survey, by: Person, now: datetime) -> Survey:
    """Take answers again, to the same questions, until it is closed."""
    survey = _held(survey, SurveyState.CLOSED, by)
    if survey.frozen_hash != frozen_hash(survey):
        raise CannotAct(_("Its questions are not those that it opened with."))
    survey.state, survey.closes_at = SurveyState.OPEN, None
    survey.save(update_fields=["state", "closes_at"])
    record("surveys/reopened", survey, by=by, now=now)
    return survey


@deed
def make_codes(*, survey: Survey, made: Sequence[str], by: Person, now: datetime) -> Survey:
    """Keep what is needed to know codes again; the codes themselves are shown once."""
    if not rules.may_build(by, survey):
        raise CannotAct(_("Only those who work here do this."))
    if survey.one_answer_per != OneAnswerPer.CODE or survey.state == SurveyState.CLOSED:
        raise CannotAct(_("This survey takes no codes."))
    if survey.codes.count() + len(made) > MOST_CODES:
        raise CannotAct(_("A survey has at most 2000 codes."))
    SurveyCode.objects.bulk_create(
        SurveyCode(area=survey.area, survey=survey, code_hmac=codes.kept(survey, code), made_at=now)
        for code in made
    )
    record("surveys/codes-made", survey, by=by, now=now, figures={"codes": len(made)})
    return survey


def _held(survey: Survey, state: SurveyState, by: Person) -> Survey:
    if not rules.may_build(by, survey):
        raise CannotAct(_("Only those who work here do this."))
    held = Survey.objects.select_for_update(of=("self",)).select_related("area").get(pk=survey.pk)
    if held.state != state:
        raise CannotAct(_("It was opened or closed in the meantime. Look at it again."))
    return held
