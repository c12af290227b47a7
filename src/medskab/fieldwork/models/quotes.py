"""Words of a speaker that may be shown: only after the speaker saw them and said yes."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import AreaRow

from .coding import Coding
from .sources import Source


class QuoteState(models.TextChoices):
    """How far it came."""

    PROPOSED = "proposed", _("Proposed")
    SHOWN = "shown", _("Shown to the speaker")
    APPROVED = "approved", _("The speaker said yes")
    DECLINED = "declined", _("The speaker said no")


class Quote(AreaRow):
    """What somebody said, sealed under their own key: the exact words, and perhaps a plainer wording."""

    coding = models.ForeignKey(Coding, on_delete=models.PROTECT, related_name="quotes")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="quotes")
    words = models.BinaryField()
    plain = models.BinaryField(blank=True, default=bytes)
    state = models.CharField(max_length=8, choices=QuoteState.choices, default=QuoteState.PROPOSED)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=QuoteState.values), name="quote_state_is_known"),
            models.CheckConstraint(
                condition=Q(state__in=["proposed", "shown"], answered_at=None)
                | Q(state__in=["approved", "declined"], answered_at__isnull=False),
                name="quote_answer_has_a_time",
            ),
        ]

    class Privacy:
        purpose = _("Letting a speaker's own words be heard, as they want them to be heard.")
        personal = {
            "words": "unreadable: its key is destroyed",
            "plain": "unreadable: its key is destroyed",
            "made_by": "kept as a number without a name",
        }
        public = ()
        internal = ("id", "area", "coding", "source", "state", "made_at", "answered_at")
        retention = _("Until the speaker takes it back or asks to be erased.")

    def get_absolute_url(self) -> str:
        """The list it stands on."""
        return reverse("fieldwork-quotes", args=[self.area.slug])


class QuoteUse(AreaRow):
    """Where a quote is shown; the speaker can be told."""

    quote = models.ForeignKey(Quote, on_delete=models.PROTECT, related_name="uses")
    used_in_kind = models.CharField(max_length=60)
    used_in_id = models.PositiveBigIntegerField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["quote", "used_in_kind", "used_in_id"], name="quote_used_once")
        ]
        indexes = [models.Index(fields=["used_in_kind", "used_in_id"], name="quote_use_where")]

    class Privacy:
        purpose = _("Knowing where a speaker's words are shown.")
        personal = {"by": "kept as a number without a name"}
        public = ()
        internal = ("id", "area", "quote", "used_in_kind", "used_in_id", "at")
        retention = _("As long as the quote.")
