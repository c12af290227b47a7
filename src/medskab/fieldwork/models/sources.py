"""What was written down or recorded. Every text lies sealed under the key of whom it is about."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from medskab.common.append_only import AppendOnlyModel, AppendOnlyQuerySet
from medskab.people.models import Person
from medskab.places.models import AreaRow, AreaRowQuerySet, Place

from .bringing import Brought
from .subjects import Subject


class SourceKind(models.TextChoices):
    """What it is."""

    INTERVIEW = "interview", _("Interview")
    NOTE = "note", _("Field note")


class SourceState(models.TextChoices):
    """Whether it is still being written."""

    DRAFT = "draft", _("Being written")
    READY = "ready", _("Ready")


class Source(AreaRow):
    """An interview or a field note: what stands here says nothing about what was said."""

    kind = models.CharField(max_length=10, choices=SourceKind.choices)
    state = models.CharField(max_length=6, choices=SourceState.choices, default=SourceState.DRAFT)
    title = models.CharField(max_length=120)
    subject = models.ForeignKey(
        Subject, null=True, blank=True, on_delete=models.PROTECT, related_name="sources"
    )
    on = models.DateField()
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=10)
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    key_name = models.CharField(max_length=40)
    version = models.PositiveIntegerField(default=0)
    draft = models.BinaryField(blank=True, default=bytes)
    draft_number = models.PositiveIntegerField(default=0)
    audio = models.CharField(max_length=80, blank=True)
    audio_type = models.CharField(max_length=20, blank=True)
    made_at = models.DateTimeField()
    brought = models.ForeignKey(
        Brought, null=True, blank=True, on_delete=models.PROTECT, related_name="sources"
    )
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-on", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="source_has_a_title"),
            models.CheckConstraint(
                condition=Q(kind__in=SourceKind.values, state__in=SourceState.values), name="source_is_known"
            ),
            models.CheckConstraint(
                condition=Q(kind=SourceKind.NOTE) | Q(subject__isnull=False),
                name="source_interview_has_a_speaker",
            ),
        ]

    class Privacy:
        purpose = _("Keeping what was said in interviews and seen in the field, for those who work with it.")
        personal = {
            "draft": "emptied, and its key is destroyed",
            "audio": "the recording is deleted",
            "author": "kept as a number without a name",
        }
        public = ()
        internal = (
            "id",
            "area",
            "kind",
            "state",
            "title",
            "subject",
            "on",
            "place",
            "language",
            "key_name",
            "version",
            "draft_number",
            "audio_type",
            "made_at",
            "brought",
            "erased_at",
        )
        retention = _("Until the speaker asks to be erased.")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page of those who work with it."""
        return reverse("fieldwork-source", args=[self.area.slug, self.pk])


class SourceVersion(AreaRow):
    """One text of a source, as it was saved; earlier ones stay until the speaker is erased."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.BinaryField(blank=True, default=bytes)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["source", "number"], name="source_version_once"),
        ]

    class Privacy:
        purpose = _("Keeping what was said in interviews and seen in the field, for those who work with it.")
        personal = {
            "text": "emptied, and its key is destroyed",
            "by": "kept as a number without a name",
        }
        public = ()
        internal = ("id", "area", "source", "number", "at")
        retention = _("Until the speaker asks to be erased.")


class SourceMemo(AreaRow):
    """A thought about a whole text, for those who work with it."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="memos")
    words = models.BinaryField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    class Privacy:
        purpose = _("Finding what many speakers say about the same.")
        personal = {"words": "deleted", "by": "kept as a number without a name"}
        public = ()
        internal = ("id", "area", "source", "at")
        retention = _("As long as the source.")


class ReadingQuerySet(AppendOnlyQuerySet, AreaRowQuerySet):
    """Only added to, and behind the area's walls."""


class Reading(AreaRow, AppendOnlyModel):
    """Somebody opened a source, and why; never what stood in it."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200)
    at = models.DateTimeField(db_index=True)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="reading_has_a_reason")]

    class Privacy:
        purpose = _("A speaker can be told who opened what they said, and why.")
        personal = {"by": "kept as a number without a name"}
        public = ()
        internal = ("id", "area", "source", "reason", "at")
        retention = _("For good.")

    def get_absolute_url(self) -> str:
        """Where a second person looks at who read what."""
        return reverse("fieldwork-readings", args=[self.area.slug])
