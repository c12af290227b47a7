"""Work that is done beside the pages: each job a row that outlives a closed browser and a killed worker."""

import secrets
from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # no i, l, o, u: can be read aloud


def new_reference() -> str:
    """Twelve random characters (60 bits): a name for the address, which cannot be guessed."""
    return "".join(secrets.choice(_LETTERS) for _unused in range(12))


class JobState(models.TextChoices):
    """Where a job stands; the last three are final."""

    WAITING = "waiting", _("Waiting")
    RUNNING = "running", _("At work")
    DONE = "done", _("Done")
    FAILED = "failed", _("Did not succeed")
    CANCELLED = "cancelled", _("Stopped")


class JobQuerySet(models.QuerySet["Job"]):
    """Jobs by what may be done with them now."""

    def due(self, now: datetime) -> "JobQuerySet":
        """Jobs that a worker may take: waiting and due, or left behind by a worker that died."""
        waiting = Q(state=JobState.WAITING, run_after__lte=now)
        return self.filter(waiting | self._left_behind(now), attempts__lt=models.F("max_attempts"))

    def lost(self, now: datetime) -> "JobQuerySet":
        """Jobs whose worker died at the last attempt, or died after somebody asked to stop the job."""
        given_up = Q(attempts__gte=models.F("max_attempts")) | ~Q(cancel_asked_at=None)
        return self.filter(self._left_behind(now) & given_up)

    def held_by(self, lease: str) -> "JobQuerySet":
        """The job that is being worked on under this lease, as long as the lease stands."""
        return self.filter(lease=lease, state=JobState.RUNNING)

    def _left_behind(self, now: datetime) -> Q:
        return Q(state=JobState.RUNNING, lease_until__lt=now)


class Job(models.Model):
    """One piece of work. Its arguments are ids, never words of people."""

    ref = models.CharField(max_length=12, unique=True, default=new_reference)
    area_id = models.BigIntegerField(null=True)
    task = models.CharField(max_length=200)
    arguments = models.JSONField(default=dict)
    title = models.CharField(max_length=120, blank=True)
    about_kind = models.CharField(max_length=80, blank=True)
    about_id = models.CharField(max_length=40, blank=True)
    started_by = models.CharField(max_length=40, blank=True)
    key = models.CharField(max_length=120, unique=True, null=True)  # noqa: DJ001  null: no key, and unique

    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    max_attempts = models.PositiveSmallIntegerField()
    run_after = models.DateTimeField()
    lease = models.CharField(max_length=80, blank=True)
    lease_until = models.DateTimeField(null=True)
    cancel_asked_at = models.DateTimeField(null=True)

    progress_done = models.PositiveIntegerField(default=0)
    progress_total = models.PositiveIntegerField(default=0)
    progress_note = models.CharField(max_length=120, blank=True)
    error = models.JSONField(default=dict)
    error_kind = models.CharField(max_length=120, blank=True)
    result = models.JSONField(null=True)
    done_url = models.CharField(max_length=300, blank=True)

    created_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["state", "run_after"]),
            models.Index(fields=["about_kind", "about_id"]),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=JobState.values), name="job_state_is_known"),
            models.CheckConstraint(
                condition=Q(state=JobState.RUNNING, lease_until__isnull=False)
                | (~Q(state=JobState.RUNNING) & Q(lease_until=None)),
                name="job_is_leased_while_it_runs",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[JobState.WAITING, JobState.RUNNING], ended_at=None)
                | (
                    Q(state__in=[JobState.DONE, JobState.FAILED, JobState.CANCELLED])
                    & Q(ended_at__isnull=False)
                ),
                name="job_has_an_end_when_it_is_over",
            ),
        ]

    class Privacy:
        purpose = _("Long work goes on when the browser is closed, and can be followed and stopped.")
        personal = {"started_by": "kept for 30 days: a number without a name"}
        public = ()
        internal = (
            "id",
            "ref",
            "area_id",
            "task",
            "arguments",
            "title",
            "about_kind",
            "about_id",
            "key",
            "state",
            "attempts",
            "max_attempts",
            "run_after",
            "lease",
            "lease_until",
            "cancel_asked_at",
            "progress_done",
            "progress_total",
            "progress_note",
            "error",
            "error_kind",
            "result",
            "done_url",
            "created_at",
            "started_at",
            "ended_at",
        )
        retention = _("30 days after it ended.")

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in {JobState.DONE, JobState.FAILED, JobState.CANCELLED}

    @property
    def is_being_stopped(self) -> bool:
        """Whether somebody asked to stop it and the worker has not yet noticed."""
        return not self.is_over and self.cancel_asked_at is not None

    @property
    def percent_done(self) -> int | None:
        """How far it is, 0 to 100, or None where the job cannot tell."""
        if self.state == JobState.DONE:
            return 100
        if not self.progress_total:
            return None
        return min(100, self.progress_done * 100 // self.progress_total)

    @property
    def name(self) -> str:
        """What it does, in the reader's language (the title is stored as the untranslated text)."""
        return gettext(self.title) if self.title else gettext("Work in the background")

    @property
    def note(self) -> str:
        """What it is doing just now, in the reader's language."""
        return gettext(self.progress_note) if self.progress_note else ""

    @property
    def error_sentence(self) -> str:
        """Why it did not succeed, in the reader's language where that is known."""
        return self.error.get(get_language() or "") or next(iter(self.error.values()), "")


class Worker(models.Model):
    """A worker process, and when it was last seen alive."""

    name = models.CharField(max_length=60, unique=True)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Privacy:
        purpose = _("Knowing whether the work in the background is being done.")
        personal: dict[str, str] = {}
        public = ()
        internal = ("id", "name", "started_at", "seen_at")
        retention = _("One day after it stopped.")
