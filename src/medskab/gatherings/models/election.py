"""Who was chosen to the board, and by how many votes."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import AreaRow, AreaRowQuerySet, KeptRow, KeptRowQuerySet

from .agenda import AgendaItem


class ElectionQuerySet(KeptRowQuerySet):
    """Elections, within an area."""


class Election(KeptRow):
    """The frame of one election. A mistake is mended by a new row that says why; the latest holds."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="elections")
    seats = models.PositiveSmallIntegerField()
    substitutes = models.PositiveSmallIntegerField()
    term_until = models.DateField()
    homes_present = models.PositiveIntegerField()
    votes_present = models.PositiveIntegerField()
    lots_drawn_by = models.CharField(max_length=80, blank=True)
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    because = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = ElectionQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(seats__gte=1), name="election_has_a_seat"),
            models.CheckConstraint(
                condition=Q(votes_present__lte=2 * F("homes_present")), name="election_votes_are_possible"
            ),
            models.CheckConstraint(
                condition=Q(replaces=None, because="") | Q(replaces__isnull=False) & ~Q(because=""),
                name="election_correction_has_a_reason",
            ),
            models.UniqueConstraint(
                fields=["item"], condition=Q(replaces=None), name="election_entered_once"
            ),
        ]

    class Privacy:
        purpose = _("Everybody can see who was chosen, and how.")
        personal = {"by": "kept as a number without a name"}
        public = (
            *("item", "seats", "substitutes", "term_until", "homes_present", "votes_present"),
            *("lots_drawn_by", "replaces", "because", "at"),
        )
        internal = ("id", "area")
        retention = _("For good. It says which office drew lots, never who.")


class Seat(models.TextChoices):
    """What a candidate came out as."""

    ELECTED = "elected", _("Elected")
    SUBSTITUTE = "substitute", _("Substitute")
    NOT_ELECTED = "not-elected", _("Not elected")


class CandidateQuerySet(AreaRowQuerySet):
    """Who stood for election, within an area."""


class Candidate(AreaRow):
    """Somebody who stood for election; the name can be erased, the numbers stay."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="candidates")
    name = models.CharField(max_length=80, blank=True)
    salt = models.CharField(max_length=32, blank=True)
    votes = models.PositiveIntegerField()
    lot = models.PositiveSmallIntegerField(null=True, blank=True)
    seat = models.CharField(max_length=12, choices=Seat.choices)
    rank = models.PositiveSmallIntegerField()

    objects = CandidateQuerySet.as_manager()

    class Meta:
        ordering = ["rank"]
        constraints = [
            models.UniqueConstraint(fields=["election", "rank"], name="candidate_ranked_once"),
            models.CheckConstraint(condition=Q(seat__in=Seat.values), name="candidate_seat_is_known"),
        ]

    class Privacy:
        purpose = _("Everybody can see who sits on the board.")
        personal = {"name": "emptied where it is the erased person's name"}
        public = ("election", "votes", "lot", "seat", "rank")
        internal = ("id", "area", "salt")
        retention = _("For good: minutes of a lawful meeting name who was chosen.")
