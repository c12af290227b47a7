"""A project that came from another program, so that it can be taken back as a whole."""

from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import AreaRow

_UNDO_WITHIN = timedelta(days=1)


class Brought(AreaRow):
    """That somebody brought texts with their codes, and answered for the speakers' consent."""

    texts = models.PositiveIntegerField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_index=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    class Privacy:
        purpose = _("Knowing what came from another program, and who answered for the consent.")
        personal = {"by": "kept as a number without a name"}
        public = ()
        internal = ("id", "area", "texts", "at", "undone_at")
        retention = _("As long as the area.")

    def can_be_undone(self, now: datetime) -> bool:
        """Within a day, once."""
        return self.undone_at is None and now - self.at < _UNDO_WITHIN
