"""Work for the harness: a job whose effect is many rows, and tells each of its moments."""

from threading import Event

from django.contrib.sessions.backends.db import SessionStore
from django_tasks import task

from medskab.common.clock import now
from medskab.common.deed import deed
from medskab.common.models import DeedReceipt
from medskab.places.models import Area
from medskab.tools.jobs import actions
from medskab.tools.jobs.queries import is_worker_alive
from medskab.tools.jobs.running import finish_with

ROWS = 12
_PACE = Event()


@deed
def start_jobs(count: str) -> None:
    """Ask for jobs in one deed; once this returns, they are acknowledged."""
    for number in range(int(count)):
        actions.start(fill, now=now(), key=f"fill:{number}", name=f"job{number}")


@task(attempts=1000)
def fill(name: str) -> None:
    """Write all the rows, or none."""
    tell(f"{name} prepared")
    halt()
    try:
        finish_with(write_rows, name=name)
    except actions.LeaseLost:
        tell(f"{name} ended: dropped")
        raise
    tell(f"{name} ended: finished")


@deed
def write_rows(*, name: str) -> None:
    """Many rows, so that there is a middle to be killed in."""
    for number in range(ROWS):
        # A row more, not the same row again: doing it twice must show.
        DeedReceipt.objects.create(key=f"{name}:{now().isoformat()}:{number}", deed=name, by="nobody")
        tell(f"{name} row {number}")
        _PACE.wait(0.01)  # slow enough to be killed between two rows


@deed
def add_receipts(prefix: str, count: str) -> None:
    """Something to be backed up."""
    for number in range(int(count)):
        DeedReceipt.objects.create(key=f"{prefix}{number}", deed="kept", by="nobody")


def halt() -> None:
    """Where a process stands still, when the harness wants it to."""


def tell(moment: str) -> None:
    """Say where the work is, at once."""
    print(moment, flush=True)


@deed
def add_area(slug: str) -> None:
    """Something that makes an installation one in use."""
    Area.objects.create(name=slug.title(), slug=slug, created_at=now())


def sign_somebody_in() -> None:
    """A session, as a signed-in browser has one."""
    session = SessionStore()
    session["code"] = "123456"
    session.save()


def wait_for_a_worker() -> None:
    """Until one was seen, at most half a minute."""
    for _look in range(600):
        if is_worker_alive(now()):
            return
        _PACE.wait(0.05)


def meet_somebody() -> None:
    """A person, and two who run the area."""
    from medskab.people.models import RoleKind
    from medskab.people.tests import factories

    here = factories.area()
    factories.facilitator(here)
    factories.person(here, "Ida Hedgehog", RoleKind.RESIDENT)


def forget_somebody() -> None:
    """Erase that person."""
    from medskab.common.clock import now
    from medskab.people import actions
    from medskab.people.models import Person, RoleKind
    from medskab.people.queries import people_with_role

    ida = Person.objects.select_related("area", "account").get(name="Ida Hedgehog")
    freja = people_with_role(ida.area, RoleKind.FACILITATOR, day=now().date()).get()
    actions.erase(person=ida, by=freja, now=now())
