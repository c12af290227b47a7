"""What people agreed to, and what they took back. Rows are only added."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from medskab.common.append_only import AppendOnlyModel, AppendOnlyQuerySet
from medskab.places.models import AreaRow, AreaRowQuerySet

from .person import Person


class Purpose(models.TextChoices):
    """What may be done with somebody's words, picture and address; each is asked for by itself."""

    STORED = "stored", _("Keep what I say")
    ANALYSED = "analysed", _("Read it together with what others say")
    QUOTED = "quoted", _("Quote me")
    PHOTOGRAPHED = "photographed", _("Take pictures of me and show them")
    PUBLISHED = "published", _("Show my name")
    SHARED = "shared", _("Pass my words on to the municipality and the housing organisation")
    CONTACTED_AGAIN = "contacted", _("Write to me again")


class Voice(models.TextChoices):
    """Whose yes it is: one's own, or for somebody too young both a guardian's and the child's."""

    OWN = "own", _("own")
    GUARDIAN = "guardian", _("parent or guardian")
    CHILD = "child", _("the child, beside its guardian")


class Channel(models.TextChoices):
    """How it was said."""

    WEB = "web", _("on this site")
    PAPER = "paper", _("on paper")
    PHONE = "phone", _("by phone")
    SPOKEN = "spoken", _("face to face")


class ConsentQuerySet(AppendOnlyQuerySet, AreaRowQuerySet):
    """Only added to, and behind the area's walls."""


class Consent(AreaRow, AppendOnlyModel):
    """A yes or a no to one purpose. The newest of each voice counts."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=12, choices=Purpose.choices)
    is_given = models.BooleanField()
    voice = models.CharField(max_length=8, choices=Voice.choices)
    said_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    text_version = models.CharField(max_length=12)
    language = models.CharField(max_length=10)
    channel = models.CharField(max_length=8, choices=Channel.choices)
    witness = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["person", "purpose"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(purpose__in=Purpose.values, voice__in=Voice.values, channel__in=Channel.values),
                name="consent_is_of_a_known_kind",
            ),
            models.CheckConstraint(
                condition=Q(channel=Channel.WEB, witness=None)
                | (~Q(channel=Channel.WEB) & Q(witness__isnull=False)),
                name="consent_off_the_site_has_a_witness",
            ),
        ]

    class Privacy:
        purpose = _("Proving what somebody agreed to, and when they took it back.")
        personal = {
            "person": "kept as a number without a name",
            "said_by": "kept as a number without a name",
            "witness": "kept as a number without a name",
            "purpose": "kept: proof of what was allowed at the time",
            "is_given": "kept: proof of what was allowed at the time",
            "voice": "kept: proof of what was allowed at the time",
            "text_version": "kept: proof of what was allowed at the time",
            "language": "kept: the language of the text that was agreed to; never counted",
            "channel": "kept: proof of what was allowed at the time",
            "at": "kept: proof of what was allowed at the time",
        }
        public = ()
        internal = ("id", "area")
        retention = _("For good: a law asks for the proof.")
