"""The votes as they came in: first looked at, then kept without anything that points to a voter."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import AreaRow, AreaRowQuerySet

from .decision import Decision
from .draft import ProposalDraft


class Upload(AreaRow):
    """A file that somebody brought and nobody has confirmed yet; gone once it is confirmed or discarded."""

    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="upload")
    file_name = models.CharField(max_length=120)
    packed = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    reading = models.JSONField(null=True, blank=True)
    packed_ballots = models.BinaryField(null=True, blank=True)
    uploaded_at = models.DateTimeField()

    class Privacy:
        purpose = _("Looking at a file before its votes are taken in.")
        personal = {"packed": "deleted when confirmed or discarded, at the latest after 30 days"}
        public = ()
        internal = (
            "id",
            "area",
            "decision",
            "file_name",
            "sha256",
            "reading",
            "packed_ballots",
            "uploaded_at",
        )
        retention = _("Until it is confirmed or discarded, at the latest 30 days.")


class Submission(AreaRow):
    """The votes that are counted: sorted ballots, and nothing of the voters but their choice.

    `source_sha256` is the digest of the file as it was brought, `sha256` that of the ballots kept here.
    `are_ballots_common`: nobody could be recognised by the pattern of a single ballot.
    """

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="submission")
    file_name = models.CharField(max_length=120)
    source_sha256 = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)
    packed = models.BinaryField()
    ballot_kind = models.CharField(max_length=20)
    stated_rule = models.CharField(max_length=120, blank=True)
    warnings = models.JSONField(default=list)
    are_ballots_common = models.BooleanField()
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Privacy:
        purpose = _("Counting the votes, and counting them again.")
        personal = {"imported_by": "kept as a number without a name"}
        public = ("source_sha256", "sha256", "ballot_kind", "stated_rule", "warnings", "imported_at")
        internal = ("id", "area", "decision", "file_name", "packed", "are_ballots_common")
        retention = _("For good once it is counted.")


class Proposal(AreaRow):
    """One thing that could be carried out. `cost` is in the smallest coin of the decision's currency."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="proposals")
    draft = models.OneToOneField(
        ProposalDraft, null=True, blank=True, on_delete=models.PROTECT, related_name="proposal"
    )
    number = models.PositiveIntegerField()
    project = models.CharField(max_length=200)
    title = models.TextField(blank=True)
    cost = models.BigIntegerField()
    votes = models.PositiveIntegerField()
    points = models.CharField(max_length=40, blank=True)
    categories = models.JSONField(default=list)
    targets = models.JSONField(default=list)
    place = models.CharField(max_length=200, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)

    objects = AreaRowQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "number"], name="proposal_number_once"),
            models.UniqueConstraint(fields=["decision", "project"], name="proposal_project_once"),
            models.CheckConstraint(condition=Q(cost__gte=0), name="proposal_cost_is_not_negative"),
            models.CheckConstraint(condition=~Q(project=""), name="proposal_has_an_id"),
        ]

    class Privacy:
        purpose = _("Everybody can see what could be chosen, and what it costs.")
        personal: dict[str, str] = {}
        public = (
            "number",
            "project",
            "title",
            "cost",
            "votes",
            "points",
            "categories",
            "targets",
            "place",
            "latitude",
            "longitude",
        )
        internal = ("id", "area", "decision", "draft")
        retention = _("For good once it is counted.")

    def __str__(self) -> str:
        return self.title or self.project
