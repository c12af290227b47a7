"""A round from door to door: its stairwells and doors, what became of each, and the bags of its phones."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from medskab.people.models import Person
from medskab.places.models import AreaRow, Dwelling, Place
from medskab.statements.models import Conversation
from medskab.surveys.models import Survey

NOT_HOME_KEPT_FOR = timedelta(hours=24)
MOST_WHY = 300


class RoundState(models.TextChoices):
    """A round is walked until somebody ends it."""

    OPEN = "open", _("Being walked")
    ENDED = "ended", _("Ended")


class Round(AreaRow):
    """One round: somebody from here rings the doors of some stairwells."""

    title = models.CharField(max_length=120)
    day = models.DateField()
    state = models.CharField(max_length=10, choices=RoundState.choices, default=RoundState.OPEN)
    conversation = models.ForeignKey(
        Conversation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    survey = models.ForeignKey(Survey, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="round_has_a_title"),
            models.CheckConstraint(condition=Q(state__in=RoundState.values), name="round_state_is_known"),
        ]

    class Privacy:
        purpose = _("Planning who rings which doors.")
        personal = {"made_by": "kept as a number without a name"}
        public = ()
        internal = ("id", "area", "title", "day", "state", "conversation", "survey", "made_at")
        retention = _("For good: it says which doors were rung.")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """How far it came."""
        return reverse("round", args=[self.area.slug, self.pk])

    @property
    def is_open(self) -> bool:
        """Whether it is still walked."""
        return self.state == RoundState.OPEN


class Stop(AreaRow):
    """A stairwell on the way."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="stops")
    stairwell = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["round", "stairwell"], name="round_stops_once_at_a_stairwell"),
            models.UniqueConstraint(fields=["round", "position"], name="round_stops_have_an_order"),
        ]

    class Privacy:
        purpose = _("The way of a round.")
        personal = {}
        public = ()
        internal = ("id", "area", "round", "stairwell", "position")
        retention = _("As long as the round.")

    def __str__(self) -> str:
        return str(self.stairwell)


class Door(AreaRow):
    """A door to ring at: a number, never a name."""

    stop = models.ForeignKey(Stop, on_delete=models.PROTECT, related_name="doors")
    dwelling = models.ForeignKey(Dwelling, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["stop", "dwelling"], name="round_rings_once_at_a_door"),
        ]

    class Privacy:
        purpose = _("The doors of a round.")
        personal = {}
        public = ()
        internal = ("id", "area", "stop", "dwelling", "position")
        retention = _("As long as the round.")

    def __str__(self) -> str:
        home = self.dwelling
        return " ".join(part for part in (home.floor, home.door) if part) or home.unit or home.address_line


class Phone(AreaRow):
    """A browser that walks a round; it may be told to forget everything."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="phones")
    mark = models.CharField(max_length=40)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    first_seen = models.DateTimeField()
    last_seen = models.DateTimeField()
    erase_asked_at = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["round", "mark"], name="round_knows_a_phone_once")]

    class Privacy:
        purpose = _("Knowing who walked, and making a lost phone forget.")
        personal = {"by": "kept as a number without a name"}
        public = ()
        internal = (
            *("id", "area", "round", "mark", "first_seen", "last_seen"),
            *("erase_asked_at", "erased_at"),
        )
        retention = _("As long as the round.")

    def __str__(self) -> str:
        return self.mark[:4]


class Status(models.TextChoices):
    """What became of a door."""

    NOT_HOME = "not-home", _("Not home")
    NOT_NOW = "not-now", _("Not now")
    COME_BACK = "come-back", _("Come back")
    SPOKEN = "spoken", _("We spoke")


class DoorStatus(AreaRow):
    """The last that one phone said about a door; `count` is the phone's own, for its clock may be wrong."""

    door = models.ForeignKey(Door, on_delete=models.PROTECT, related_name="statuses")
    phone = models.ForeignKey(Phone, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Status.choices)
    count = models.PositiveIntegerField()
    record_id = models.CharField(max_length=64, unique=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    phone_at = models.DateTimeField()
    received_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["door", "phone"], name="phone_has_one_word_on_a_door"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="door_status_is_known"),
        ]
        indexes = [models.Index(fields=["status", "received_at"], name="door_status_age")]

    class Privacy:
        purpose = _("Ringing each door once, and coming back where somebody asked for it.")
        personal = {"by": "kept as a number without a name"}
        public = ()
        internal = (
            *("id", "area", "door", "phone", "status", "count", "record_id"),
            *("phone_at", "received_at"),
        )
        retention = _("“Not home” for 24 hours; the rest as long as the round.")

    def __str__(self) -> str:
        return str(self.get_status_display())


class BagState(models.TextChoices):
    """Nothing that comes in is thrown away because it could not be opened; a person may remove it."""

    WAITING = "waiting", _("Waits to be opened")
    OPENED = "opened", _("Opened")
    REFUSED = "refused", _("Could not be opened")
    REMOVED = "removed", _("Removed")


class Bag(AreaRow):
    """One sealed record from a phone, taken in once however often it is sent."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="bags")
    phone = models.ForeignKey(Phone, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    record_id = models.CharField(max_length=64)
    sealed = models.BinaryField(default=bytes)
    state = models.CharField(max_length=10, choices=BagState.choices, default=BagState.WAITING)
    why = models.CharField(max_length=MOST_WHY, blank=True)
    received_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["round", "record_id"], name="bag_comes_in_once"),
            models.CheckConstraint(condition=Q(state__in=BagState.values), name="bag_state_is_known"),
        ]
        indexes = [models.Index(fields=["state", "round"], name="bag_waiting")]

    class Privacy:
        purpose = _("Bringing home what was said at the doors.")
        personal = {"by": "kept as a number without a name"}
        public = ()
        internal = ("id", "area", "round", "phone", "record_id", "sealed", "state", "why", "received_at")
        retention = _("Emptied as soon as it is opened; one that does not open, when somebody removes it.")

    def __str__(self) -> str:
        return str(self.get_state_display())
