"""Work on what people say that is done beside the pages."""

from django_tasks import task

from medskab.common.clock import now
from medskab.tools.jobs.running import finish_with

from . import actions


@task()
def forget_files() -> None:
    """Every night."""
    finish_with(actions.forget_files, now=now())
