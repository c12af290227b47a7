"""Publishing a result, which takes long where many tables have to be held against each other."""

from typing import Any

from django.utils.translation import gettext_noop
from django_tasks import task

from medskab.common.clock import now
from medskab.people.models import Person
from medskab.releases.queries import rehearse
from medskab.tools.jobs.running import finish_with, report

from .actions.publishing import Known, release_result
from .models import Survey
from .results.releasing import people_tables

_CHECKING = gettext_noop("Checking that no table gives anybody away.")


@task()
def publish_result(survey_id: int, known: dict[str, Any], person_id: int) -> None:
    """Rehearse every table without holding anything; then publish them all in one short deed."""
    survey = Survey.objects.select_related("area").get(pk=survey_id)
    moment = now()
    tables = people_tables(survey, moment.date())
    report(0, len(tables), _CHECKING)
    for number, _table in enumerate(rehearse(survey.area, tables), start=1):
        report(number, len(tables), _CHECKING)
    finish_with(
        release_result,
        survey=survey,
        known=Known(**known),
        by=Person.objects.get(pk=person_id),
        now=moment,
    )
