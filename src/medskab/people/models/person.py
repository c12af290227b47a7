"""Persons: somebody who takes part in one area."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from medskab.places.models import AreaRow

from .account import Account


class AgeBand(models.TextChoices):
    """The four bands that the law tells apart."""

    UNDER_13 = "under-13", _("under 13")
    FROM_13 = "13-14", _("13–14")
    FROM_15 = "15-17", _("15–17")
    ADULT = "18+", _("18 or older")


class Person(AreaRow):
    """Somebody who takes part in one area, with or without an account."""

    account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=80)
    age_band = models.CharField(max_length=10, choices=AgeBand.choices, blank=True)
    guardian = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["area", "account"], name="person_once_per_area", condition=~Q(account=None)
            ),
            models.CheckConstraint(
                condition=Q(age_band="") | Q(age_band__in=AgeBand.values), name="person_age_band_is_known"
            ),
        ]

    class Privacy:
        purpose = _("Knowing who takes part, and how to greet them.")
        personal = {
            "account": "unlinked",
            "name": "replaced by an empty text",
            "age_band": "emptied",
            "guardian": "unlinked",
        }
        public = ()
        internal = ("id", "area", "created_at", "erased_at")
        retention = _("Until the person asks to be erased.")

    def __str__(self) -> str:
        return self.name
