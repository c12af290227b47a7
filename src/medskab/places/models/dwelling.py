"""Homes, down to the door. Nobody's name is here, and nobody's name comes in with a list."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from .area import AreaRow, AreaRowQuerySet
from .dwelling_list import DwellingList
from .place import Place


class DwellingQuerySet(AreaRowQuerySet):
    """Homes at a date."""

    def standing_on(self, day: date) -> "DwellingQuerySet":
        """Homes that exist on a day."""
        return self.filter(Q(valid_from=None) | Q(valid_from__lte=day)).filter(
            Q(valid_until=None) | Q(valid_until__gt=day)
        )


class Dwelling(AreaRow):
    """One address behind one door; `homes` is more than one where several households share it."""

    stairwell = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="dwellings")
    address_line = models.CharField(max_length=120)
    floor = models.CharField(max_length=20, blank=True)
    door = models.CharField(max_length=20, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    homes = models.PositiveSmallIntegerField(default=1)
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    brought_by = models.ForeignKey(
        DwellingList, null=True, blank=True, on_delete=models.PROTECT, related_name="dwellings"
    )

    objects = DwellingQuerySet.as_manager()

    class Meta:
        ordering = ["address_line", "floor", "door", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(address_line=""), name="dwelling_has_an_address"),
            models.CheckConstraint(condition=Q(homes__gte=1), name="dwelling_holds_a_home"),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_from=None) | Q(valid_from__lte=F("valid_until")),
                name="dwelling_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                "area",
                Lower("address_line"),
                "floor",
                "door",
                condition=Q(valid_until=None),
                name="dwelling_once",
            ),
            models.UniqueConstraint(
                fields=["area", "unit"],
                condition=Q(valid_until=None) & ~Q(unit=""),
                name="dwelling_unit_once",
            ),
        ]

    class Privacy:
        purpose = _("Knowing how many homes there are, and sending letters to homes, not to names.")
        personal = {}
        public = ()
        internal = (
            *("id", "area", "stairwell", "address_line", "floor", "door", "unit", "homes"),
            *("valid_from", "valid_until", "brought_by"),
        )
        retention = _("For good: who could vote in an old vote hangs on the homes of that day.")

    def __str__(self) -> str:
        return self.full_address

    @property
    def full_address(self) -> str:
        """The address as it stands on a letter: Engvej 4, 2. tv."""
        floor = f"{self.floor}." if self.floor.lstrip("-").isdigit() else self.floor
        inside = " ".join(part for part in (floor, self.door) if part)
        return f"{self.address_line}, {inside}" if inside else self.address_line
