"""A count that was made of a conversation's votes, kept with all that is needed to make it again."""

import gzip
import json
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from medskab.places.models import AreaRow

METHOD = "medskab opinions"


class Snapshot(AreaRow):
    """What the votes said when they were last counted; an older one goes when a newer comes.

    `packed` is the method's whole answer, as the command gives it for the published files. `shown` is what a
    page may say of it. `crowd_of` says by published voter id in which circle of the map somebody stands, and
    `group_of` in which group: the first for that person alone, the second so that groups keep their letters.
    """

    conversation = models.ForeignKey(
        "statements.Conversation", on_delete=models.PROTECT, related_name="snapshots"
    )
    counted_at = models.DateTimeField()
    is_final = models.BooleanField(default=False)
    method = models.CharField(max_length=40, default=METHOD)
    version = models.CharField(max_length=40)
    parameters = models.JSONField(default=dict)
    input_sha256 = models.CharField(max_length=64)
    # Of the votes and statements that were there: whether anything is new is seen without counting.
    mark = models.CharField(max_length=64)
    packed = models.BinaryField()
    shown = models.JSONField()
    crowd_of = models.JSONField(default=dict)
    group_of = models.JSONField(default=dict)
    counts_before = models.JSONField(default=list)

    class Meta:
        indexes = [models.Index(fields=["conversation", "-id"], name="snapshot_latest")]

    class Privacy:
        purpose = _("Showing what the neighbourhood thinks, and letting anybody count it again.")
        personal = {
            "packed": "counted again without the votes of the person who is erased",
            "crowd_of": "counted again without the votes of the person who is erased",
            "group_of": "counted again without the votes of the person who is erased",
        }
        public = ("conversation", "counted_at", "is_final", "method", "version", "parameters")
        internal = ("id", "area", "input_sha256", "mark", "shown", "counts_before")
        retention = _("Until the next count; the last one for good.")

    def __str__(self) -> str:
        return f"{self.method} {self.version}"

    @property
    def answer(self) -> dict[str, Any]:
        """The method's answer."""
        found: dict[str, Any] = json.loads(gzip.decompress(self.packed))
        return found
