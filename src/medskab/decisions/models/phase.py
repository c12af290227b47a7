"""The dated phases of a decision that is taken here, from the first proposal to the last delivery."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import AreaRow, AreaRowQuerySet, KeptRow, KeptRowQuerySet

from .decision import Decision


class PhaseKind(models.TextChoices):
    """What is done in a phase; the order here is the order in time."""

    PROPOSE = "propose", _("Propose")
    SHAPE = "shape", _("Shape the proposals together")
    CAPACITY = "capacity", _("Check what can be done, and by whom")
    VOTE = "vote", _("Vote")
    COUNT = "count", _("Count")
    DELIVER = "deliver", _("Carry out")


class Phase(AreaRow):
    """One phase of one decision; who may do what follows from its kind."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="phases")
    kind = models.CharField(max_length=10, choices=PhaseKind.choices)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    objects = AreaRowQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "kind"], name="phase_once"),
            models.CheckConstraint(condition=Q(kind__in=PhaseKind.values), name="phase_kind_is_known"),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="phase_ends_after_it_starts"
            ),
        ]

    class Privacy:
        purpose = _("Everybody can see when they can take part.")
        personal: dict[str, str] = {}
        public = ("decision", "kind", "starts_at", "ends_at")
        internal = ("id", "area")
        retention = _("For good once it is opened.")

    def is_on(self, now: datetime) -> bool:
        """Whether this is what is done now."""
        return self.starts_at <= now < self.ends_at

    def is_over(self, now: datetime) -> bool:
        """Whether it has ended."""
        return self.ends_at <= now


class PhaseChange(KeptRow):
    """A phase was moved or opened again after everybody could see it, and why."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="phase_changes")
    kind = models.CharField(max_length=10, choices=PhaseKind.choices)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    because = models.CharField(max_length=500)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = KeptRowQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(because=""), name="phase_change_has_a_reason"),
        ]

    class Privacy:
        purpose = _("Dates are not changed behind anybody’s back.")
        personal = {"by": "kept as a number without a name"}
        public = (
            *("decision", "kind", "started_at", "ended_at", "starts_at", "ends_at"),
            *("because", "at"),
        )
        internal = ("id", "area")
        retention = _("For good.")
