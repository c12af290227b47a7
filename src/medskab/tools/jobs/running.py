"""The job that this thread is working on: how far it is, whether it should stop, and its one effect.

A task first reads and computes as long as it likes, and then does one thing:

    @task()
    def count(decision_id: int) -> None:
        decision = Decision.objects.get(pk=decision_id)
        outcome = calculations.count(decision)          # reports on the way, writes nothing
        finish_with(actions.store_count, decision=decision, outcome=outcome, by=None, now=now())

`finish_with` marks the job done and runs the action in one transaction: a job that was stopped, or that
another worker took over meanwhile, changes nothing. Outside a job (a test, a command) all three work too.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from time import monotonic
from typing import Any, TypeVar

from django.db import models

from medskab.common.clock import now
from medskab.common.deed import deed

from . import actions
from .actions import JobStopped
from .models import Job

__all__ = ["JobStopped", "finish_with", "report", "stop_if_cancelled", "working_on"]

R = TypeVar("R")

TELL_EVERY_SECONDS = 0.5


@dataclass
class _Running:
    job: Job
    told_at: float = float("-inf")
    is_finishing: bool = False


_running: ContextVar[_Running | None] = ContextVar("running_job", default=None)


@contextmanager
def working_on(job: Job) -> Iterator[None]:
    """Make this the thread's job."""
    token = _running.set(_Running(job))
    try:
        yield
    finally:
        _running.reset(token)


def report(done: int, total: int, note: str = "") -> None:
    """Say how far the work is; cheap, call it often. `note` is marked `gettext_noop`, shown translated.

    Ends the task when somebody has asked to stop it.
    """
    running = _running.get()
    if running is None or running.is_finishing:
        return
    if monotonic() - running.told_at >= TELL_EVERY_SECONDS:
        _tell(running, {"progress_done": done, "progress_total": total, "progress_note": note})


def stop_if_cancelled() -> None:
    """End the task here when somebody has asked to stop it, or when another worker has taken it over."""
    running = _running.get()
    if running is not None and not running.is_finishing:
        _tell(running, {})


def finish_with(action: Callable[..., R], **arguments: Any) -> R:
    """Run the task's one effect: in the same transaction the job is marked done, or neither happens."""
    running = _running.get()
    if running is None:
        return action(**arguments)
    running.is_finishing = True
    return _finish(running.job, action, arguments)


@deed
def _finish(job: Job, action: Callable[..., R], arguments: dict[str, Any]) -> R:
    # First the mark: it fails where the lease is lost, and it holds the row until the effect is there too.
    actions.mark_done(job=job, now=now())
    answer = action(**arguments)
    if isinstance(answer, models.Model):
        actions.keep_answer(job=job, answer=answer)
    return answer


def _tell(running: _Running, progress: dict[str, Any]) -> None:
    running.told_at = monotonic()
    if actions.renew(lease=running.job.lease, now=now(), progress=progress):
        raise JobStopped
