"""Publishing the result of a closed survey, once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.people.models import Person
from medskab.places.rules import works_here
from medskab.surveys import calculations
from medskab.surveys.models import Survey, SurveyResult, SurveyState
from medskab.surveys.results import loading, releasing
from medskab.surveys.results.replies import Reply
from medskab.tools.jobs import actions as jobs
from medskab.tools.jobs.models import Job
from medskab.tools.jobs.queries import open_job_about


class NotYoursToPublish(CannotAct):
    text = _("Only those who work for this area can publish the result.")


class NotClosedYet(CannotAct):
    text = _("Close the survey first: a result is published once, and then stays as it is.")


class ResultIsOut(CannotAct):
    text = _("The result is out already.")


class TooFewAnswers(CannotAct):
    text = _("Fewer than five answered. Nothing is published about so few.")


class NobodyToSpeakFor(CannotAct):
    """A group has no respondents, so that no weight can speak for it."""


@dataclass(frozen=True)
class Known:
    """How large groups are in truth, by dimension ("place", "age"), and from where that is known."""

    sizes: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    source: str = ""


@deed
def order_result(*, survey: Survey, known: Known, by: Person | None, now: datetime) -> Job:
    """Have the result worked out and published beside the pages; asked twice, it is one job."""
    from medskab.surveys import jobs as tasks  # noqa: PLC0415  a task calls actions, and actions start it

    if by is None:
        raise NotYoursToPublish
    survey, _replies, _weights = _ready(survey, known, by, now)
    if job := open_job_about(survey):
        return job
    job = jobs.start(
        tasks.publish_result,
        about=survey,
        by=by,
        now=now,
        title=gettext_noop("Publishing the result"),
        survey_id=survey.pk,
        known={"sizes": known.sizes, "source": known.source},
        person_id=by.pk,
    )
    record("survey.result_ordered", survey, by=by, now=now)
    return job


@deed
def release_result(*, survey: Survey, known: Known, by: Person | None, now: datetime) -> SurveyResult:
    """Publish shares with their margins; every table goes through the release log."""
    if by is None:
        raise NotYoursToPublish
    survey, replies, raked = _ready(survey, known, by, now)
    weights = raked.weights.tolist() if raked else [1.0] * len(replies)
    items = loading.items(survey)
    publish = releasing.Publisher(survey, releasing.sizes(survey, now.date()), by, now)
    result = SurveyResult.objects.create(
        area=survey.area,
        survey=survey,
        answers=len(replies),
        figures=releasing.figures(items, replies, weights, publish),
        breakdowns=releasing.breakdowns(items, replies, publish),
        weighting=_weighting(raked, known),
        released_by=by,
        released_at=now,
    )
    record("survey.result_released", result, by=by, now=now, figures={"answers": len(replies)})
    return result


def _ready(
    survey: Survey, known: Known, by: Person, now: datetime
) -> tuple[Survey, list[Reply], calculations.Raked | None]:
    """The locked survey, its answers and their weights, if its result may be published."""
    if not works_here(by, survey.area):
        raise NotYoursToPublish
    survey = Survey.objects.select_for_update().get(pk=survey.pk)
    if survey.state != SurveyState.CLOSED:
        raise NotClosedYet
    if SurveyResult.objects.filter(survey=survey).exists():
        raise ResultIsOut
    replies = loading.replies(survey, now.date())
    if len(replies) < releasing.FEWEST:
        raise TooFewAnswers
    return survey, replies, _raked(replies, known)


def _raked(replies: list[Reply], known: Known) -> calculations.Raked | None:
    for dimension, groups in known.sizes.items():
        present = {reply.group(dimension) for reply in replies}
        if absent := [name for name, size in groups.items() if size and name not in present]:
            raise NobodyToSpeakFor(
                _("Nobody in %(group)s answered, so no weight can speak for them. Ask them, or leave it out.")
                % {"group": absent[0]}
            )
    try:
        return calculations.weighted(replies, known.sizes)
    except calculations.BadSample as bad:
        raise NobodyToSpeakFor(_("The sizes do not fit the answers. Look at them again.")) from bad


def _weighting(raked: calculations.Raked | None, known: Known) -> dict[str, Any]:
    if raked is None:
        return {}
    return {
        "known": {name: dict(groups) for name, groups in known.sizes.items()},
        "source": known.source,
        "worth": raked.worth,
        "largest_miss": raked.largest_miss,
        "has_converged": raked.has_converged,
        "trimmed": raked.trimmed,
        "largest": float(raked.weights.max()),
        "smallest": float(raked.weights.min()),
    }
