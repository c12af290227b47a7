"""Surveys: what they are for, whom they ask, and how far they came."""

from datetime import datetime

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import AreaRow, Place

MOST_INTRO = 2000


class SurveyState(models.TextChoices):
    """How far it came."""

    DRAFT = "draft", _("Being written")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class SurveyKind(models.TextChoices):
    """A long one now and then, or a few questions often."""

    SURVEY = "survey", _("Survey")
    PULSE = "pulse", _("Pulse")


class OneAnswerPer(models.TextChoices):
    """What keeps one voice from counting twice."""

    BROWSER = "browser", _("One answer from each person or browser")
    CODE = "code", _("One answer for each code that we hand out")


class Survey(AreaRow):
    """Questions that stay the same from the day they open, so that two answers can be compared."""

    slug = models.SlugField(max_length=80)
    title = models.CharField(max_length=120)
    intro = models.TextField(blank=True, validators=[MaxLengthValidator(MOST_INTRO)])
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=SurveyKind.choices, default=SurveyKind.SURVEY)
    state = models.CharField(max_length=10, choices=SurveyState.choices, default=SurveyState.DRAFT)
    opens_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    invited = models.PositiveIntegerField(null=True, blank=True)
    population = models.PositiveIntegerField(null=True, blank=True)
    one_answer_per = models.CharField(
        max_length=10, choices=OneAnswerPer.choices, default=OneAnswerPer.BROWSER
    )
    frozen_hash = models.CharField(max_length=64, blank=True)
    repeats = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="repeated_by"
    )
    wave = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["area", "slug"], name="survey_slug_once_in_area"),
            models.CheckConstraint(condition=Q(state__in=SurveyState.values), name="survey_state_is_known"),
            models.CheckConstraint(condition=Q(kind__in=SurveyKind.values), name="survey_kind_is_known"),
            models.CheckConstraint(
                condition=Q(one_answer_per__in=OneAnswerPer.values), name="survey_voice_is_known"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="survey_has_a_title"),
            models.CheckConstraint(
                condition=Q(state=SurveyState.DRAFT) | ~Q(frozen_hash=""), name="survey_open_is_frozen"
            ),
            models.CheckConstraint(condition=~Q(repeats=F("id")), name="survey_does_not_repeat_itself"),
        ]

    class Privacy:
        purpose = _("Asking the neighbourhood the same questions again, to see what changes.")
        personal = {"made_by": "kept as a number without a name"}
        public = (
            "slug",
            "title",
            "intro",
            "place",
            "kind",
            "state",
            "opens_at",
            "closes_at",
            "invited",
            "population",
            "one_answer_per",
            "frozen_hash",
            "repeats",
            "wave",
        )
        internal = ("id", "area", "made_at")
        retention = _("For good.")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The survey's page."""
        return reverse("survey", args=[self.area.slug, self.slug])

    def takes_answers(self, now: datetime) -> bool:
        """Whether it is open at this moment."""
        return self.state == SurveyState.OPEN and (self.closes_at is None or now < self.closes_at)
