"""Who decides over what: mandates, the steps of their lives, and what was authorized under them."""

from datetime import date, datetime

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Organisation, Person
from medskab.places.models import AreaRow, AreaRowQuerySet, KeptRow, Place


class MandateQuerySet(AreaRowQuerySet):
    """Mandates at a day."""

    def in_force(self, day: date) -> "MandateQuerySet":
        """Those that hold on a day; the last day counts."""
        return self.filter(revoked_at=None, starts_on__lte=day, ends_on__gte=day)


def _has_words(field: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=~Q(**{field: ""}), name=f"mandate_has_{field}")


class Mandate(AreaRow):
    """A right that was handed over: who decides over what, up to what amount, from when until when.

    `used_ore` is the sum of its authorizations, kept here so that one statement can check and raise it.
    """

    KIND_NAME = _("Right to decide")

    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=120)
    field = models.CharField(max_length=300)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    holder = models.CharField(max_length=200)
    co_holder = models.CharField(max_length=200, blank=True)
    is_youth = models.BooleanField(default=False)
    ceiling_ore = models.BigIntegerField()
    total_ore = models.BigIntegerField(null=True, blank=True)
    used_ore = models.BigIntegerField(default=0)
    starts_on = models.DateField()
    ends_on = models.DateField()
    legal_basis = models.CharField(max_length=300)
    payee = models.CharField(max_length=200)
    payee_organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    revocable_by = models.CharField(max_length=200)
    objection = models.CharField(max_length=500)
    second_person_above_ore = models.BigIntegerField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_because = models.CharField(max_length=500, blank=True)
    revoked_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = MandateQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["area", "slug"], name="mandate_slug_once_per_area"),
            *map(
                _has_words,
                ("title", "field", "holder", "legal_basis", "payee", "revocable_by", "objection"),
            ),
            models.CheckConstraint(
                condition=Q(is_youth=False) | ~Q(co_holder=""), name="mandate_of_youth_has_co_holder"
            ),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="mandate_ends_after_start"),
            models.CheckConstraint(condition=Q(ceiling_ore__gt=0), name="mandate_ceiling_is_positive"),
            models.CheckConstraint(
                condition=Q(total_ore=None) | Q(total_ore__gte=F("ceiling_ore")),
                name="mandate_total_covers_ceiling",
            ),
            models.CheckConstraint(
                condition=Q(used_ore__gte=0) & (Q(total_ore=None) | Q(used_ore__lte=F("total_ore"))),
                name="mandate_used_within_total",
            ),
            models.CheckConstraint(
                condition=Q(second_person_above_ore=None) | Q(second_person_above_ore__gte=0),
                name="mandate_second_person_from_zero",
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_because="", revoked_by=None)
                | (Q(revoked_at__isnull=False, revoked_by__isnull=False) & ~Q(revoked_because="")),
                name="mandate_revoked_with_reason",
            ),
        ]

    class Privacy:
        purpose = _("Everybody can see who decides over what, and by what right.")
        personal = {
            "created_by": "kept as a number without a name",
            "revoked_by": "kept as a number without a name",
        }
        public = (
            *("slug", "title", "field", "place", "holder", "co_holder", "is_youth", "ceiling_ore"),
            *("total_ore", "used_ore", "starts_on", "ends_on", "legal_basis", "payee", "payee_organisation"),
            *("revocable_by", "objection", "second_person_above_ore", "revoked_at", "revoked_because"),
            "created_at",
        )
        internal = ("id", "area")
        retention = _("For good: what was decided under it names it.")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The mandate's page."""
        return f"/{self.area.slug}/mandates/{self.slug}/"

    def is_in_force(self, now: datetime) -> bool:
        """Whether something can be decided under it at this moment."""
        return self.revoked_at is None and self.starts_on <= timezone.localdate(now) <= self.ends_on

    @property
    def left_ore(self) -> int | None:
        """How much of its total is left; None without a total."""
        return None if self.total_ore is None else self.total_ore - self.used_ore


class StepKind(models.TextChoices):
    """What happens to a mandate."""

    GIVEN = "given", _("Given")
    EXTENDED = "extended", _("Extended")
    REVOKED = "revoked", _("Taken back")


class MandateStep(KeptRow):
    """One event in the life of a mandate; `until` is its last day from then on."""

    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=10, choices=StepKind.choices)
    until = models.DateField()
    because = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=StepKind.values), name="mandate_step_kind_is_known"),
            models.CheckConstraint(
                condition=Q(kind=StepKind.GIVEN) | ~Q(because=""), name="mandate_step_has_a_reason"
            ),
        ]

    class Privacy:
        purpose = _("What was handed over, and taken back, can be followed.")
        personal = {"by": "kept as a number without a name"}
        public = ("mandate", "kind", "until", "because", "at")
        internal = ("id", "area")
        retention = _("For good.")


class Authorization(KeptRow):
    """What a decision or a grant may use money for, and the mandate that allowed it at that moment."""

    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="authorizations")
    field = models.CharField(max_length=300)
    ceiling_ore = models.BigIntegerField()
    source_kind = models.CharField(max_length=80)
    source_id = models.CharField(max_length=40)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["source_kind", "source_id"], name="authorization_once_per_source"
            ),
            models.CheckConstraint(condition=Q(ceiling_ore__gte=0), name="authorization_is_not_negative"),
            models.CheckConstraint(condition=~Q(field=""), name="authorization_has_a_field"),
        ]

    class Privacy:
        purpose = _("Every amount that is spent names the decision and the right behind it.")
        personal = {"by": "kept as a number without a name"}
        public = ("mandate", "field", "ceiling_ore", "source_kind", "source_id", "at")
        internal = ("id", "area")
        retention = _("For good.")

    def __str__(self) -> str:
        return self.field
