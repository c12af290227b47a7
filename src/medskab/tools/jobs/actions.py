"""What changes jobs. Claims and ends are single conditional updates, which hold on both databases alike."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django_tasks.base import Task
from django_tasks.utils import get_module_path, normalize_json

from medskab.common.deed import CannotAct, deed
from medskab.common.models import DeedReceipt

from .backend import PatientTask
from .models import Job, JobState, Worker
from .queries import where_work_goes_on

LEASE = timedelta(seconds=60)
KEPT_FOR = timedelta(days=30)
FIRST_PAUSE = timedelta(seconds=5)


class JobIsOver(CannotAct):
    text = _("This work is already over. It cannot be stopped any more.")


class JobStopped(Exception):
    """Somebody asked to stop this job; the task ends here and nothing is changed."""


class LeaseLost(Exception):
    """The job is no longer ours: another worker has it. What we prepared must not count."""


def start(
    task: Task,
    *,
    about: models.Model | None = None,
    by: models.Model | None = None,
    now: datetime,
    title: str = "",
    key: str | None = None,
    **arguments: Any,
) -> Job:
    """Add a job to the caller's transaction: it exists when, and only when, the deed that wants it does.

    `title` is marked `gettext_noop`; the same `key` again gives the job that is already there.
    """
    wanted = {
        "task": task.module_path,
        "arguments": normalize_json({"args": [], "kwargs": arguments}),
        "max_attempts": getattr(task, "attempts", PatientTask.attempts),
        "run_after": task.run_after or now,
        "created_at": now,
        "title": title,
        "started_by": "" if by is None else str(by.pk),
        **_about(about),
    }
    if key is None:
        return Job.objects.create(**wanted)
    return Job.objects.get_or_create(key=key, defaults=wanted)[0]


@deed
def ask_to_cancel(*, job: Job, by: models.Model, now: datetime) -> Job:
    """Stop a job: at once where nobody works on it, else as soon as its worker looks up."""
    waiting = Job.objects.filter(pk=job.pk, state=JobState.WAITING)
    if waiting.update(state=JobState.CANCELLED, cancel_asked_at=now, ended_at=now):
        return job
    running = Job.objects.filter(pk=job.pk, state=JobState.RUNNING)
    if not running.update(cancel_asked_at=Coalesce("cancel_asked_at", now)):
        raise JobIsOver
    return job


def claim(*, worker: str, now: datetime) -> Job | None:
    """Take the next due job; of many workers that want it, one gets it."""
    _give_up_lost(now)
    lease = f"{worker[:60]}:{token_hex(8)}"
    due = Job.objects.due(now)
    for pk in due.order_by("run_after", "id").values_list("pk", flat=True)[:8]:
        taken = due.filter(pk=pk).update(
            state=JobState.RUNNING,
            lease=lease,
            lease_until=now + LEASE,
            attempts=F("attempts") + 1,
            started_at=Coalesce("started_at", now),
            progress_done=0,
            progress_total=0,
            progress_note="",
        )
        if taken:
            return Job.objects.get(pk=pk)
    return None


def renew(*, lease: str, now: datetime, progress: Mapping[str, Any]) -> bool:
    """Say that the work goes on and how far it is; answers whether it should stop."""
    if not Job.objects.held_by(lease).update(lease_until=now + LEASE, **progress):
        raise LeaseLost
    return Job.objects.filter(lease=lease).exclude(cancel_asked_at=None).exists()


def mark_done(*, job: Job, now: datetime, result: Any = None) -> None:
    """Inside the transaction of the job's effect: done, if it is still ours and nobody asked to stop it."""
    ours = Job.objects.held_by(job.lease).filter(pk=job.pk, cancel_asked_at=None)
    if not ours.update(state=JobState.DONE, lease_until=None, ended_at=now, result=result):
        raise JobStopped if Job.objects.held_by(job.lease).exists() else LeaseLost


def keep_answer(*, job: Job, answer: models.Model) -> None:
    """Inside the same transaction: where the page of the job leads on to."""
    address = where_work_goes_on(answer)
    result = {"kind": answer._meta.label_lower, "id": str(answer.pk)}
    Job.objects.filter(pk=job.pk).update(result=result, done_url=address)


def stop(*, job: Job, now: datetime) -> None:
    """The worker has noticed that somebody asked to stop the job."""
    Job.objects.held_by(job.lease).update(state=JobState.CANCELLED, lease_until=None, ended_at=now)


def put_back(*, job: Job, now: datetime) -> None:
    """The worker has to go before the job is done: another attempt that does not count."""
    Job.objects.held_by(job.lease).update(
        state=JobState.WAITING, lease_until=None, run_after=now, attempts=F("attempts") - 1
    )


def try_again_later(*, job: Job, now: datetime) -> None:
    """Wait longer after each attempt, fourfold: 5 s, 20 s, 80 s, …"""
    pause = FIRST_PAUSE * 4 ** (job.attempts - 1)
    Job.objects.held_by(job.lease).update(state=JobState.WAITING, lease_until=None, run_after=now + pause)


def fail(*, job: Job, error: Exception, now: datetime) -> None:
    """It will not succeed: keep why, in every language of the site."""
    Job.objects.held_by(job.lease).update(
        state=JobState.FAILED,
        lease_until=None,
        ended_at=now,
        error=_in_every_language(error),
        error_kind=get_module_path(type(error)),
    )


def be_seen(*, worker: str, started_at: datetime, now: datetime) -> None:
    """The worker is alive."""
    Worker.objects.update_or_create(name=worker, defaults={"started_at": started_at, "seen_at": now})


def leave(*, worker: str) -> None:
    """The worker has ended as it should."""
    Worker.objects.filter(name=worker).delete()


@deed
def tidy(*, now: datetime) -> None:
    """Forget what is older than its keeping: ended jobs, keys of forms, workers that never said goodbye."""
    Job.objects.filter(ended_at__lt=now - KEPT_FOR).delete()
    DeedReceipt.objects.filter(at__lt=now - KEPT_FOR).delete()
    Worker.objects.filter(seen_at__lt=now - timedelta(days=1)).delete()


class WorkersDied(CannotAct):
    text = _("This work was broken off several times. Nothing has been changed. Please report it.")


class WentWrong(CannotAct):
    text = _("Something went wrong on our side. Nothing has been changed. Please report it.")


def _give_up_lost(now: datetime) -> None:
    lost = Job.objects.lost(now)
    if not lost.exists():
        return
    lost.exclude(cancel_asked_at=None).update(state=JobState.CANCELLED, lease_until=None, ended_at=now)
    lost.update(
        state=JobState.FAILED,
        lease_until=None,
        ended_at=now,
        error=_in_every_language(WorkersDied()),
        error_kind=get_module_path(WorkersDied),
    )


def _in_every_language(error: Exception) -> dict[str, str]:
    shown = error if isinstance(error, CannotAct) else WentWrong()
    sentences = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            sentences[code] = str(shown)
    return sentences


def _about(thing: models.Model | None) -> dict[str, Any]:
    if thing is None:
        return {}
    is_area = thing._meta.label_lower == "places.area"
    return {
        "area_id": thing.pk if is_area else getattr(thing, "area_id", None),
        "about_kind": thing._meta.label_lower,
        "about_id": str(thing.pk),
    }
