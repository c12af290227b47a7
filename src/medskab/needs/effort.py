"""What was tried in the area before, so that nobody has to begin from nothing."""

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import AreaRow

MOST_SIGNS = 2000
FIRST_YEAR = 1900
TEXTS = ("title", "about", "by_whom", "intended", "seen_effect", "remained", "source")


def _text() -> models.TextField:
    return models.TextField(blank=True, validators=[MaxLengthValidator(MOST_SIGNS)])


class Effort(AreaRow):
    """One effort of the past: what was meant with it, what was seen of it, what remained."""

    title = models.CharField(max_length=120)
    about = _text()
    begun_year = models.PositiveSmallIntegerField()
    ended_year = models.PositiveSmallIntegerField(null=True, blank=True)
    cost_ore = models.BigIntegerField(null=True, blank=True)
    by_whom = models.CharField(max_length=200, blank=True)
    intended = _text()
    seen_effect = _text()
    remained = _text()
    source = _text()
    # The texts as they are searched: neither database folds Danish letters alike.
    searched = models.TextField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    struck_at = models.DateTimeField(null=True, blank=True)
    struck_because = models.TextField(blank=True)

    class Meta:
        ordering = ["-begun_year", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="effort_has_a_title"),
            models.CheckConstraint(condition=Q(begun_year__gte=FIRST_YEAR), name="effort_begins_lately"),
            models.CheckConstraint(
                condition=Q(ended_year=None) | Q(ended_year__gte=F("begun_year")),
                name="effort_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(cost_ore=None) | Q(cost_ore__gte=0), name="effort_cost_is_not_below_nought"
            ),
            models.CheckConstraint(
                condition=Q(struck_at=None, struck_because="")
                | Q(Q(struck_at__isnull=False), ~Q(struck_because="")),
                name="effort_is_struck_with_a_reason",
            ),
        ]

    class Privacy:
        purpose = _("Learning from what was tried in the neighbourhood before.")
        personal = {"written_by": "kept as a number without a name"}
        public = (*TEXTS, "begun_year", "ended_year", "cost_ore", "struck_at", "struck_because")
        internal = ("id", "area", "searched", "written_at")
        retention = _("For good.")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The effort's page."""
        return reverse("effort", args=[self.area.slug, self.pk])

    @property
    def years(self) -> str:
        """From when to when, as far as it ended."""
        if self.ended_year == self.begun_year:
            return str(self.begun_year)
        return f"{self.begun_year}–{self.ended_year or ''}"
