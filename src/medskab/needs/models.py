"""What people said, the needs and assets that were heard in it, and which was heard in which."""

from typing import Any

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from medskab.common.arriving import Channel
from medskab.people.models import Person
from medskab.places.models import AreaRow, Place

from .brought import BroughtFile, BroughtInput  # noqa: F401  of this room's models
from .effort import Effort  # noqa: F401  likewise
from .term import Term  # noqa: F401  likewise
from .wall import Wall, WallNote  # noqa: F401  likewise

MOST_WORDS = 4000
_PIN = Q(latitude=None, longitude=None) | Q(
    latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180
)


class InputKind(models.TextChoices):
    """What somebody wants to say."""

    OPEN = "open", _("Just something I want to say")
    NEED = "need", _("Something is missing or wrong")
    ASSET = "asset", _("Something is good, or I can help")
    IDEA = "idea", _("I have an idea")


class InputState(models.TextChoices):
    """How far it came: everything ends answered, joined or declined."""

    NEW = "new", _("Waits for an answer")
    HIDDEN = "hidden", _("Looked at with care")
    ANSWERED = "answered", _("Answered")
    JOINED = "joined", _("Joined to a need")
    DECLINED = "declined", _("Declined")


class Input(AreaRow):
    """What one person said. Only the area's staff read it."""

    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=10, choices=Channel.choices)
    kind = models.CharField(max_length=10, choices=InputKind.choices)
    words = models.TextField(blank=True, validators=[MaxLengthValidator(MOST_WORDS)])
    photo = models.CharField(max_length=60, blank=True)
    voice = models.CharField(max_length=60, blank=True)
    voice_text = models.TextField(blank=True)
    # The language of these words, for whoever translates them; nobody filters, counts or exports it.
    language = models.CharField(max_length=8, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    contact = models.CharField(max_length=120, blank=True)
    care = models.CharField(max_length=20, blank=True)
    receipt_hmac = models.CharField(max_length=64, unique=True)
    publish_own_words = models.BooleanField(default=False)
    typed_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    said_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    said_on = models.DateField()
    said_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=InputState.choices, default=InputState.NEW)
    answer = models.TextField(blank=True)
    because = models.TextField(blank=True)
    days_to_end = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=InputState.values), name="input_state_is_known"),
            models.CheckConstraint(condition=Q(kind__in=InputKind.values), name="input_kind_is_known"),
            models.CheckConstraint(condition=_PIN, name="input_pin_is_whole"),
        ]
        indexes = [
            models.Index(fields=["area", "state", "said_at"], name="input_queue"),
            models.Index(fields=["area", "days_to_end"], name="input_days_to_end"),
        ]

    class Privacy:
        purpose = _("Hearing what people need, and answering them.")
        personal = {
            "words": "emptied",
            "voice_text": "emptied",
            "photo": "deleted with the file",
            "voice": "deleted with the file",
            "language": "emptied",
            "latitude": "emptied",
            "longitude": "emptied",
            "contact": "emptied",
            "care": "emptied",
            "said_by": "emptied",
            "typed_by": "kept as a number without a name",
            "answer": "emptied",
            "because": "emptied",
        }
        public = ()
        internal = (
            "id",
            "area",
            "place",
            "channel",
            "kind",
            "receipt_hmac",
            "publish_own_words",
            "said_on",
            "said_at",
            "state",
            "days_to_end",
        )
        retention = _("Until the one who said it is erased or takes it back.")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.said_on:%Y-%m}"

    def get_absolute_url(self) -> str:
        """Where the one who said it with their name reads what became of it."""
        return reverse("needs-mine", args=[self.area.slug])


class NeedKind(models.TextChoices):
    """The two sides of the board."""

    NEED = "need", _("Need")
    ASSET = "asset", _("Asset")


class AssetKind(models.TextChoices):
    """What a neighbourhood has, in six kinds (asset-based community development)."""

    INDIVIDUALS = "individuals", _("People and what they can")
    ASSOCIATIONS = "associations", _("Associations and groups")
    INSTITUTIONS = "institutions", _("Schools, libraries and other institutions")
    PHYSICAL = "physical", _("Places and things")
    ECONOMIC = "economic", _("Shops, work and money")
    STORIES = "stories", _("Stories and traditions")


