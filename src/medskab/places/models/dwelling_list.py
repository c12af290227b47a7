"""A list of homes that somebody uploads: looked at first, then carried out whole, and taken back if wrong."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .area import AreaRow


class ListState(models.TextChoices):
    """Where a list stands."""

    DRAFT = "draft", _("Being looked at")
    CARRIED_OUT = "carried-out", _("Carried out")
    TAKEN_BACK = "taken-back", _("Taken back")


class DwellingList(AreaRow):
    """The lines of a file without the columns about people; forgotten once it is carried out."""

    KIND_NAME = _("List of homes")

    state = models.CharField(max_length=12, choices=ListState.choices, default=ListState.DRAFT)
    file_name = models.CharField(max_length=120)
    file_sha256 = models.CharField(max_length=64)
    encoding = models.CharField(max_length=12)
    headings = models.JSONField(default=list)
    lines = models.JSONField(default=list)
    line_count = models.PositiveIntegerField()
    dropped = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    changes = models.JSONField(default=dict)
    before = models.JSONField(default=dict)
    by_id = models.CharField(max_length=40)
    created_at = models.DateTimeField()
    carried_out_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=ListState.values), name="dwelling_list_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state=ListState.DRAFT, carried_out_at=None)
                | (~Q(state=ListState.DRAFT) & Q(carried_out_at__isnull=False)),
                name="dwelling_list_has_its_moment",
            ),
        ]

    class Privacy:
        purpose = _("Bringing in a list of homes, and taking it back if it was wrong.")
        personal = {"by_id": "kept: a number that leads to no name once the person is erased"}
        public = ()
        internal = (
            *(
                "id",
                "area",
                "state",
                "file_name",
                "file_sha256",
                "encoding",
                "headings",
                "lines",
                "line_count",
            ),
            *("dropped", "mapping", "changes", "before", "created_at", "carried_out_at"),
        )
        retention = _("The lines for a day at most; what changed, for good.")

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        """What the list would change, or has changed."""
        return reverse("dwelling-list", args=[self.area.slug, self.pk])

    @property
    def is_draft(self) -> bool:
        """Whether it can still be carried out."""
        return self.state == ListState.DRAFT
