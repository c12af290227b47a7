"""Where an area or a place ends: each version of the outline, with the figures counted inside it."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .area import AreaRow, AreaRowQuerySet
from .place import Place

_SIDES = ("south", "west", "north", "east")
_NO_SIDES = Q(**{f"{side}__isnull": True for side in _SIDES})
_ALL_SIDES = Q(**{f"{side}__isnull": False for side in _SIDES})


class BoundaryQuerySet(AreaRowQuerySet):
    """Boundaries by what they go around."""

    def around(self, place: Place | None) -> "BoundaryQuerySet":
        """The versions for one place, or for the whole area (None)."""
        return self.filter(place=place)

    def valid_on(self, day: date) -> "BoundaryQuerySet":
        """The versions that hold on a day."""
        return self.filter(valid_from__lte=day).filter(Q(valid_until=None) | Q(valid_until__gt=day))


class Boundary(AreaRow):
    """One version: "the district" and "the official list's area" may share a name and yet be two boundaries.

    Figures of two versions are drawn as one line only where `rules.may_be_one_line` says so.
    """

    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="boundaries"
    )
    name = models.CharField(max_length=80)
    definition = models.CharField(max_length=120)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200)
    outline = models.TextField(blank=True)
    south = models.FloatField(null=True, blank=True)
    west = models.FloatField(null=True, blank=True)
    north = models.FloatField(null=True, blank=True)
    east = models.FloatField(null=True, blank=True)
    residents = models.PositiveIntegerField(null=True, blank=True)
    homes = models.PositiveIntegerField(null=True, blank=True)
    counted_on = models.DateField(null=True, blank=True)

    objects = BoundaryQuerySet.as_manager()

    class Meta:
        ordering = ["name", "-valid_from", "-id"]
        indexes = [models.Index(fields=["area", "west", "east"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(definition="") & ~Q(source=""), name="boundary_says_what_it_is"
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_from__lt=F("valid_until")),
                name="boundary_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=(Q(outline="") & _NO_SIDES)
                | (~Q(outline="") & _ALL_SIDES & Q(south__lt=F("north"), west__lt=F("east"))),
                name="boundary_box_fits_its_outline",
            ),
            models.CheckConstraint(
                condition=Q(residents=None, homes=None) | Q(counted_on__isnull=False),
                name="boundary_figures_have_a_date",
            ),
            models.UniqueConstraint(
                fields=["area", "name", "definition", "valid_from", "counted_on"],
                name="boundary_once",
                condition=Q(place=None),
            ),
        ]

    class Privacy:
        purpose = _("Saying which people and homes a figure is about.")
        personal = {}
        public = (
            *("place", "name", "definition", "valid_from", "valid_until", "source", "outline"),
            *("south", "west", "north", "east", "residents", "homes", "counted_on"),
        )
        internal = ("id", "area")
        retention = _("For good: old boundaries explain old figures.")

    def __str__(self) -> str:
        return f"{self.name} ({self.definition})"
