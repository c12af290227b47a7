"""Ballots on paper: two people type each batch without seeing what the other typed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import AreaRow, AreaRowQuerySet

from .poll import Poll


class PaperBatch(AreaRow):
    """A bundle of paper ballots from one box, counted by hand before they are typed."""

    poll = models.ForeignKey(Poll, on_delete=models.PROTECT, related_name="paper_batches")
    number = models.PositiveSmallIntegerField()
    papers = models.PositiveSmallIntegerField()
    box = models.CharField(max_length=120)
    is_agreed = models.BooleanField(default=False)

    objects = AreaRowQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["poll", "number"], name="paper_batch_once"),
            models.CheckConstraint(condition=Q(papers__gte=1, papers__lte=50), name="paper_batch_size"),
        ]

    class Privacy:
        purpose = _("Paper votes are counted as carefully as the others.")
        personal: dict[str, str] = {}
        public = ()
        internal = ("id", "area", "poll", "number", "papers", "box", "is_agreed")
        retention = _("For good.")


class PaperEntry(AreaRow):
    """A batch as one person typed it. `choices`: one entry a paper, None for a spoilt one."""

    batch = models.ForeignKey(PaperBatch, on_delete=models.PROTECT, related_name="entries")
    choices = models.JSONField(default=list)
    is_finished = models.BooleanField(default=False)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = AreaRowQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["batch", "by"], name="paper_entry_once_a_person")]

    class Privacy:
        purpose = _("Two people type each paper vote, so that a slip is found.")
        personal = {"by": "kept as a number without a name"}
        public = ()
        internal = ("id", "area", "batch", "choices", "is_finished")
        retention = _("Until the urn is opened.")
