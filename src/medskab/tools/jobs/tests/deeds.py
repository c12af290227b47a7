"""Tasks and actions for these tests: each receipt stands for one effect."""

from django_tasks import task

from medskab.common.clock import now
from medskab.common.deed import CannotAct, deed
from medskab.common.models import DeedReceipt
from medskab.tools.jobs import actions, running
from medskab.tools.jobs.models import Job


class NotToday(CannotAct):
    text = "Not today."


@deed
def write_two(*, name, fail=False):
    DeedReceipt.objects.create(key=f"{name}-1", deed="test", by="nobody")
    if fail:
        raise RuntimeError("broke between the rows")
    return DeedReceipt.objects.create(key=f"{name}-2", deed="test", by="nobody")


@task()
def write(name: str) -> None:
    running.report(1, 4, "Counting")
    running.finish_with(write_two, name=name)


@task()
def break_halfway(name: str) -> None:
    running.finish_with(write_two, name=name, fail=True)


@task()
def refuse() -> None:
    raise NotToday


@task()
def answer(number: int) -> int:
    return number * 2


@task()
def lose_the_lease(name: str) -> None:
    """Stand still so long that another worker takes the job and finishes it."""
    Job.objects.update(lease_until=now() - actions.LEASE)
    other = actions.claim(worker="other", now=now())
    with running.working_on(other):
        running.finish_with(write_two, name="other")
    running.finish_with(write_two, name=name)


@task()
def be_stopped(name: str) -> None:
    """Somebody presses stop when everything is prepared."""
    actions.ask_to_cancel(job=Job.objects.get(), by=None, now=now())
    running.finish_with(write_two, name=name)


@task()
def be_stopped_on_the_way(name: str) -> None:
    """Somebody presses stop before the task looks up."""
    actions.ask_to_cancel(job=Job.objects.get(), by=None, now=now())
    running.stop_if_cancelled()
    running.finish_with(write_two, name=name)
