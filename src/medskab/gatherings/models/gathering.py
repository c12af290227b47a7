"""A meeting or an event, from its draft to its published minutes."""

from datetime import date, datetime

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from medskab.gatherings import notice
from medskab.people.models import Person
from medskab.places.models import AreaRow, AreaRowQuerySet, Place


class Kind(models.TextChoices):
    """What sort of gathering; the Danish words are those of the law and of daily life."""

    LAWFUL = "lawful", _("Afdelingsmøde")
    INFORMAL = "informal", _("Beboermøde")
    EVENT = "event", _("Event")


class State(models.TextChoices):
    """How far it is."""

    DRAFT = "draft", _("Being prepared")
    CALLED = "called", _("Called")
    UNDER_WAY = "under-way", _("Under way")
    HELD = "held", _("Held, minutes are being written")
    WRITTEN = "written", _("Minutes written, not signed")
    SIGNED = "signed", _("Minutes signed")
    PUBLISHED = "published", _("Minutes published")
    CANCELLED = "cancelled", _("Cancelled")


PRIVATE_STATES = (State.DRAFT,)
OPEN_ENDS = (State.DRAFT, State.CALLED, State.UNDER_WAY, State.HELD, State.WRITTEN, State.SIGNED)


class GatheringQuerySet(AreaRowQuerySet):
    """Gatherings by their time."""

    def announced(self) -> "GatheringQuerySet":
        """What everybody may know of."""
        return self.exclude(state__in=PRIVATE_STATES)

    def not_over(self, now: datetime) -> "GatheringQuerySet":
        """What has not ended, the next one first."""
        return self.filter(ends_at__gt=now).order_by("begins_at", "id")

    def over(self, now: datetime) -> "GatheringQuerySet":
        """What has ended, the latest first."""
        return self.filter(ends_at__lte=now).order_by("-begins_at", "-id")


class Gathering(AreaRow):
    """One meeting or event. What its kind is decides how it is called and whether it can decide anything."""

    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=120)
    about = models.TextField(max_length=2000, blank=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    is_extraordinary = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    where = models.CharField(max_length=200)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    department = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ballot_share_percent = models.PositiveSmallIntegerField(default=25)
    in_charge = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    called_at = models.DateTimeField(null=True, blank=True)
    material_sent_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    door_code = models.CharField(max_length=8, blank=True)
    chair_name = models.CharField(max_length=80, blank=True)
    chair = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    chair_salt = models.CharField(max_length=32, blank=True)
    keeper_name = models.CharField(max_length=80, blank=True)
    keeper_salt = models.CharField(max_length=32, blank=True)
    homes_came = models.PositiveIntegerField(null=True, blank=True)
    votes_came = models.PositiveIntegerField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_because = models.CharField(max_length=500, blank=True)

    objects = GatheringQuerySet.as_manager()

    class Meta:
        ordering = ["-begins_at", "-id"]
        indexes = [models.Index(fields=["area", "begins_at"])]
        constraints = [
            models.UniqueConstraint(fields=["area", "slug"], name="gathering_slug_once_per_area"),
            models.CheckConstraint(
                condition=Q(kind__in=Kind.values, state__in=State.values) & ~Q(title="") & ~Q(where=""),
                name="gathering_says_what_and_where",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("begins_at")), name="gathering_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.LAWFUL, department__isnull=False)
                | (~Q(kind=Kind.LAWFUL) & Q(is_extraordinary=False)),
                name="gathering_lawful_is_of_a_department",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[State.DRAFT, State.CANCELLED]) | Q(called_at__isnull=False),
                name="gathering_is_called_first",
            ),
            models.CheckConstraint(
                condition=Q(state=State.CANCELLED, cancelled_at__isnull=False) & ~Q(cancelled_because="")
                | ~Q(state=State.CANCELLED) & Q(cancelled_at=None),
                name="gathering_cancelled_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(ballot_share_percent__gte=1, ballot_share_percent__lte=25),
                name="gathering_ballot_share_is_lawful",
            ),
        ]

    class Privacy:
        purpose = _("Everybody knows of a meeting in time, and what came of it.")
        personal = {
            "in_charge": "kept as a number without a name",
            "chair": "kept as a number without a name",
            "chair_name": "emptied where it is the erased person's name",
            "keeper_name": "emptied where it is the erased person's name",
        }
        public = (
            *("slug", "title", "about", "kind", "is_extraordinary", "state", "begins_at", "ends_at"),
            *("where", "place", "department", "ballot_share_percent", "called_at", "material_sent_at"),
            *("opened_at", "closed_at", "published_at", "cancelled_at", "cancelled_because"),
            *("homes_came", "votes_came"),
        )
        internal = ("id", "area", "created_at", "door_code", "chair_salt", "keeper_salt")
        retention = _("For good: minutes are the memory of a department.")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page that everybody sees."""
        return reverse("gathering", args=[self.area.slug, self.slug])

    @property
    def is_lawful(self) -> bool:
        """Whether what is decided here binds."""
        return self.kind == Kind.LAWFUL

    @property
    def has_agenda(self) -> bool:
        """An event is only attended."""
        return self.kind != Kind.EVENT

    @property
    def held_on(self) -> date:
        """The day, as the homes count it."""
        return timezone.localdate(self.begins_at)

    @property
    def rule(self) -> notice.NoticeRule:
        """The days of notice that hold for it."""
        if self.kind == Kind.LAWFUL:
            return notice.EXTRAORDINARY if self.is_extraordinary else notice.ORDINARY
        return notice.INFORMAL if self.kind == Kind.INFORMAL else notice.EVENT

    @property
    def is_announced(self) -> bool:
        """Whether everybody may know of it; a draft that was dropped is nobody's news."""
        return self.state not in PRIVATE_STATES and self.called_at is not None

    @property
    def may_change_agenda(self) -> bool:
        """Until it has been sent out for good."""
        return self.has_agenda and (
            self.state == State.DRAFT or (self.state == State.CALLED and self.material_sent_at is None)
        )

    @property
    def takes_motions(self) -> bool:
        """Whether residents may hand in motions, as far as its state decides."""
        return self.state == State.CALLED and self.rule.motion_days is not None and self.may_change_agenda

    @property
    def is_being_held(self) -> bool:
        """Whether the doors are open."""
        return self.state == State.UNDER_WAY

    @property
    def is_minuted_now(self) -> bool:
        """Whether minutes may be written."""
        return self.has_agenda and self.state in {State.UNDER_WAY, State.HELD}

    @property
    def is_public_in_full(self) -> bool:
        """Whether everybody may read the minutes."""
        return self.state == State.PUBLISHED
