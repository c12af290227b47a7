"""Within how many days an area answers what people say."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from medskab.places.models import Area, AreaRow

USUAL_DAYS, MOST_DAYS = 7, 90


class Term(AreaRow):
    """The area's own term; where it has set none, the usual one holds."""

    days = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area"], name="term_once_in_area"),
            models.CheckConstraint(
                condition=Q(days__gte=1, days__lte=MOST_DAYS), name="term_is_within_reason"
            ),
        ]

    class Privacy:
        purpose = _("Saying within which time people get an answer.")
        personal: dict[str, str] = {}
        public = ("days",)
        internal = ("id", "area")
        retention = _("For good.")

    def __str__(self) -> str:
        return f"{self.area}: {self.days}"


def days_to_answer(area: Area) -> int:
    """Within how many days everything that is said here ends answered, joined or declined."""
    own = Term.objects.for_area(area).values_list("days", flat=True).first()
    return own if own is not None else USUAL_DAYS