class NeedState(models.TextChoices):
    """How far a need came."""

    OPEN = "open", _("Open")
    TAKEN_UP = "taken-up", _("Taken up")
    DONE = "done", _("Done")


class Need(AreaRow):
    """What many say, in words that everybody may read."""

    slug = models.SlugField(max_length=80)
    title = models.CharField(max_length=120)
    wording = models.TextField(blank=True)
    kind = models.CharField(max_length=10, choices=NeedKind.choices)
    asset_kind = models.CharField(max_length=12, choices=AssetKind.choices, blank=True)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=NeedState.choices, default=NeedState.OPEN)
    made_at = models.DateTimeField()
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )
    # How many said it; set by the queries that count.
    voices: Any

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["area", "slug"], name="need_slug_once_in_area"),
            models.CheckConstraint(condition=Q(state__in=NeedState.values), name="need_state_is_known"),
            models.CheckConstraint(condition=Q(kind__in=NeedKind.values), name="need_kind_is_known"),
            models.CheckConstraint(
                condition=Q(asset_kind="") | Q(kind=NeedKind.ASSET, asset_kind__in=AssetKind.values),
                name="need_asset_kind_is_known",
            ),
            models.CheckConstraint(condition=~Q(title=""), name="need_has_a_title"),
            models.CheckConstraint(condition=_PIN, name="need_pin_is_whole"),
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="need_is_not_merged_into_itself"),
        ]

    class Privacy:
        purpose = _("Showing what the neighbourhood needs and has.")
        personal = {}
        public = (
            "slug",
            "title",
            "wording",
            "kind",
            "asset_kind",
            "place",
            "state",
            "merged_into",
            "latitude",
            "longitude",
        )
        internal = ("id", "area", "made_at")
        retention = _("For good.")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The need's page."""
        return reverse("need", args=[self.area.slug, self.slug])


class Joining(AreaRow):
    """That a need was heard in what somebody said."""

    input = models.ForeignKey(Input, on_delete=models.PROTECT, related_name="joinings")
    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="joinings")
    joined_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["input", "need"], name="input_joined_once")]

    class Privacy:
        purpose = _("Knowing how many said the same.")
        personal = {}
        public = ()
        internal = ("id", "area", "input", "need", "joined_at")
        retention = _("As long as the need.")


class MoveKind(models.TextChoices):
    """What was done to two needs."""

    MERGE = "merge", _("Put together")
    SPLIT = "split", _("Divided")


class Move(AreaRow):
    """That one need was put together with another, or another divided off it; and whether it was undone."""

    KIND_NAME = _("Put together or divided")

    kind = models.CharField(max_length=10, choices=MoveKind.choices)
    out_of = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="moves_out")
    into = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="moves_in")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=MoveKind.values), name="move_kind_is_known"),
            models.CheckConstraint(condition=~Q(out_of=F("into")), name="move_leads_elsewhere"),
        ]

    class Privacy:
        purpose = _("Following what became of a need when the board was put in order.")
        personal = {"by": "kept as a number without a name"}
        public = ("kind", "out_of", "into", "at", "undone_at")
        internal = ("id", "area")
        retention = _("As long as the need.")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.out_of} → {self.into}"

    def get_absolute_url(self) -> str:
        """The need that it led to."""
        return self.into.get_absolute_url()


class MovedInput(AreaRow):
    """An input that went along; it may have been joined to where it went already."""

    move = models.ForeignKey(Move, on_delete=models.PROTECT, related_name="moved")
    input = models.ForeignKey(Input, on_delete=models.PROTECT, related_name="+")
    was_there = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["move", "input"], name="input_moved_once_in_a_move")]

    class Privacy:
        purpose = _("Undoing what was put in order by mistake.")
        personal = {}
        public = ()
        internal = ("id", "area", "move", "input", "was_there")
        retention = _("As long as the need.")
