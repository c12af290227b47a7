"""A conversation that was held elsewhere, as somebody brings it: looked at first, then taken in whole."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from medskab.places.models import AreaRow


class UploadState(models.TextChoices):
    """Where the files stand."""

    DRAFT = "draft", _("Being looked at")
    TAKEN_IN = "taken-in", _("Taken in")


class VotesUpload(AreaRow):
    """Two files in the open layout; their bytes are forgotten once they are taken in."""

    state = models.CharField(max_length=10, choices=UploadState.choices, default=UploadState.DRAFT)
    title = models.CharField(max_length=120)
    question = models.TextField(blank=True)
    source = models.CharField(max_length=300)
    licence = models.CharField(max_length=120)
    language = models.CharField(max_length=12, blank=True, default="")
    votes = models.BinaryField()
    comments = models.BinaryField(blank=True)
    sha256 = models.CharField(max_length=64)
    figures = models.JSONField(default=dict)
    conversation = models.OneToOneField(
        "statements.Conversation", null=True, blank=True, on_delete=models.PROTECT, related_name="brought_in"
    )
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="draft") | Q(conversation__isnull=False),
                name="votes_upload_taken_in_is_somewhere",
            ),
        ]

    class Privacy:
        purpose = _("Taking in a conversation that was held elsewhere.")
        personal = {"by": "kept as a number without a name"}
        public = ()
        internal = (
            *("id", "area", "state", "title", "question", "source", "licence", "language"),
            *("votes", "comments", "sha256", "figures", "conversation", "created_at"),
        )
        retention = _("The files for a day at most; what they say of their source, for good.")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Where it is looked at."""
        return reverse("conversation-import-look", args=[self.area.slug, self.pk])
