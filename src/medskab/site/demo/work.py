"""Does at once what is left to the worker elsewhere."""

from medskab.tools.jobs.worker import run_one


class CannotBuild(RuntimeError):
    """A step of the demo did not end as it should."""


def work() -> None:
    """All jobs that wait."""
    while job := run_one("demo"):
        job.refresh_from_db()
        if job.state != "done":
            raise CannotBuild(f"{job.title}: {job.state}. {job.error}")
