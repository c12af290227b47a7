"""Which needs an initiative takes up."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from medskab.needs.models import Need
from medskab.places.models import AreaRow

from .initiative import Initiative


class TakesUp(AreaRow):
    """That an initiative does something about a need."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="+")
    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["initiative", "need"], name="need_taken_up_once")]

    class Privacy:
        purpose = _("Showing what became of a need.")
        personal = {}
        public = ("initiative", "need")
        internal = ("id", "area", "at")
        retention = _("As long as the initiative.")
