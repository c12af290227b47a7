"""How often something that pages watch has changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LiveTopic(models.Model):
    """One thing that pages watch, and the number of its latest change."""

    key = models.CharField(max_length=80, unique=True)
    revision = models.PositiveBigIntegerField(default=1)

    class Privacy:
        purpose = _("Telling an open page that it can load what is new.")
        personal: dict[str, str] = {}
        public = ("revision",)
        internal = ("id", "key")
        retention = _("As long as what it tells about.")
