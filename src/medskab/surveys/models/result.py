"""What was said of a survey: its figures as they were published."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import AreaRow

from .survey import Survey


class SurveyResult(AreaRow):
    """The figures of a closed survey, once they are out. What is hidden is nowhere in it.

    `figures` by item, `breakdowns` name the releases that cut it by block, age band or door; `weighting` says
    which sizes were known, and how well the answers fit them.
    """

    survey = models.OneToOneField(Survey, on_delete=models.PROTECT, related_name="result")
    answers = models.PositiveIntegerField()
    figures = models.JSONField(default=list)
    breakdowns = models.JSONField(default=list)
    weighting = models.JSONField(default=dict)
    released_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]

    class Privacy:
        purpose = _("Giving back what everybody said together.")
        personal = {"released_by": "kept as a number without a name"}
        public = ("survey", "answers", "figures", "breakdowns", "weighting", "released_at")
        internal = ("id", "area")
        retention = _("For good: what was published once can be read for good.")

    def get_absolute_url(self) -> str:
        """The page that everybody reads."""
        return reverse("survey-result", args=[self.area.slug, self.survey.slug])
