"""The night's work."""

from django_tasks import task

from medskab.common.clock import now
from medskab.tools.jobs.running import finish_with

from . import actions


@task()
def sweep() -> None:
    """Destroy keys and recordings that should be gone."""
    finish_with(actions.sweep_keys, by=None, now=now())
