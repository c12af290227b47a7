"""What is said in public about a vote, chained and signed, so that nobody can change it unseen."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from medskab.places.models import KeptRow, KeptRowQuerySet

from .poll import Poll


class BoardEvent(KeptRow):
    """One line on the board of a vote."""

    poll = models.ForeignKey(Poll, on_delete=models.PROTECT, related_name="board")
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    body = models.JSONField()
    prev = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    signature = models.CharField(max_length=128)

    objects = KeptRowQuerySet.as_manager()

    class Meta:
        ordering = ["seq"]
        constraints = [models.UniqueConstraint(fields=["poll", "seq"], name="board_event_once")]

    class Privacy:
        purpose = _("Everybody can check the vote.")
        personal: dict[str, str] = {}
        public = ("poll", "seq", "kind", "body", "prev", "hash", "signature")
        internal = ("id", "area")
        retention = _("For good.")


class NightlyBatch(KeptRow):
    """The receipts that came in since the last night, shuffled and padded; shown after closing.

    `up_to` is the last envelope in it.
    """

    poll = models.ForeignKey(Poll, on_delete=models.PROTECT, related_name="batches")
    day = models.DateField()
    hashes = models.JSONField()
    padding = models.PositiveIntegerField()
    up_to = models.BigIntegerField()

    objects = KeptRowQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["poll", "day"], name="nightly_batch_once")]

    class Privacy:
        purpose = _("What is in the urn cannot be exchanged overnight.")
        personal: dict[str, str] = {}
        public = ()
        internal = ("id", "area", "poll", "day", "hashes", "padding", "up_to")
        retention = _("For good.")
