"""Letting somebody in again who can no longer sign in."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from medskab.places.models import AreaRow

from .person import Person


class AccessRenewal(AreaRow):
    """Asked by one of the staff; where a staff account is at stake, done only when another agrees."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    email = models.EmailField(blank=True)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_by=None) | ~Q(agreed_by=F("asked_by")), name="renewal_takes_two_people"
            ),
            models.CheckConstraint(
                condition=(Q(ended_at=None) & ~Q(email="")) | Q(ended_at__isnull=False, email=""),
                name="renewal_forgets_the_address",
            ),
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_at=None), name="renewal_open_once_per_person"
            ),
        ]

    class Privacy:
        purpose = _("Letting somebody in again who lost a phone or an address.")
        personal = {
            "person": "kept as a number without a name",
            "asked_by": "kept as a number without a name",
            "agreed_by": "kept as a number without a name",
            "email": "emptied when it is done",
        }
        public = ()
        internal = ("id", "area", "asked_at", "ended_at")
        retention = _("For good, without the address.")
