"""What every room's rows share."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from medskab.common.append_only import AppendOnlyModel


class DeedReceipt(models.Model):
    """Remembers what a form's key led to, so that a retry gets the first answer instead of a second deed."""

    key = models.CharField(max_length=64, unique=True)
    deed = models.CharField(max_length=120)
    by = models.CharField(max_length=40)
    answer_kind = models.CharField(max_length=80, blank=True)
    answer_id = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["at"])]

    class Privacy:
        purpose = _("A form sent twice is carried out once.")
        personal = {"by": "kept: an internal number without a name"}
        public = ()
        internal = ("id", "key", "deed", "answer_kind", "answer_id", "at")
        retention = _("30 days.")


__all__ = ["AppendOnlyModel", "DeedReceipt"]
