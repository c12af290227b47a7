"""Questions about jobs and the workers that do them."""

from datetime import datetime, timedelta

from django.db import models

from .models import Job, JobState, Worker


def job_of(area_id: int, ref: str) -> Job | None:
    """The area's job with this reference."""
    return Job.objects.filter(area_id=area_id, ref=ref).first()


def jobs_about(thing: models.Model) -> models.QuerySet[Job]:
    """The jobs about a thing, newest first."""
    kind = thing._meta.label_lower
    return Job.objects.filter(about_kind=kind, about_id=str(thing.pk)).order_by("-id")


def open_job_about(thing: models.Model) -> Job | None:
    """The newest job about a thing that is not over."""
    return jobs_about(thing).filter(state__in=[JobState.WAITING, JobState.RUNNING]).first()


def where_work_goes_on(thing: models.Model | None) -> str:
    """The page of a thing for those who work on it, else its page for everybody; none, and it is empty."""
    way = getattr(thing, "get_work_url", None) or getattr(thing, "get_absolute_url", None)
    return str(way()) if way else ""


def is_worker_alive(now: datetime) -> bool:
    """Whether a worker was seen in the last minute."""
    return Worker.objects.filter(seen_at__gte=now - timedelta(minutes=1)).exists()


def overdue_jobs(now: datetime) -> int:
    """How many jobs have been due for more than ten minutes without being taken."""
    return Job.objects.due(now - timedelta(minutes=10)).filter(state=JobState.WAITING).count()
