"""How the votes were counted: each count is kept, also those that were only made to compare."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import KeptRow, KeptRowQuerySet

from .decision import Decision
from .submission import Proposal, Submission


class Ruling(models.TextChoices):
    """What is decided by hand about one proposal."""

    FUND = "fund", _("Carry it out whatever the votes; it is paid first")
    EXCLUDE = "exclude", _("Take it out before the count")
    COUNT = "count", _("Let the votes decide after all")


class Override(KeptRow):
    """A decision by hand, with its reason. The latest about a proposal holds."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="overrides")
    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="overrides")
    ruling = models.CharField(max_length=10, choices=Ruling.choices)
    reason = models.CharField(max_length=500)
    decided_by = models.CharField(max_length=120)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = KeptRowQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(ruling__in=Ruling.values), name="override_ruling_is_known"),
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(decided_by=""), name="override_has_a_reason_and_a_name"
            ),
        ]

    class Privacy:
        purpose = _("What was decided by hand stays visible.")
        personal = {"by": "kept as a number without a name"}
        public = ("decision", "proposal", "ruling", "reason", "decided_by", "at")
        internal = ("id", "area")
        retention = _("For good.")


class Count(KeptRow):
    """One count with all that is needed to repeat it. `outcome` is the answer of the command line."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="counts")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="counts")
    is_information = models.BooleanField()
    rule = models.CharField(max_length=30)
    satisfaction = models.CharField(max_length=20, blank=True)
    completion = models.CharField(max_length=20, blank=True)
    tie_break = models.CharField(max_length=20)
    limits = models.JSONField(default=dict)
    version = models.CharField(max_length=40)
    input_sha256 = models.CharField(max_length=64)
    outcome = models.JSONField()
    seconds = models.FloatField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    objects = KeptRowQuerySet.as_manager()

    class Meta:
        ordering = ["id"]

    class Privacy:
        purpose = _("Everybody can see how the votes were counted, and repeat it.")
        personal = {"by": "kept as a number without a name"}
        public = (
            "decision",
            "is_information",
            "rule",
            "satisfaction",
            "completion",
            "tie_break",
            "limits",
            "version",
            "input_sha256",
            "outcome",
            "seconds",
            "at",
        )
        internal = ("id", "area", "submission")
        retention = _("For good.")


class WhatIf(KeptRow):
    """What would have had to be different for a proposal to win: found by counting again, once."""

    count = models.ForeignKey(Count, on_delete=models.PROTECT, related_name="what_ifs")
    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="+")
    answer = models.JSONField()
    at = models.DateTimeField()

    objects = KeptRowQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["count", "proposal"], name="what_if_once"),
        ]

    class Privacy:
        purpose = _("Who stands behind a proposal can see what it takes next time.")
        personal: dict[str, str] = {}
        public = ("count", "proposal", "answer", "at")
        internal = ("id", "area")
        retention = _("For good.")
