"""A file of what people said elsewhere: looked at first, then taken in whole, and taken back if wrong."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import AreaRow


class BroughtState(models.TextChoices):
    """Where a file stands."""

    DRAFT = "draft", _("Being looked at")
    TAKEN_IN = "taken-in", _("Taken in")
    TAKEN_BACK = "taken-back", _("Taken back")


class BroughtFile(AreaRow):
    """The lines of a file until they are taken in; afterwards only that it was."""

    state = models.CharField(max_length=12, choices=BroughtState.choices, default=BroughtState.DRAFT)
    file_name = models.CharField(max_length=120)
    file_sha256 = models.CharField(max_length=64)
    encoding = models.CharField(max_length=12)
    headings = models.JSONField(default=list)
    lines = models.JSONField(default=list)
    line_count = models.PositiveIntegerField()
    mapping = models.JSONField(default=dict)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()
    taken_in_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=BroughtState.values), name="brought_file_state_is_known"
            ),
            models.UniqueConstraint(
                fields=["area", "file_sha256"],
                condition=Q(state=BroughtState.TAKEN_IN),
                name="brought_file_taken_in_once",
            ),
        ]

    class Privacy:
        purpose = _("Bringing in what people said elsewhere, and taking it back if it was wrong.")
        personal = {
            "lines": "forgotten once they are taken in, after a day at most",
            "by": "kept as a number without a name",
        }
        public = ()
        internal = (
            *("id", "area", "state", "file_name", "file_sha256", "encoding", "headings", "line_count"),
            *("mapping", "brought_at", "taken_in_at"),
        )
        retention = _("The lines for a day at most; that there was a file, for good.")

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        """What would come of it, or has come of it."""
        return reverse("need-file", args=[self.area.slug, self.pk])

    @property
    def is_draft(self) -> bool:
        """Whether it can still be taken in."""
        return self.state == BroughtState.DRAFT


class BroughtInput(AreaRow):
    """Which input came of a file."""

    file = models.ForeignKey(BroughtFile, on_delete=models.PROTECT, related_name="brought")
    input = models.OneToOneField("needs.Input", on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering = ["id"]

    class Privacy:
        purpose = _("Taking back a file that was brought in by mistake.")
        personal: dict[str, str] = {}
        public = ()
        internal = ("id", "area", "file", "input")
        retention = _("As long as the input.")
