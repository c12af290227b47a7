"""What stands on the ground of an area, as it came in a file: looked at first, then drawn on every map."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .area import AreaRow
from .place import Place


class MapFileState(models.TextChoices):
    """Where a file stands; one of an area's is on the maps, and the one before can come back."""

    DRAFT = "draft", _("Being looked at")
    IN_USE = "in-use", _("On the maps")
    REPLACED = "replaced", _("Replaced by a later one")
    TAKEN_BACK = "taken-back", _("Taken back")


class FeatureKind(models.TextChoices):
    """What stands or lies there, in the order in which it is drawn."""

    GREEN = "green", _("Green")
    WATER = "water", _("Water")
    ROAD = "road", _("Roads")
    PATH = "path", _("Paths")
    BUILDING = "building", _("Buildings")


class MapFile(AreaRow):
    """One file with buildings, and to whom it is owed."""

    KIND_NAME = _("Buildings on the map")

    state = models.CharField(max_length=12, choices=MapFileState.choices, default=MapFileState.DRAFT)
    file_name = models.CharField(max_length=120)
    source = models.CharField(max_length=120)
    licence = models.CharField(max_length=120, blank=True)
    is_osm = models.BooleanField(default=False)
    left_out = models.PositiveIntegerField(default=0)
    by_id = models.CharField(max_length=40)
    created_at = models.DateTimeField()
    taken_in_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=MapFileState.values), name="map_file_state_is_known"
            ),
            models.CheckConstraint(condition=~Q(source=""), name="map_file_says_whose_it_is"),
            models.UniqueConstraint(
                fields=["area"], condition=Q(state=MapFileState.IN_USE), name="map_file_in_use_once"
            ),
        ]

    class Privacy:
        purpose = _("Drawing maps of the area, and going back to the one before.")
        personal = {"by_id": "kept: a number that leads to no name once the person is erased"}
        public = ("source", "licence", "is_osm")
        internal = ("id", "area", "state", "file_name", "left_out", "created_at", "taken_in_at")
        retention = _("For good; one that nobody took in, for a day.")

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        """What is in it."""
        return reverse("map-file", args=[self.area.slug, self.pk])

    @property
    def owed(self) -> str:
        """Whose it is, as it stands under each map drawn from it."""
        if self.is_osm:
            return str(_("© OpenStreetMap contributors, ODbL"))
        return f"{self.source}, {self.licence}" if self.licence else self.source


class MapFeature(AreaRow):
    """One thing on the ground: a house, a path, a road, green, water."""

    file = models.ForeignKey(MapFile, on_delete=models.CASCADE, related_name="features")
    kind = models.CharField(max_length=10, choices=FeatureKind.choices)
    name = models.CharField(max_length=80, blank=True)
    # The block that a house is, where its name says so.
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    outline = models.TextField()
    south = models.FloatField()
    west = models.FloatField()
    north = models.FloatField()
    east = models.FloatField()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["file", "kind"], name="map_feature_of_file")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=FeatureKind.values), name="map_feature_kind_is_known"
            ),
            models.CheckConstraint(condition=~Q(outline=""), name="map_feature_has_an_outline"),
            models.CheckConstraint(
                condition=Q(south__lte=F("north"), west__lte=F("east")), name="map_feature_box_is_a_box"
            ),
        ]

    class Privacy:
        purpose = _("Drawing maps of the area.")
        personal = {}
        public = ("kind", "name", "place", "outline", "south", "west", "north", "east")
        internal = ("id", "area", "file")
        retention = _("As long as its file.")

    def __str__(self) -> str:
        return self.name or str(self.get_kind_display())
