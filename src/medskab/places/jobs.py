"""Work on lists of homes that is done beside the pages."""

from django.utils.translation import gettext_noop
from django_tasks import task

from medskab.common.clock import now
from medskab.tools.jobs.running import finish_with, report

from . import actions
from .actions import refusals
from .imports.comparison import compared
from .imports.lines import read_lines
from .models import DwellingList


@task()
def carry_out(dwelling_list_id: int) -> None:
    """Read the kept lines once more, compare them with what is there now, and carry them out in one deed."""
    kept = DwellingList.objects.select_related("area").filter(pk=dwelling_list_id).first()
    if kept is None or not kept.is_draft:
        raise refusals.ListIsOver
    report(0, kept.line_count, gettext_noop("Reading the lines."))
    homes, errors = read_lines(kept.lines, kept.mapping, kept.area.name)
    if errors:
        raise refusals.ListHasErrors
    moment = now()
    report(kept.line_count, kept.line_count, gettext_noop("Comparing with the homes that are here."))
    comparison = compared(kept.area, homes, moment.date())
    finish_with(actions.carry_out_list, dwelling_list=kept, comparison=comparison, by=None, now=moment)


@task()
def forget_drafts() -> None:
    """Every night."""
    finish_with(actions.forget_drafts, now=now())
