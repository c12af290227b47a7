"""The night's work of the jobs themselves."""

from django_tasks import task

from medskab.common.clock import now

from . import actions
from .running import finish_with


@task()
def tidy() -> None:
    """Forget what is older than its keeping."""
    finish_with(actions.tidy, now=now())
