"""Initiatives, each with its idea card."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import AreaRow, AreaRowQuerySet, Place


class State(models.TextChoices):
    """How far an initiative came."""

    DRAFT = "draft", _("Being written")
    OPEN = "open", _("Open")
    RUNNING = "running", _("Under way")
    ENDED = "ended", _("Ended")
    WITHDRAWN = "withdrawn", _("Withdrawn")


PUBLIC_STATES = (State.OPEN, State.RUNNING, State.ENDED)
ALIVE = (State.OPEN, State.RUNNING)


class Track(models.TextChoices):
    """What an idea touches; one or more."""

    PLACE = "place", _("The physical place")
    ORGANISATION = "organisation", _("Organisation")
    SOCIAL = "social", _("Social life")


class Level(models.TextChoices):
    """How close to everyday life an idea works."""

    FRAMEWORK = "framework", _("The rules around us")
    AREA = "area", _("The area")
    EVERYDAY = "everyday", _("Everyday life")


class InitiativeQuerySet(AreaRowQuerySet):
    """Initiatives by what they touch."""

    def alive(self) -> Self:
        """Open ones, and those under way."""
        return self.filter(state__in=ALIVE)

    def touching(self, track: str) -> Self:
        """Those that touch a track, perhaps beside others."""
        return self.filter(**{f"on_{track}": True})

    def touching_only_one(self) -> Self:
        """Those that touch a single track, and could reach wider."""
        alone = Q(pk=None)
        for track in Track:
            alone |= Q(**{f"on_{other}": other == track for other in Track})
        return self.filter(alone)


class Initiative(AreaRow):
    """Something people here start: its idea card, in its state."""

    slug = models.SlugField(max_length=80)
    title = models.CharField(max_length=120)
    lead = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    on_place = models.BooleanField(default=False)
    on_organisation = models.BooleanField(default=False)
    on_social = models.BooleanField(default=False)
    level = models.CharField(max_length=10, choices=Level.choices, blank=True)
    contact = models.CharField(max_length=160, blank=True)

    what_if = models.TextField(blank=True)
    idea = models.TextField(blank=True)
    drives = models.TextField(blank=True)
    gains = models.TextField(blank=True)
    effect_seen = models.TextField(blank=True)
    inspiration = models.TextField(blank=True)
    key_people = models.TextField(blank=True)
    contributions = models.TextField(blank=True)
    team = models.TextField(blank=True)
    first_needed = models.TextField(blank=True)

    created_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    began_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    because = models.CharField(max_length=500, blank=True)

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["area", "slug"], name="initiative_slug_once_in_area"),
            models.CheckConstraint(condition=~Q(title=""), name="initiative_has_a_title"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="initiative_state_is_known"),
            models.CheckConstraint(
                condition=Q(level="") | Q(level__in=Level.values), name="initiative_level_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=PUBLIC_STATES)
                | Q(on_place=True)
                | Q(on_organisation=True)
                | Q(on_social=True),
                name="initiative_in_public_has_a_track",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=PUBLIC_STATES) | Q(opened_at__isnull=False),
                name="initiative_in_public_was_opened",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(State.ENDED, State.WITHDRAWN)) | Q(ended_at__isnull=False),
                name="initiative_ends_on_a_day",
            ),
        ]
        indexes = [models.Index(fields=["area", "state", "-opened_at"], name="initiative_by_state")]

    class Privacy:
        purpose = _("Letting people start something together.")
        personal = {
            "lead": "kept as a number without a name",
            "ended_by": "kept as a number without a name",
            "contact": "emptied when its lead is erased",
            "team": "emptied when its lead is erased",
            "key_people": "the name is taken out",
            "contributions": "the name is taken out",
        }
        public = (
            *("slug", "title", "state", "place", "on_place", "on_organisation", "on_social", "level"),
            *("what_if", "idea", "drives", "gains", "effect_seen", "inspiration", "first_needed"),
            *("opened_at", "began_at", "ended_at", "because"),
        )
        internal = ("id", "area", "created_at")
        retention = _("For good once it was opened; a draft goes with the only one who wrote it.")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The initiative's page."""
        return reverse("initiative", args=[self.area.slug, self.slug])

    @property
    def tracks(self) -> list[Track]:
        """What it touches."""
        return [track for track in Track if getattr(self, f"on_{track}")]

    @property
    def is_alive(self) -> bool:
        """Whether people can join and support it."""
        return self.state in ALIVE

    @property
    def is_public(self) -> bool:
        """Whether everybody can read its card."""
        return self.state in PUBLIC_STATES
