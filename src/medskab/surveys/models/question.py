"""Sections and questions. Texts are kept by language: `{"da": "…", "en": "…"}`."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from medskab.places.models import AreaRow

from .survey import Survey


class QuestionKind(models.TextChoices):
    """How it is answered. What an `Answer.value` holds is written beside each."""

    TEXT = "text", _("Own words")  # str
    SCALE = "scale", _("A scale between two ends")  # int, least to most
    SINGLE = "single", _("One of several")  # key of an option
    MULTIPLE = "multiple", _("Several of several")  # list of keys, in the order of the options
    ORDER = "order", _("Put in order")  # list of all keys, the most important first
    NUMBER = "number", _("A number")  # int, from least to most
    GRID = "grid", _("Several lines with the same answers")  # key of row to key of option


class Section(AreaRow):
    """One page of a survey."""

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="sections")
    order = models.PositiveIntegerField()
    words = models.JSONField(default=dict)

    class Meta:
        ordering = ["order", "id"]

    class Privacy:
        purpose = _("Asking a few questions at a time.")
        personal = {}
        public = ("survey", "order", "words")
        internal = ("id", "area")
        retention = _("As long as the survey.")


class Question(AreaRow):
    """One question. `options` and `rows` are lists of `{"key": …, "words": {…}}`; `ends` words by end."""

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="questions")
    section = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="questions")
    order = models.PositiveIntegerField()
    key = models.SlugField(max_length=60)
    kind = models.CharField(max_length=10, choices=QuestionKind.choices)
    words = models.JSONField(default=dict)
    options = models.JSONField(default=list, blank=True)
    rows = models.JSONField(default=list, blank=True)
    least = models.IntegerField(null=True, blank=True)
    most = models.IntegerField(null=True, blank=True)
    ends = models.JSONField(default=dict, blank=True)
    is_required = models.BooleanField(default=False)
    shown_if = models.JSONField(default=dict, blank=True)
    goes_to_needs = models.BooleanField(default=False)
    instrument = models.CharField(max_length=40, blank=True)
    instrument_version = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["section__order", "section_id", "order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["survey", "key"], name="question_key_once_in_survey"),
            models.CheckConstraint(condition=Q(kind__in=QuestionKind.values), name="question_kind_is_known"),
            models.CheckConstraint(
                condition=Q(goes_to_needs=False) | Q(kind=QuestionKind.TEXT), name="question_words_go_on"
            ),
        ]

    class Privacy:
        purpose = _("Asking everybody the same.")
        personal = {}
        public = (
            "survey",
            "section",
            "order",
            "key",
            "kind",
            "words",
            "options",
            "rows",
            "least",
            "most",
            "ends",
            "is_required",
            "shown_if",
            "goes_to_needs",
            "instrument",
            "instrument_version",
        )
        internal = ("id", "area")
        retention = _("As long as the survey.")

    @property
    def option_keys(self) -> list[str]:
        """The keys of what can be chosen."""
        return [option["key"] for option in self.options]

    @property
    def row_keys(self) -> list[str]:
        """The keys of the lines of a grid."""
        return [row["key"] for row in self.rows]
