"""Organisations that take part, and who speaks for them."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from medskab.places.models import AreaRow, AreaRowQuerySet

from .person import Person


class Organisation(AreaRow):
    """An association, firm, school or institution that takes part in the area."""

    name = models.CharField(max_length=120)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["area", "name"], name="organisation_once_per_area"),
            models.CheckConstraint(condition=~Q(name=""), name="organisation_has_a_name"),
        ]

    class Privacy:
        purpose = _("Knowing who helps in the area.")
        personal = {}
        public = ("name", "ended_on")
        internal = ("id", "area")
        retention = _("For good: what was done together names it.")

    def __str__(self) -> str:
        return self.name


class MembershipQuerySet(AreaRowQuerySet):
    """Who belongs to what."""

    def today(self) -> "MembershipQuerySet":
        """Those that have not ended."""
        return self.filter(ends_on=None)


class Membership(AreaRow):
    """A person of an organisation; its contact is whom one writes to."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    is_contact = models.BooleanField(default=False)
    begins_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("begins_on")),
                name="membership_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["organisation", "person"],
                condition=Q(ends_on=None),
                name="membership_open_once",
            ),
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(ends_on=None, is_contact=True),
                name="organisation_has_one_contact",
            ),
        ]

    class Privacy:
        purpose = _("Knowing whom to write to.")
        personal = {"person": "kept as a number without a name, and ended"}
        public = ()
        internal = ("id", "area", "organisation", "is_contact", "begins_on", "ends_on")
        retention = _("For good: what was done together names the organisation.")
