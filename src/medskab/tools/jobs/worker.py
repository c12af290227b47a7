"""The process that does the jobs: one at a time, with a heartbeat, and an orderly end."""

import logging
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import timedelta
from secrets import token_hex
from types import FrameType
from typing import Any

from django.db import Error as DatabaseError
from django.db import connection
from django.utils.module_loading import import_string
from django_tasks.base import TaskContext
from django_tasks.utils import normalize_json

from medskab.common.clock import now
from medskab.common.deed import CannotAct

from . import actions
from .models import Job
from .periodic import nightly_jobs
from .running import JobStopped, working_on

log = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 0.5
BEAT_EVERY_SECONDS = 10.0
SEEN_EVERY = timedelta(seconds=20)


class WorkerHasToGo(BaseException):
    """Asked to end in the middle of a job: the job goes back and loses nothing."""


Heart = Callable[[Job], AbstractContextManager[None]]


def run_one(worker: str, heart: Heart = lambda _job: nullcontext()) -> Job | None:
    """Take the next due job and work on it; answers which one, or None where there is nothing to do.

    `heart` keeps the lease alive beside a task that takes long.
    """
    job = actions.claim(worker=worker, now=now())
    if job is None:
        return None
    try:
        with heart(job), working_on(job):
            _end_without_effect(job, _call(job))
    except JobStopped:
        actions.stop(job=job, now=now())
    except actions.LeaseLost:
        log.info("Job %s was not ours any more; what it prepared is dropped.", job.ref)
    except CannotAct as refusal:
        actions.fail(job=job, error=refusal, now=now())
    except WorkerHasToGo:
        actions.put_back(job=job, now=now())
        raise
    except Exception as fault:
        log.exception("Job %s (%s) broke at attempt %s.", job.ref, job.task, job.attempts)
        _after_fault(job, fault)
    return job


def _call(job: Job) -> Any:
    task = import_string(job.task)
    args, kwargs = job.arguments["args"], job.arguments["kwargs"]
    if task.takes_context:
        args = [TaskContext(task_result=task.get_backend().get_result(job.ref)), *args]
    return task.func(*args, **kwargs)


def _end_without_effect(job: Job, answer: Any) -> None:
    """A task that called `finish_with` is done already; one without an effect of its own is done now."""
    if Job.objects.held_by(job.lease).exists():
        actions.mark_done(job=job, now=now(), result=normalize_json(answer))


def _after_fault(job: Job, fault: Exception) -> None:
    if job.attempts >= job.max_attempts:
        actions.fail(job=job, error=fault, now=now())
    else:
        actions.try_again_later(job=job, now=now())


class WorkerProcess:
    """The loop: be seen, ask for the night's work, do what is due; SIGTERM and SIGINT end it in order."""

    def __init__(self) -> None:
        self.name = f"{socket.gethostname()[:40]}:{os.getpid()}:{token_hex(2)}"
        self.started_at = now()
        self.looked_after_at = self.started_at - 2 * SEEN_EVERY
        self.has_to_go = threading.Event()
        self.is_in_a_job = False

    def run(self) -> None:
        """Work until asked to end."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._asked_to_end)
        try:
            while not self.has_to_go.is_set():
                if not self._turn():
                    self.has_to_go.wait(LOOK_EVERY_SECONDS)
        except WorkerHasToGo:
            log.info("Ended in the middle of a job; it went back to the queue.")
        actions.leave(worker=self.name)

    def _asked_to_end(self, _number: int, _frame: FrameType | None) -> None:
        self.has_to_go.set()
        if self.is_in_a_job:
            self.is_in_a_job = False
            raise WorkerHasToGo

    def _turn(self) -> bool:
        try:
            self._look_after_the_house()
            return run_one(self.name, self._heart) is not None
        except DatabaseError:
            log.exception("The database does not answer; trying again soon.")
            connection.close()
            self.has_to_go.wait(5)
            return False

    def _look_after_the_house(self) -> None:
        moment = now()
        if moment - self.looked_after_at < SEEN_EVERY:
            return
        self.looked_after_at = moment
        actions.be_seen(worker=self.name, started_at=self.started_at, now=moment)
        for nightly in nightly_jobs():
            actions.start(import_string(nightly.task), now=moment, key=nightly.key(moment))

    @contextmanager
    def _heart(self, job: Job) -> Iterator[None]:
        over = threading.Event()
        beating = threading.Thread(target=self._beat, args=(job, over), daemon=True)
        beating.start()
        self.is_in_a_job = True
        try:
            yield
        finally:
            self.is_in_a_job = False
            over.set()
            beating.join()

    def _beat(self, job: Job, over: threading.Event) -> None:
        try:
            while not over.wait(BEAT_EVERY_SECONDS):
                actions.renew(lease=job.lease, now=now(), progress={})
                actions.be_seen(worker=self.name, started_at=self.started_at, now=now())
        except (actions.LeaseLost, DatabaseError):
            log.info("The heartbeat of job %s has stopped.", job.ref)
        finally:
            connection.close()
