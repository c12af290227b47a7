"""A meeting's wall: what was said there and may be seen by all who are in the room."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from medskab.gatherings.models import Gathering
from medskab.people.models import Person
from medskab.places.models import AreaRow


class Wall(AreaRow):
    """What is said at one meeting; whoever has its link reads what is shown and may say something."""

    title = models.CharField(max_length=120)
    gathering = models.ForeignKey(
        Gathering, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    code = models.CharField(max_length=8, unique=True)
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="wall_has_a_title"),
            models.CheckConstraint(condition=~Q(code=""), name="wall_has_a_code"),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(closed_at__gte=F("begun_at")),
                name="wall_closes_after_it_begins",
            ),
        ]

    class Privacy:
        purpose = _("Letting all who are at a meeting see and add to what is said.")
        personal = {"begun_by": "kept as a number without a name"}
        public = ("title", "gathering", "begun_at", "closed_at")
        internal = ("id", "area", "code")
        retention = _("For good.")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """What those in the room open."""
        return reverse("wall", args=[self.area.slug, self.code])

    @property
    def topic(self) -> str:
        """What those in the room listen to."""
        return f"wall:{self.pk}"

    @property
    def topic_of_staff(self) -> str:
        """What whoever leads the meeting listens to."""
        return f"wall-led:{self.pk}"


class WallNote(AreaRow):
    """That an input came by a wall, and whether those in the room see it."""

    wall = models.ForeignKey(Wall, on_delete=models.PROTECT, related_name="notes")
    input = models.OneToOneField("needs.Input", on_delete=models.PROTECT, related_name="wall_note")
    shown_at = models.DateTimeField(null=True, blank=True)
    taken_down_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_down_at=None) | Q(taken_down_at__gte=F("shown_at")),
                name="wall_note_is_taken_down_after_it_is_shown",
            ),
        ]

    class Privacy:
        purpose = _("Letting all who are at a meeting see and add to what is said.")
        personal: dict[str, str] = {}
        public = ("wall", "shown_at", "taken_down_at")
        internal = ("id", "area", "input")
        retention = _("As long as what was said.")

    @property
    def is_on_wall(self) -> bool:
        """Whether it was shown and not taken down since; an input that was hidden is still not seen."""
        return self.shown_at is not None and self.taken_down_at is None
