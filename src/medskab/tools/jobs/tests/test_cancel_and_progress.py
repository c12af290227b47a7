"""How a job is followed and stopped."""

import pytest
from django.utils import translation

from medskab.common.clock import now
from medskab.tools.jobs import actions, running
from medskab.tools.jobs.models import Job, JobState

from . import deeds
from .factories import run_pending_jobs

pytestmark = pytest.mark.django_db


@pytest.fixture
def job():
    actions.start(deeds.write, now=now(), name="a")
    return actions.claim(worker="w", now=now())


def test_is_stopped_at_once_while_it_waits():
    job = actions.start(deeds.write, now=now(), name="a")
    actions.ask_to_cancel(job=job, by=None, now=now())
    assert run_pending_jobs() == []
    job.refresh_from_db()
    assert (job.state, job.is_over) == (JobState.CANCELLED, True)


def test_refuses_to_stop_what_is_over():
    job = actions.start(deeds.write, now=now(), name="a")
    run_pending_jobs()
    with pytest.raises(actions.JobIsOver):
        actions.ask_to_cancel(job=job, by=None, now=now())


def test_shows_how_far_it_is(job):
    with running.working_on(job):
        running.report(30, 120, "Counting")
    job.refresh_from_db()
    assert (job.percent_done, job.note) == (25, "Counting")


def test_tells_at_most_twice_a_second(job, django_assert_num_queries):
    with running.working_on(job), django_assert_num_queries(2):
        for done in range(500):
            running.report(done, 500)


def test_costs_and_does_nothing_outside_a_job(django_assert_num_queries):
    with django_assert_num_queries(0):
        running.report(1, 2)
        running.stop_if_cancelled()


def test_keeps_its_lease_as_long_as_it_reports(job):
    Job.objects.update(lease_until=now())
    with running.working_on(job):
        running.report(1, 2)
    assert actions.claim(worker="other", now=now() + actions.LEASE / 2) is None


def test_tells_the_worker_that_it_is_not_its_job_any_more(job):
    actions.claim(worker="other", now=now() + 2 * actions.LEASE)
    with running.working_on(job), pytest.raises(actions.LeaseLost):
        running.stop_if_cancelled()


def test_cannot_tell_how_far_it_is_without_a_total(job):
    assert job.percent_done is None


def test_says_why_it_failed_in_the_readers_language():
    job = Job(error={"da": "Ikke i dag.", "en": "Not today."})
    with translation.override("da"):
        assert job.error_sentence == "Ikke i dag."
    with translation.override("en"):
        assert job.error_sentence == "Not today."
