"""The night's work of rounds."""

from django_tasks import task

from medskab.common.clock import now
from medskab.tools.jobs.running import finish_with

from . import actions
from .models import Bag
from .opening import open_waiting


@task()
def tidy() -> None:
    """Open what still waits, and forget who was not home."""
    open_waiting(Bag.objects.all(), now())
    finish_with(actions.forget_not_home, by=None, now=now())
