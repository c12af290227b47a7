"""Codes, and who gave which to what passage. No words of a speaker stand here unsealed."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from medskab.common.append_only import AppendOnlyModel, AppendOnlyQuerySet
from medskab.people.models import Person
from medskab.places.models import AreaRow, AreaRowQuerySet

from .bringing import Brought
from .sources import Source

MOST_MEMO = 4000


class Code(AreaRow):
    """One code of the codebook. Put together with another it stays, so that this can be undone."""

    name = models.CharField(max_length=80)
    definition = models.TextField(blank=True, max_length=2000)
    memo = models.TextField(blank=True, max_length=MOST_MEMO)
    colour = models.PositiveSmallIntegerField(default=1)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )
    retired_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    brought = models.ForeignKey(
        Brought, null=True, blank=True, on_delete=models.PROTECT, related_name="codes"
    )

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="code_has_a_name"),
            models.CheckConstraint(condition=Q(colour__range=(1, 8)), name="code_colour_is_known"),
            models.CheckConstraint(
                condition=~Q(parent=F("id")) & ~Q(merged_into=F("id")), name="code_leads_elsewhere"
            ),
        ]

    class Privacy:
        purpose = _("Naming what interviews and field notes are about.")
        personal = {}
        public = ()
        internal = (
            "id",
            "area",
            "name",
            "definition",
            "memo",
            "colour",
            "parent",
            "merged_into",
            "retired_at",
            "version",
            "brought",
        )
        retention = _("As long as the area.")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The code's page."""
        return reverse("fieldwork-code", args=[self.area.slug, self.pk])


class CodeVersionQuerySet(AppendOnlyQuerySet, AreaRowQuerySet):
    """Only added to, and behind the area's walls."""


class CodeVersion(AreaRow, AppendOnlyModel):
    """What a code was called and meant from a moment on."""

    code = models.ForeignKey(Code, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=80)
    definition = models.TextField(blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = CodeVersionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["code", "number"], name="code_version_once")]

    class Privacy:
        purpose = _("Naming what interviews and field notes are about.")
        personal = {"by": "kept as a number without a name"}
        public = ()
        internal = ("id", "area", "code", "number", "name", "definition", "at")
        retention = _("As long as the area.")


class Coding(AreaRow):
    """That a coder gave a code to a passage: places in one version of the text, in code points."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="codings")
    version = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    code = models.ForeignKey(Code, on_delete=models.PROTECT, related_name="codings")
    coder = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    memo = models.BinaryField(blank=True, default=bytes)
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["start", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="coding_has_a_length"),
            models.UniqueConstraint(
                fields=["source", "version", "start", "end", "code", "coder"],
                condition=Q(removed_at=None),
                name="coding_once_by_a_coder",
            ),
        ]

    class Privacy:
        purpose = _("Finding what many speakers say about the same.")
        personal = {
            "memo": "unreadable: its key is destroyed",
            "coder": "kept as a number without a name",
        }
        public = ()
        internal = ("id", "area", "source", "version", "start", "end", "code", "at", "removed_at")
        retention = _("As long as the source.")

    def get_absolute_url(self) -> str:
        """The text it belongs to."""
        return reverse("fieldwork-coding", args=[self.area.slug, self.source_id])


class CodingDone(AreaRow):
    """That a coder went through a text; from then on they see what the others gave."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="done")
    version = models.PositiveIntegerField()
    coder = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "version", "coder"], name="coding_done_once")
        ]

    class Privacy:
        purpose = _("Counting how far coders agree who did not see each other's work.")
        personal = {"coder": "kept as a number without a name"}
        public = ()
        internal = ("id", "area", "source", "version", "at")
        retention = _("As long as the source.")
