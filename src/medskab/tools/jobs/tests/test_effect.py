"""What a job leaves behind."""

from datetime import timedelta

import pytest

from medskab.common.clock import now
from medskab.common.models import DeedReceipt
from medskab.tools.jobs import actions
from medskab.tools.jobs.models import Job, JobState

from . import deeds
from .factories import run_pending_jobs

pytestmark = pytest.mark.django_db


def effects():
    return sorted(DeedReceipt.objects.values_list("key", flat=True))


def run(task, **arguments):
    job = actions.start(task, now=now(), **arguments)
    run_pending_jobs()
    job.refresh_from_db()
    return job


def test_is_done_together_with_its_effect():
    job = run(deeds.write, name="a")
    assert (job.state, effects()) == (JobState.DONE, ["a-1", "a-2"])
    assert job.result["kind"] == "common.deedreceipt"
    assert job.percent_done == 100


def test_leaves_nothing_and_waits_longer_each_time_when_it_breaks():
    job = run(deeds.break_halfway, name="a")
    first_pause = job.run_after - now()
    assert (job.state, effects()) == (JobState.WAITING, [])
    Job.objects.update(run_after=now())
    run_pending_jobs()
    job.refresh_from_db()
    assert job.run_after - now() > 2 * first_pause


def test_gives_up_after_the_last_attempt_with_a_sentence():
    job = run(deeds.break_halfway, name="a")
    for _attempt in range(2):
        Job.objects.update(run_after=now())
        run_pending_jobs()
    job.refresh_from_db()
    assert (job.state, job.attempts, effects()) == (JobState.FAILED, 3, [])
    assert "RuntimeError" not in job.error_sentence
    assert job.error_sentence


def test_does_not_try_again_what_was_refused():
    job = run(deeds.refuse)
    assert (job.state, job.attempts, job.error["en"]) == (JobState.FAILED, 1, "Not today.")


def test_drops_what_a_late_worker_prepared():
    run(deeds.lose_the_lease, name="late")
    assert effects() == ["other-1", "other-2"]
    assert Job.objects.get().state == JobState.DONE


@pytest.mark.parametrize("task", [deeds.be_stopped, deeds.be_stopped_on_the_way])
def test_leaves_nothing_when_it_was_stopped(task):
    job = run(task, name="a")
    assert (job.state, effects()) == (JobState.CANCELLED, [])


def test_is_taken_again_when_its_worker_has_died():
    actions.start(deeds.write, now=now(), name="a")
    dead = actions.claim(worker="dead", now=now())
    assert actions.claim(worker="next", now=now() + actions.LEASE / 2) is None
    taken = actions.claim(worker="next", now=now() + 2 * actions.LEASE)
    assert (taken.pk, taken.attempts) == (dead.pk, 2)
    assert taken.lease != dead.lease


def test_fails_with_a_sentence_when_every_worker_has_died():
    job = actions.start(deeds.write, now=now(), name="a")
    moment = now()
    for _attempt in range(4):
        actions.claim(worker="dead", now=moment)
        moment += 2 * actions.LEASE
    job.refresh_from_db()
    assert (job.state, job.error_kind.split(".")[-1]) == (JobState.FAILED, "WorkersDied")


def test_is_stopped_for_good_when_its_worker_died_meanwhile():
    job = actions.start(deeds.write, now=now(), name="a")
    actions.claim(worker="dead", now=now())
    actions.ask_to_cancel(job=job, by=None, now=now())
    assert actions.claim(worker="next", now=now() + timedelta(minutes=5)) is None
    job.refresh_from_db()
    assert job.state == JobState.CANCELLED
