"""The points of an agenda, and the motions that residents hand in for it."""

from datetime import date
from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import AreaRow, AreaRowQuerySet

from .gathering import Gathering


class AgendaQuerySet(AreaRowQuerySet):
    """Motions and points, within an area."""


class MotionState(models.TextChoices):
    """What became of a motion."""

    RECEIVED = "received", _("Received")
    ON_AGENDA = "on-agenda", _("On the agenda")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    TOO_LATE = "too-late", _("Came too late")
    DECLINED = "declined", _("Not the meeting’s business")


class Motion(AreaRow):
    """What a resident wants the meeting to decide. Its wording stays as it was handed in."""

    gathering = models.ForeignKey(Gathering, on_delete=models.PROTECT, related_name="motions")
    title = models.CharField(max_length=120, blank=True)
    text = models.TextField(max_length=2000, blank=True)
    author = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=MotionState.choices, default=MotionState.RECEIVED)
    answer = models.CharField(max_length=500, blank=True)
    received_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = AgendaQuerySet.as_manager()

    class Meta:
        ordering = ["received_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=MotionState.values), name="motion_state_is_known"),
            models.CheckConstraint(
                condition=~Q(state=MotionState.DECLINED) | ~Q(answer=""), name="motion_declined_with_a_reason"
            ),
        ]

    class Privacy:
        purpose = _("Letting residents put their own matters to the meeting.")
        personal = {
            "author": "kept as a number without a name",
            "title": "emptied, unless the motion was on an agenda",
            "text": "emptied, unless the motion was on an agenda",
            "answer": "kept: why a motion did not come on the agenda",
        }
        public = ()
        internal = ("id", "area", "gathering", "state", "received_at", "answered_at")
        retention = _("For good: the minutes point at them. Never with the author’s name.")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Where its author follows it."""
        return reverse("motion", args=[self.area.slug, self.gathering.slug, self.pk])

    @property
    def received_on(self) -> date:
        """The day it came in."""
        return timezone.localdate(self.received_at)


class ItemKind(models.TextChoices):
    """What a point of an agenda is."""

    CHAIR = "chair", _("Choice of a chair")
    REPORT = "report", _("Report")
    BUDGET = "budget", _("Budget")
    MOTION = "motion", _("Motion")
    ELECTION = "election", _("Election")
    VOTE = "vote", _("Vote")
    OTHER = "other", _("Other")


class AgendaItem(AreaRow):
    """One point: what it is about before the meeting, what was said and decided after it."""

    gathering = models.ForeignKey(Gathering, on_delete=models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    text = models.TextField(max_length=4000, blank=True)
    kind = models.CharField(max_length=10, choices=ItemKind.choices)
    motion = models.OneToOneField(
        Motion, null=True, blank=True, on_delete=models.PROTECT, related_name="item"
    )
    rent_rise_percent = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    minutes = models.TextField(max_length=8000, blank=True)
    decided = models.TextField(max_length=2000, blank=True)

    objects = AgendaQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["gathering", "number"], name="agenda_number_once"),
            models.CheckConstraint(
                condition=Q(kind__in=ItemKind.values, number__gte=1) & ~Q(title=""),
                name="agenda_item_says_what_it_is",
            ),
            models.CheckConstraint(
                condition=Q(rent_rise_percent=None) | Q(rent_rise_percent__gte=Decimal(0)),
                name="agenda_rent_rise_is_a_rise",
            ),
        ]

    class Privacy:
        purpose = _("Everybody can read what a meeting is about and what it decided.")
        personal: dict[str, str] = {}
        public = (
            *("gathering", "number", "title", "text", "kind", "motion", "rent_rise_percent"),
            *("minutes", "decided"),
        )
        internal = ("id", "area")
        retention = _("For good.")

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    def get_absolute_url(self) -> str:
        """Its place on the meeting's page."""
        return f"{self.gathering.get_absolute_url()}#item-{self.pk}"

    @property
    def can_be_voted_on(self) -> bool:
        """Yes or no can be said to it; people are chosen by an election."""
        return self.kind not in {ItemKind.CHAIR, ItemKind.ELECTION}
