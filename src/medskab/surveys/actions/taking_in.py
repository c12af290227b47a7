"""Answers from a list, taken in as they stand there."""

from datetime import datetime
from hashlib import sha256

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.arriving import Channel
from medskab.common.deed import CannotAct, deed
from medskab.common.tables.sheet import Sheet
from medskab.people.models import Person
from medskab.surveys import rules
from medskab.surveys.imports import TakenIn, read_answers
from medskab.surveys.models import Answer, Response, Survey, SurveyResult, SurveyState

_AT_ONCE = 500


class NotYoursToTakeIn(CannotAct):
    text = _("Only those who work for this area can bring in answers.")


class NotTakingIn(CannotAct):
    text = _("Open the survey first; once its result is out, no answers can be added.")


class NothingToTakeIn(CannotAct):
    text = _("No column of the list answers a question. Name the columns as in the codebook.")


class TakenInBefore(CannotAct):
    text = _("These lines were brought in before.")


@deed
def take_in_answers(
    *, survey: Survey, sheet: Sheet, channel: str = Channel.PAPER, by: Person | None, now: datetime
) -> TakenIn:
    """One form for each line of a list; a line that was brought in before is refused with all others."""
    if by is None or not rules.may_build(by, survey):
        raise NotYoursToTakeIn
    survey = Survey.objects.select_for_update().get(pk=survey.pk)
    if survey.state == SurveyState.DRAFT or SurveyResult.objects.filter(survey=survey).exists():
        raise NotTakingIn
    taken = read_answers(sheet, list(survey.questions.all()))
    if not taken.lines:
        raise NothingToTakeIn
    last = survey.responses.aggregate(last=Max("number"))["last"] or 0
    mark = sha256(repr((survey.pk, sheet.headings, sheet.lines)).encode()).hexdigest()
    voices = [sha256(f"{mark} {line}".encode()).hexdigest() for line, _answers in taken.lines]
    if survey.responses.filter(voice_key=voices[0]).exists():
        raise TakenInBefore
    responses = [
        Response(
            area=survey.area,
            survey=survey,
            voice_key=voice,
            number=last + number,
            channel=channel,
            answered_on=now.date(),
            is_complete=True,
            typed_by=by,
        )
        for number, voice in enumerate(voices, start=1)
    ]
    Response.objects.bulk_create(responses, batch_size=_AT_ONCE)
    _keep_answers(survey, voices, taken)
    record("survey.answers_taken_in", survey, by=by, now=now, figures={"answers": len(responses)})
    return taken


def _keep_answers(survey: Survey, voices: list[str], taken: TakenIn) -> None:
    number_of = dict(survey.responses.filter(typed_by__isnull=False).values_list("voice_key", "id"))
    Answer.objects.bulk_create(
        (
            Answer(area=survey.area, response_id=number_of[voice], question_id=question, value=value)
            for voice, (_line, answers) in zip(voices, taken.lines, strict=True)
            for question, value in answers.items()
        ),
        batch_size=_AT_ONCE,
    )
