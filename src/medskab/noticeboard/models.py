"""What hangs on the board: notices, who to call, and papers to take home."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import AreaRow, AreaRowQuerySet, Place


class NoticeQuerySet(AreaRowQuerySet):
    """Notices by their days."""

    def hanging_on(self, day: date) -> "NoticeQuerySet":
        """What hangs on the board on a day."""
        return self.filter(from_on__lte=day, until_on__gte=day, taken_down_at=None)

    def gone_by(self, day: date) -> "NoticeQuerySet":
        """What has hung there and does no more."""
        return self.filter(Q(until_on__lt=day) | Q(taken_down_at__isnull=False))


class Notice(AreaRow):
    """Something everybody should know, from a day until a day: the water is off on Tuesday."""

    title = models.CharField(max_length=120)
    text = models.TextField(blank=True)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()
    until_on = models.DateField()
    is_urgent = models.BooleanField(default=False)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    put_up_at = models.DateTimeField()
    taken_down_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-is_urgent", "until_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="notice_has_a_title"),
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")), name="notice_ends_after_it_begins"
            ),
        ]
        indexes = [models.Index(fields=["area", "until_on"], name="notice_by_its_end")]

    class Privacy:
        purpose = _("Telling everybody what happens here.")
        personal = {"by": "kept as a number without a name"}
        public = ("title", "text", "place", "from_on", "until_on", "is_urgent", "taken_down_at")
        internal = ("id", "area", "put_up_at")
        retention = _("For good, in the archive.")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The notice alone."""
        return reverse("notice", args=[self.area.slug, self.pk])

    def hangs_on(self, day: date) -> bool:
        """Whether it is on the board on a day."""
        return self.taken_down_at is None and self.from_on <= day <= self.until_on

    def has_ended(self, day: date) -> bool:
        """Whether its days are over."""
        return self.taken_down_at is not None or self.until_on < day


class Contact(AreaRow):
    """Whom to call about what."""

    what = models.CharField(max_length=80)
    name = models.CharField(max_length=80)
    phone = models.CharField(max_length=30, blank=True)
    mail = models.EmailField(blank=True)
    hours = models.CharField(max_length=120, blank=True)
    order = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["order", "what", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(what="") & ~Q(name=""), name="contact_says_what_and_who"),
            models.CheckConstraint(condition=~Q(phone="") | ~Q(mail=""), name="contact_can_be_reached"),
        ]

    class Privacy:
        purpose = _("Saying who to call.")
        personal = {"name": "removed with the entry", "phone": "removed with it", "mail": "removed with it"}
        public = ("what", "hours", "order")
        internal = ("id", "area")
        retention = _("Until it is taken off the list.")

    def __str__(self) -> str:
        return self.what


class DocumentKind(models.TextChoices):
    """What a paper is."""

    HOUSE_RULES = "house-rules", _("House rules")
    STATUTES = "statutes", _("Statutes")
    MINUTES = "minutes", _("Minutes")
    OTHER = "other", _("Other papers")


class Document(AreaRow):
    """A paper that everybody may take home."""

    title = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=DocumentKind.choices)
    kept_as = models.CharField(max_length=60, unique=True)
    bytes_long = models.PositiveIntegerField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    put_up_at = models.DateTimeField()
    taken_down_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["kind", "-put_up_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="document_has_a_title"),
            models.CheckConstraint(condition=Q(kind__in=DocumentKind.values), name="document_kind_is_known"),
        ]

    class Privacy:
        purpose = _("Giving everybody the papers that hold here.")
        personal = {"by": "kept as a number without a name"}
        public = ("title", "kind", "bytes_long", "put_up_at", "taken_down_at")
        internal = ("id", "area", "kept_as")
        retention = _("For good, in the archive.")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The paper itself."""
        return reverse("document-file", args=[self.area.slug, self.pk])
