"""Who spoke, under another name, and what they agreed to."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from medskab.common.append_only import AppendOnlyModel, AppendOnlyQuerySet
from medskab.people.models import AgeBand, Channel, Person, Purpose, Voice
from medskab.places.models import AreaRow, AreaRowQuerySet


class Subject(AreaRow):
    """Somebody who was listened to. Their name, if it is known at all, lies sealed under their own key."""

    pseudonym = models.CharField(max_length=40)
    contact = models.BinaryField(blank=True, default=bytes)
    age_band = models.CharField(max_length=10, choices=AgeBand.choices)
    key_name = models.CharField(max_length=40, unique=True)
    receipt_hmac = models.CharField(max_length=64, unique=True)
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pseudonym"]
        constraints = [
            models.UniqueConstraint("area", Lower("pseudonym"), name="pseudonym_once_in_the_area"),
            models.CheckConstraint(condition=~Q(pseudonym=""), name="subject_has_a_pseudonym"),
            models.CheckConstraint(condition=Q(age_band__in=AgeBand.values), name="subject_age_is_known"),
        ]

    class Privacy:
        purpose = _("Knowing what somebody who was interviewed allows, without their name.")
        personal = {
            "contact": "emptied, and its key is destroyed",
            "entered_by": "kept as a number without a name",
        }
        public = ()
        internal = (
            "id",
            "area",
            "pseudonym",
            "age_band",
            "key_name",
            "receipt_hmac",
            "entered_at",
            "erased_at",
        )
        retention = _("Until the speaker asks to be erased; then only the other name stays.")

    def __str__(self) -> str:
        return self.pseudonym

    def get_absolute_url(self) -> str:
        """The page of those who work with it."""
        return reverse("fieldwork-subject", args=[self.area.slug, self.pk])


class AgreementQuerySet(AppendOnlyQuerySet, AreaRowQuerySet):
    """Only added to, and behind the area's walls."""


class Agreement(AreaRow, AppendOnlyModel):
    """A yes or a no of a speaker to one purpose. The newest of each voice counts."""

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="agreements")
    purpose = models.CharField(max_length=12, choices=Purpose.choices)
    is_given = models.BooleanField()
    voice = models.CharField(max_length=8, choices=Voice.choices)
    text_version = models.CharField(max_length=12)
    language = models.CharField(max_length=10)
    beside = models.CharField(max_length=10, blank=True)
    channel = models.CharField(max_length=8, choices=Channel.choices)
    witness = models.BinaryField(blank=True, default=bytes)
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = AgreementQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["subject", "purpose"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(purpose__in=Purpose.values, voice__in=Voice.values, channel__in=Channel.values),
                name="agreement_is_of_a_known_kind",
            ),
            models.CheckConstraint(
                condition=~Q(channel=Channel.SPOKEN) | ~Q(witness=b"") | Q(is_given=False),
                name="agreement_face_to_face_has_a_witness",
            ),
        ]

    class Privacy:
        purpose = _("Proving what a speaker agreed to, and when they took it back.")
        personal = {
            "witness": "unreadable: its key is destroyed",
            "by": "kept as a number without a name",
            "purpose": "kept: proof of what was allowed at the time",
            "is_given": "kept: proof of what was allowed at the time",
            "voice": "kept: proof of what was allowed at the time",
            "text_version": "kept: proof of what was allowed at the time",
            "language": "kept: the language of the text that was agreed to; never counted",
            "beside": "kept: the language of the text that was agreed to; never counted",
            "channel": "kept: proof of what was allowed at the time",
            "at": "kept: proof of what was allowed at the time",
        }
        public = ()
        internal = ("id", "area", "subject")
        retention = _("For good: a law asks for the proof.")
