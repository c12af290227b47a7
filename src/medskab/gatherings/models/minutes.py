"""The minutes as they stood when they were finished, and who signed them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import KeptRow, KeptRowQuerySet

from .gathering import Gathering


class MinutesQuerySet(KeptRowQuerySet):
    """Minutes and signatures, within an area."""


class MinutesVersion(KeptRow):
    """Minutes that were finished; names are in it as digests only, so that they can be erased beside it."""

    gathering = models.ForeignKey(Gathering, on_delete=models.PROTECT, related_name="minutes_versions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    because = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = MinutesQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["gathering", "number"], name="minutes_numbered_once"),
            models.CheckConstraint(condition=~Q(sha256=""), name="minutes_have_a_digest"),
        ]

    class Privacy:
        purpose = _("Proving what was signed.")
        personal = {"by": "kept as a number without a name"}
        public = ("gathering", "number", "content", "sha256", "because", "at")
        internal = ("id", "area")
        retention = _("For good.")


class SignedAs(models.TextChoices):
    """In which office."""

    CHAIR = "chair", _("Chair of the meeting")
    BOARD = "board", _("For the board")


class Signature(KeptRow):
    """A signature under one version; other words mean a new version, which nobody has signed."""

    version = models.ForeignKey(MinutesVersion, on_delete=models.PROTECT, related_name="signatures")
    signed_as = models.CharField(max_length=8, choices=SignedAs.choices)
    sha256 = models.CharField(max_length=64)
    is_on_paper = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = MinutesQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["version", "signed_as"], name="signature_once_per_office"),
            models.UniqueConstraint(fields=["version", "by"], name="signature_takes_two_people"),
            models.CheckConstraint(
                condition=Q(signed_as__in=SignedAs.values) & ~Q(sha256=""), name="signature_is_whole"
            ),
            models.CheckConstraint(
                condition=Q(is_on_paper=False) | Q(signed_as=SignedAs.CHAIR),
                name="signature_on_paper_is_the_chairs",
            ),
        ]

    class Privacy:
        purpose = _("Knowing who stands behind the minutes.")
        personal = {"by": "kept as a number without a name"}
        public = ("version", "signed_as", "sha256", "is_on_paper", "at")
        internal = ("id", "area")
        retention = _("For good.")
