"""A yes or no of the homes, as the minutes have it."""

from django.db import models
from django.db.models import ExpressionWrapper, F, Q
from django.db.models.lookups import GreaterThanOrEqual
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import KeptRow, KeptRowQuerySet

from .decision import Decision


class Gathering(models.TextChoices):
    """Where the homes voted; the Danish words are those of the law."""

    MEETING = "meeting", _("At the afdelingsmøde")
    BALLOT = "ballot", _("In a ballot of all homes (urafstemning)")


class Majority(models.TextChoices):
    """What the statutes ask of a yes."""

    OF_VALID = "of-valid", _("More yes than no")
    OF_CAST = "of-cast", _("Yes from more than half of all votes cast, blank and invalid ones included")


class HouseholdVote(KeptRow):
    """The numbers of one vote. A mistake is mended by a new row that says why; the latest holds."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="household_votes")
    yes = models.PositiveIntegerField()
    no = models.PositiveIntegerField()
    blank = models.PositiveIntegerField()
    invalid = models.PositiveIntegerField()
    homes = models.PositiveIntegerField()
    votes_per_home = models.PositiveSmallIntegerField()
    majority = models.CharField(max_length=10, choices=Majority.choices)
    gathering = models.CharField(max_length=10, choices=Gathering.choices)
    held_on = models.DateField()
    minutes = models.CharField(max_length=300)
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    because = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = KeptRowQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(votes_per_home__in=[1, 2]), name="household_vote_has_one_or_two_votes_a_home"
            ),
            models.CheckConstraint(
                condition=GreaterThanOrEqual(
                    ExpressionWrapper(F("homes") * F("votes_per_home"), models.BigIntegerField()),
                    F("yes") + F("no") + F("blank") + F("invalid"),
                ),
                name="household_vote_is_possible",
            ),
            models.CheckConstraint(
                condition=Q(majority__in=Majority.values, gathering__in=Gathering.values),
                name="household_vote_words_are_known",
            ),
            models.CheckConstraint(
                condition=Q(replaces=None, because="") | Q(replaces__isnull=False) & ~Q(because=""),
                name="household_vote_correction_has_a_reason",
            ),
            models.UniqueConstraint(
                fields=["decision"], condition=Q(replaces=None), name="household_vote_entered_once"
            ),
        ]

    class Privacy:
        purpose = _("Everybody can see how the homes voted.")
        personal = {"by": "kept as a number without a name"}
        public = (
            "decision",
            "yes",
            "no",
            "blank",
            "invalid",
            "homes",
            "votes_per_home",
            "majority",
            "gathering",
            "held_on",
            "minutes",
            "replaces",
            "because",
            "at",
        )
        internal = ("id", "area")
        retention = _("For good.")
