"""The night's work of this room."""

from django_tasks import task

from medskab.common.clock import now
from medskab.tools.jobs.running import finish_with

from . import actions


@task()
def tidy() -> None:
    """Forget sessions and links that are over."""
    finish_with(actions.tidy, by=None, now=now())
