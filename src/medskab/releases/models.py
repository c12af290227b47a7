"""The release log: what was ever published about groups of people."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from medskab.common.append_only import AppendOnlyModel, AppendOnlyQuerySet
from medskab.places.models import Area, AreaRow


class ReleaseQuerySet(AppendOnlyQuerySet):
    """Releases behind the walls of areas."""

    def for_area(self, area: Area) -> "ReleaseQuerySet":
        """Only this area's."""
        return self.filter(area=area)


class Release(AppendOnlyModel, AreaRow):
    """A table as it was published: labels, numbers, hidden cells. What was hidden is nowhere in it.

    `what` says which people were counted, once ("residents"): tables of the same `what` are held against
    each other. `cells` says for each cell whom it counts, so that later tables can be checked.
    """

    name = models.CharField(max_length=120)
    what = models.CharField(max_length=60)
    rows = models.JSONField()
    columns = models.JSONField()
    numbers = models.JSONField()
    cells = models.JSONField()
    threshold = models.PositiveSmallIntegerField()
    source_sha256 = models.CharField(max_length=64)
    by_id = models.CharField(max_length=40)
    at = models.DateTimeField()

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["area", "what"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(threshold__gte=5), name="release_threshold_is_never_below_five"
            ),
            models.CheckConstraint(condition=~Q(name="") & ~Q(what=""), name="release_says_what_it_is"),
        ]

    class Privacy:
        purpose = _("No table gives away, together with earlier ones, what each of them hides.")
        personal = {"by_id": "kept: a number that leads to no name once the person is erased"}
        public = ("name", "what", "rows", "columns", "numbers", "cells", "threshold", "source_sha256", "at")
        internal = ("id", "area")
        retention = _("For good: what was published once can be read for good.")

    def __str__(self) -> str:
        return self.name
