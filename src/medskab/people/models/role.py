"""Roles: what a person does at a place."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from medskab.places.models import AreaRow, AreaRowQuerySet, Place

from .person import Person


class RoleKind(models.TextChoices):
    """What somebody does in an area."""

    RESIDENT = "resident", _("Resident")
    FACILITATOR = "facilitator", _("Facilitator")
    PROJECT_LEADER = "project-leader", _("Project leader")
    BOARD_MEMBER = "board-member", _("Member of the tenants' board")
    OFFICER = "officer", _("Municipal officer")
    PARTNER = "partner", _("Outside partner")
    EVALUATOR = "evaluator", _("Evaluator")


STAFF_ROLES = (RoleKind.FACILITATOR, RoleKind.PROJECT_LEADER)


class RoleQuerySet(AreaRowQuerySet):
    """Roles at a date."""

    def held_on(self, day: date) -> "RoleQuerySet":
        """Roles that are held on a day."""
        return self.filter(begins_on__lte=day).filter(Q(ends_on=None) | Q(ends_on__gt=day))


class Role(AreaRow):
    """What a person does at a place, from a day until a day."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="roles")
    kind = models.CharField(max_length=20, choices=RoleKind.choices)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    begins_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    given_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = RoleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=RoleKind.values), name="role_kind_is_known"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("begins_on")), name="role_ends_after_it_begins"
            ),
            models.UniqueConstraint(
                fields=["person", "kind", "place"],
                condition=Q(ends_on=None, place__isnull=False),
                name="role_open_once_at_a_place",
            ),
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=Q(ends_on=None, place=None),
                name="role_open_once_in_the_area",
            ),
        ]

    class Privacy:
        purpose = _("Knowing who may do what.")
        personal = {
            "person": "kept as a number without a name",
            "given_by": "kept as a number without a name",
        }
        public = ()
        internal = ("id", "area", "kind", "place", "begins_on", "ends_on")
        retention = _("For good: decisions name the role they were taken in.")
