"""What a job is when it is asked for."""

import pytest
from django_tasks.base import TaskResultStatus
from django_tasks.exceptions import TaskResultDoesNotExist

from medskab.common.clock import now
from medskab.common.deed import CannotAct, deed
from medskab.tools.jobs import actions
from medskab.tools.jobs.models import Job, JobState

from . import deeds
from .factories import run_pending_jobs

pytestmark = pytest.mark.django_db


def test_exists_only_with_the_deed_that_asked_for_it():
    @deed
    def ask(*, fail):
        actions.start(deeds.write, now=now(), name="a")
        if fail:
            raise CannotAct

    with pytest.raises(CannotAct):
        ask(fail=True)
    assert not Job.objects.exists()
    ask(fail=False)
    assert Job.objects.count() == 1


def test_is_the_same_job_for_the_same_key():
    first = actions.start(deeds.write, now=now(), key="import:7", name="a")
    assert actions.start(deeds.write, now=now(), key="import:7", name="a") == first


def test_is_done_by_the_plain_task_interface_too():
    result = deeds.answer.enqueue(number=21)
    assert result.status == TaskResultStatus.READY
    run_pending_jobs()
    result.refresh()
    assert (result.status, result.return_value) == (TaskResultStatus.SUCCESSFUL, 42)


def test_tells_the_task_interface_why_it_failed():
    result = deeds.refuse.enqueue()
    run_pending_jobs()
    result.refresh()
    assert result.status == TaskResultStatus.FAILED
    assert result.errors[0].exception_class is deeds.NotToday


def test_is_not_found_under_a_foreign_reference():
    with pytest.raises(TaskResultDoesNotExist):
        deeds.answer.get_result("nosuchjob000")


def test_waits_for_its_time():
    later = now() + actions.LEASE
    actions.start(deeds.answer.using(run_after=later), now=now(), number=1)
    assert run_pending_jobs() == []
    assert actions.claim(worker="w", now=later).state == JobState.RUNNING
