"""Each protection taken out, one by one: what the harness must notice."""

import os
import shutil
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Event

from tests.trust import doorstep_twins


def effect_beside_the_mark() -> None:
    """The effect is written row by row, and the job is marked done afterwards."""
    from medskab.common.clock import now
    from medskab.tools.jobs import actions, running

    def finish(job, action, arguments):  # type: ignore[no-untyped-def]
        answer = action.__wrapped__(**arguments)
        actions.mark_done(job=job, now=now())
        return answer

    running._finish = finish


def nobody_looks_for_the_dead() -> None:
    """A job whose worker died is left running for ever, as in the stock database backend."""
    from medskab.tools.jobs.models import JobQuerySet, JobState

    def due(self, now):  # type: ignore[no-untyped-def]
        return self.filter(state=JobState.WAITING, run_after__lte=now)

    JobQuerySet.due = due


def mark_without_the_lease() -> None:
    """A late worker marks the job done although another has taken it over, and both write."""
    from medskab.tools.jobs import actions
    from medskab.tools.jobs.models import Job, JobState

    def mark_done(*, job, now, result=None):  # type: ignore[no-untyped-def]
        Job.objects.filter(pk=job.pk).update(state=JobState.DONE, lease_until=None, ended_at=now)

    actions.mark_done = mark_done


def stand_still() -> None:
    """No bug, but bad luck: the machine halts the worker between preparing and writing."""
    from tests.trust import tasks

    tasks.halt = lambda: os.kill(os.getpid(), signal.SIGSTOP)


def copy_over_the_database() -> None:
    """A restore that writes into the file in use, bit by bit, instead of renaming a finished one over it."""
    from django.db import connection

    from medskab.tools.backup.sqlite import SQLite

    def put_in(self, copy, kept):  # type: ignore[no-untyped-def]
        here = Path(connection.settings_dict["NAME"])
        connection.close()
        with copy.open("rb") as source, here.open("r+b") as target:
            while chunk := source.read(4096):
                target.write(chunk)
                target.flush()
                print("a piece", flush=True)
                Event().wait(0.005)  # as a slow disk would

    SQLite.put_in = put_in


def copy_the_file() -> None:
    """A backup that copies the database's file, without what still lies in its journal."""
    from django.db import connection

    from medskab.tools.backup.sqlite import SQLite

    def take_out(self, target):  # type: ignore[no-untyped-def]
        shutil.copyfile(connection.settings_dict["NAME"], target)
        with sqlite3.connect(target) as copy:
            copy.execute("PRAGMA journal_mode=DELETE")

    SQLite.take_out = take_out


TWINS: dict[str, Callable[[], None]] = {
    twin.__name__: twin
    for twin in (
        effect_beside_the_mark,
        nobody_looks_for_the_dead,
        mark_without_the_lease,
        stand_still,
        copy_over_the_database,
        copy_the_file,
    )
} | doorstep_twins.TWINS
