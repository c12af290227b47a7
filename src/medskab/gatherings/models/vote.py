"""A yes or no at a meeting, counted by homes."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import KeptRow, KeptRowQuerySet

from .agenda import AgendaItem


class Method(models.TextChoices):
    """How the votes were given."""

    HANDS = "hands", _("Show of hands")
    WRITTEN = "written", _("In writing")


class Majority(models.TextChoices):
    """What the statutes ask of a yes."""

    OF_VALID = "of-valid", _("More yes than no")
    OF_CAST = "of-cast", _("Yes from more than half of all votes cast, blank and invalid ones included")


class ItemVoteQuerySet(KeptRowQuerySet):
    """Votes of meetings, within an area."""


class ItemVote(KeptRow):
    """The numbers of one vote. A mistake is mended by a new row that says why; the latest holds."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="votes")
    method = models.CharField(max_length=8, choices=Method.choices)
    majority = models.CharField(max_length=10, choices=Majority.choices)
    yes = models.PositiveIntegerField()
    no = models.PositiveIntegerField()
    blank = models.PositiveIntegerField()
    invalid = models.PositiveIntegerField()
    homes_present = models.PositiveIntegerField()
    votes_present = models.PositiveIntegerField()
    ballot_demanded = models.PositiveIntegerField(null=True, blank=True)
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    because = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = ItemVoteQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(method__in=Method.values, majority__in=Majority.values),
                name="item_vote_words_are_known",
            ),
            models.CheckConstraint(
                condition=Q(votes_present__gte=F("yes") + F("no") + F("blank") + F("invalid"))
                & Q(votes_present__lte=2 * F("homes_present")),
                name="item_vote_is_possible",
            ),
            models.CheckConstraint(
                condition=Q(ballot_demanded=None)
                | Q(ballot_demanded__lte=F("yes") + F("no") + F("blank") + F("invalid")),
                name="item_vote_ballot_demanded_by_voters",
            ),
            models.CheckConstraint(
                condition=Q(replaces=None, because="") | Q(replaces__isnull=False) & ~Q(because=""),
                name="item_vote_correction_has_a_reason",
            ),
            models.UniqueConstraint(
                fields=["item"], condition=Q(replaces=None), name="item_vote_entered_once"
            ),
        ]

    class Privacy:
        purpose = _("Everybody can see how the homes voted.")
        personal = {"by": "kept as a number without a name"}
        public = (
            *("item", "method", "majority", "yes", "no", "blank", "invalid", "homes_present"),
            *("votes_present", "ballot_demanded", "replaces", "because", "at"),
        )
        internal = ("id", "area")
        retention = _("For good.")

    @property
    def cast(self) -> int:
        """All votes, blank and invalid ones included."""
        return self.yes + self.no + self.blank + self.invalid
