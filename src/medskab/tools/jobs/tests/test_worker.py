"""What the worker does beside the jobs."""

import signal
from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from medskab.common.clock import now
from medskab.common.models import DeedReceipt
from medskab.tools.jobs import actions, queries, worker
from medskab.tools.jobs.models import Job, JobState, Worker
from medskab.tools.jobs.periodic import Nightly

from . import deeds
from .factories import run_pending_jobs

pytestmark = pytest.mark.django_db
NIGHTLY = Nightly("medskab.tools.jobs.nightly.tidy", at=time(3, 10))


def local(day, hour, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=timezone.get_current_timezone())


def test_is_due_from_its_hour_until_the_next_night():
    assert NIGHTLY.key(local(24, 3, 9)) == NIGHTLY.key(local(23, 3, 10))
    assert NIGHTLY.key(local(24, 3, 10)) == NIGHTLY.key(local(25, 3, 9))
    assert NIGHTLY.key(local(24, 3, 9)) != NIGHTLY.key(local(24, 3, 10))


def test_asks_for_the_nights_work_once_however_many_workers_there_are():
    for _worker in range(3):
        worker.WorkerProcess()._look_after_the_house()
    assert Job.objects.filter(task=NIGHTLY.task).count() == 1


def test_forgets_what_is_older_than_its_keeping():
    old = now() - timedelta(days=31)
    ended = actions.start(deeds.answer, now=old, number=1)
    Job.objects.filter(pk=ended.pk).update(state=JobState.DONE, ended_at=old)
    waiting = actions.start(deeds.answer, now=old, number=1)
    DeedReceipt.objects.create(key="k", deed="d", by="nobody")
    DeedReceipt.objects.update(at=old)
    actions.tidy(now=now())
    assert list(Job.objects.all()) == [waiting]
    assert not DeedReceipt.objects.exists()


def test_is_alive_while_it_is_seen():
    moment = now()
    actions.be_seen(worker="w", started_at=moment, now=moment)
    assert queries.is_worker_alive(moment)
    assert not queries.is_worker_alive(moment + timedelta(minutes=2))


def test_puts_the_job_back_when_it_has_to_go_and_does_not_count_the_attempt(monkeypatch):
    job = actions.start(deeds.write, now=now(), name="a")

    def asked_to_end(**_arguments):
        raise worker.WorkerHasToGo

    monkeypatch.setattr(deeds, "write_two", asked_to_end)
    with pytest.raises(worker.WorkerHasToGo):
        worker.run_one("w")
    job.refresh_from_db()
    assert (job.state, job.attempts) == (JobState.WAITING, 0)


def test_ends_in_order_and_says_goodbye(monkeypatch):
    handlers = {}
    monkeypatch.setattr(signal, "signal", handlers.__setitem__)
    process = worker.WorkerProcess()
    monkeypatch.setattr(process.has_to_go, "wait", lambda _seconds: handlers[signal.SIGTERM](15, None))
    actions.start(deeds.write, now=now(), name="a")
    process.run()
    assert Job.objects.get(task__endswith="write").state == JobState.DONE
    assert not Worker.objects.exists()


def test_beats_while_a_task_works(monkeypatch):
    actions.start(deeds.write, now=now(), name="a")
    job = actions.claim(worker="w", now=now())
    Job.objects.update(lease_until=now())
    over = iter([False, True])
    monkeypatch.setattr(worker.connection, "close", lambda: None)
    clock = type("Over", (), {"wait": lambda self, _seconds: next(over)})()
    worker.WorkerProcess()._beat(job, clock)
    job.refresh_from_db()
    assert job.lease_until > now() + actions.LEASE / 2


def test_counts_jobs_that_nobody_takes():
    actions.start(deeds.answer, now=now() - timedelta(hours=1), number=1)
    assert queries.overdue_jobs(now()) == 1
    run_pending_jobs()
    assert queries.overdue_jobs(now()) == 0
