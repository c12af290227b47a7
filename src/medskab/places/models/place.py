"""The tree of places."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .area import AreaRow, AreaRowQuerySet


class PlaceKind(models.TextChoices):
    """What a place is, from the widest to the closest."""

    MUNICIPALITY = "municipality", _("Municipality")
    AREA = "area", _("Area")
    DEPARTMENT = "department", _("Department")
    BLOCK = "block", _("Block")
    STAIRWELL = "stairwell", _("Stairwell")


# What each kind may lie in; None: it may stand at the top of the tree.
PARENT_KINDS: dict[PlaceKind, tuple[PlaceKind | None, ...]] = {
    PlaceKind.MUNICIPALITY: (None,),
    PlaceKind.AREA: (None, PlaceKind.MUNICIPALITY),
    PlaceKind.DEPARTMENT: (None, PlaceKind.AREA),
    PlaceKind.BLOCK: (PlaceKind.DEPARTMENT,),
    PlaceKind.STAIRWELL: (PlaceKind.BLOCK,),
}
_MAY_STAND_ALONE = sorted(kind.value for kind, parents in PARENT_KINDS.items() if None in parents)


class PlaceQuerySet(AreaRowQuerySet):
    """Places at a date."""

    def standing_on(self, day: date) -> "PlaceQuerySet":
        """Places that exist on a day."""
        return self.filter(Q(valid_from=None) | Q(valid_from__lte=day)).filter(
            Q(valid_until=None) | Q(valid_until__gt=day)
        )


class Place(AreaRow):
    """One node of an area's tree, valid from a day until a day."""

    kind = models.CharField(max_length=20, choices=PlaceKind.choices)
    name = models.CharField(max_length=120)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "name"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=PlaceKind.values), name="place_kind_is_known"),
            models.CheckConstraint(condition=~Q(name=""), name="place_has_a_name"),
            models.CheckConstraint(
                condition=Q(parent__isnull=False) | Q(kind__in=_MAY_STAND_ALONE), name="place_has_its_parent"
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_from=None) | Q(valid_from__lte=F("valid_until")),
                name="place_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                "area",
                "kind",
                "parent",
                Lower("name"),
                condition=Q(valid_until=None, parent__isnull=False),
                name="place_once_in_its_parent",
            ),
            models.UniqueConstraint(
                "area",
                "kind",
                Lower("name"),
                condition=Q(valid_until=None, parent=None),
                name="place_once_at_the_top",
            ),
        ]

    class Privacy:
        purpose = _("Saying where something is.")
        personal = {}
        public = ("kind", "name", "parent", "valid_from", "valid_until")
        internal = ("id", "area")
        retention = _("For good: old places explain old figures.")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The place's page."""
        return reverse("place", args=[self.area.slug, self.pk])

    def stands_on(self, day: date) -> bool:
        """Whether it exists on a day."""
        has_begun = self.valid_from is None or self.valid_from <= day
        return has_begun and (self.valid_until is None or self.valid_until > day)
