"""What the homes were told, each time they were told."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import KeptRow, KeptRowQuerySet

from .gathering import Gathering


class CallQuerySet(KeptRowQuerySet):
    """What homes were told, within an area."""


class Call(KeptRow):
    """One telling: the time, the place and the agenda as they stood. A later one stands beside it."""

    gathering = models.ForeignKey(Gathering, on_delete=models.PROTECT, related_name="calls")
    number = models.PositiveSmallIntegerField()
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    where = models.CharField(max_length=200)
    agenda = models.JSONField(default=list)
    because = models.CharField(max_length=500, blank=True)
    is_final = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = CallQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["gathering", "number"], name="call_numbered_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="call_counts_from_one"),
        ]

    class Privacy:
        purpose = _("Proving that the homes were told in time, and what they were told.")
        personal = {"by": "kept as a number without a name"}
        public = (
            "gathering",
            "number",
            "begins_at",
            "ends_at",
            "where",
            "agenda",
            "because",
            "is_final",
            "at",
        )
        internal = ("id", "area")
        retention = _("For good.")
