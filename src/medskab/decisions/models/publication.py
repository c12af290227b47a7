"""What was published, word for word."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import KeptRow, KeptRowQuerySet

from .count import Count
from .decision import Decision
from .household import HouseholdVote


class Publication(KeptRow):
    """A snapshot of a result as it went out, with the digest of its text; pages show nothing else.

    `summary` holds the few numbers of it that a list needs.
    """

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="publications")
    count = models.ForeignKey(Count, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    household_vote = models.ForeignKey(
        HouseholdVote, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    snapshot = models.JSONField()
    summary = models.JSONField()
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = KeptRowQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(count__isnull=False, household_vote=None)
                | Q(count=None, household_vote__isnull=False),
                name="publication_is_of_one_result",
            ),
        ]

    class Privacy:
        purpose = _("What was published can be shown word for word later.")
        personal = {"by": "kept as a number without a name"}
        public = ("decision", "count", "household_vote", "snapshot", "summary", "sha256", "at")
        internal = ("id", "area")
        retention = _("For good.")
