"""What led to what: directed links between things of all rooms, without foreign keys."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from medskab.common.append_only import AppendOnlyModel


class Link(AppendOnlyModel):
    """One thing led to another. `why` is a short marked text of the code, never words of people."""

    area_id = models.BigIntegerField()
    from_kind = models.CharField(max_length=80)
    from_id = models.CharField(max_length=40)
    to_kind = models.CharField(max_length=80)
    to_id = models.CharField(max_length=40)
    why = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["to_kind", "to_id"])]
        constraints = [
            models.UniqueConstraint(fields=["from_kind", "from_id", "to_kind", "to_id"], name="link_once"),
            models.CheckConstraint(
                condition=~Q(from_kind=F("to_kind"), from_id=F("to_id")), name="link_leads_elsewhere"
            ),
        ]

    class Privacy:
        purpose = _("Everybody can follow what became of a need, as far as they may see it.")
        personal: dict[str, str] = {}
        public = ("from_kind", "from_id", "to_kind", "to_id", "why", "at")
        internal = ("id", "area_id")
        retention = _(
            "For good: numbers only; what they point to is shown, hidden and erased in its own room."
        )

    @property
    def reason(self) -> str:
        """Why, in the reader's language."""
        return gettext(self.why)
