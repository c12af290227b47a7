"""Which homes came, and with how many votes. Nobody's name is here."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import AreaRow, AreaRowQuerySet, Dwelling

from .gathering import Gathering


class AttendanceQuerySet(AreaRowQuerySet):
    """Homes that came, within an area."""


class Attendance(AreaRow):
    """One household at one meeting; `household` tells apart those who share an address."""

    gathering = models.ForeignKey(Gathering, on_delete=models.PROTECT, related_name="attendances")
    dwelling = models.ForeignKey(Dwelling, on_delete=models.PROTECT, related_name="+")
    household = models.PositiveSmallIntegerField(default=1)
    votes = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["gathering", "dwelling", "household"], name="attendance_once_per_home"
            ),
            models.CheckConstraint(condition=Q(votes__in=[1, 2]), name="attendance_has_one_or_two_votes"),
            models.CheckConstraint(condition=Q(household__gte=1), name="attendance_household_from_one"),
        ]

    class Privacy:
        purpose = _("Knowing how many homes and votes are in the room.")
        personal = {"by": "kept as a number without a name: who sat at the desk"}
        public = ()
        internal = ("id", "area", "gathering", "dwelling", "household", "votes", "at")
        retention = _("Until the minutes are published; then only the two numbers stay.")
