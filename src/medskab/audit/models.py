"""The two logs that are only ever added to: what was done, and who looked at what is private."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from medskab.common.append_only import AppendOnlyModel


class Line(AppendOnlyModel):
    """One deed: its kind, what it was about, when. Who did it is a number; the name lives elsewhere."""

    area_id = models.BigIntegerField(null=True, db_index=True)
    kind = models.CharField(max_length=80)
    about_kind = models.CharField(max_length=80)
    about_id = models.CharField(max_length=40)
    by_id = models.CharField(max_length=40, blank=True)
    because = models.CharField(max_length=500, blank=True)
    figures = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["about_kind", "about_id"])]
        ordering = ["id"]

    class Privacy:
        purpose = _("Everybody can see later what was decided and done, and when.")
        personal = {"by_id": "kept: a number that leads to no name once the person is erased"}
        public = ("kind", "about_kind", "about_id", "because", "figures", "at")
        internal = ("id", "area_id")
        retention = _("For good.")


class Access(AppendOnlyModel):
    """Somebody opened something that is not public."""

    area_id = models.BigIntegerField(null=True, db_index=True)
    about_kind = models.CharField(max_length=80)
    about_id = models.CharField(max_length=40)
    by_id = models.CharField(max_length=40)
    why = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    class Privacy:
        purpose = _("A person can be told who has seen what is private about them.")
        personal = {"by_id": "kept: a number that leads to no name once the person is erased"}
        public = ()
        internal = ("id", "area_id", "about_kind", "about_id", "why", "at")
        retention = _("For good.")
