"""What is talked about, the short statements on it, and what each voice thinks of each of them."""

from django.core.validators import MaxLengthValidator, MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from medskab.common.arriving import Channel
from medskab.people.models import Person
from medskab.places.models import AreaRow, Place

from .snapshot import Snapshot
from .votes_upload import UploadState, VotesUpload

__all__ = [
    "Choice",
    "Conversation",
    "ConversationState",
    "Origin",
    "Snapshot",
    "Statement",
    "StatementState",
    "UploadState",
    "Voice",
    "Vote",
    "VotesUpload",
]

MOST_WORDS = 240
# Elsewhere people may write more; what they wrote is never cut.
LONGEST_BROUGHT_IN = 500


class ConversationState(models.TextChoices):
    """How far a conversation came."""

    DRAFT = "draft", _("Being made ready")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class Conversation(AreaRow):
    """One question that the neighbourhood says its mind about, statement by statement."""

    slug = models.SlugField(max_length=80)
    title = models.CharField(max_length=120)
    question = models.TextField(blank=True, validators=[MaxLengthValidator(1000)])
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField(null=True, blank=True)
    takes_statements = models.BooleanField(default=True)
    state = models.CharField(
        max_length=10, choices=ConversationState.choices, default=ConversationState.DRAFT
    )
    days_to_check = models.PositiveSmallIntegerField(
        default=3, validators=[MinValueValidator(1), MaxValueValidator(30)]
    )
    # Where it was held, if not here, and under which licence its votes are given on.
    source = models.CharField(max_length=300, blank=True, default="")
    licence = models.CharField(max_length=120, blank=True, default="")
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["area", "slug"], name="conversation_slug_once_in_area"),
            models.CheckConstraint(
                condition=Q(state__in=ConversationState.values), name="conversation_state_is_known"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="conversation_has_a_title"),
            models.CheckConstraint(
                condition=Q(closes_at=None) | Q(closes_at__gt=F("opens_at")),
                name="conversation_closes_after_it_opens",
            ),
            models.CheckConstraint(
                condition=Q(days_to_check__gte=1, days_to_check__lte=30),
                name="conversation_checks_within_a_month",
            ),
        ]

    class Privacy:
        purpose = _("Finding out what the neighbourhood thinks, and what it agrees on.")
        personal = {"made_by": "kept as a number without a name"}
        public = (
            "slug",
            "title",
            "question",
            "place",
            "opens_at",
            "closes_at",
            "takes_statements",
            "state",
            "days_to_check",
            "source",
            "licence",
        )
        internal = ("id", "area", "made_at")
        retention = _("For good.")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The conversation's front page."""
        return reverse("conversation", args=[self.area.slug, self.slug])


class Origin(models.TextChoices):
    """Who put a statement in."""

    SEED = "seed", _("To begin with")
    RESIDENT = "resident", _("From a neighbour")
    BROUGHT_IN = "brought-in", _("Brought in from elsewhere")


class StatementState(models.TextChoices):
    """Whether others see it."""

    WAITING = "waiting", _("Waits for a check")
    SHOWN = "shown", _("Shown to all")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Taken back")


class Statement(AreaRow):
    """One thing that somebody can agree or disagree with."""

    conversation = models.ForeignKey(Conversation, on_delete=models.PROTECT, related_name="statements")
    number = models.PositiveIntegerField()
    words = models.CharField(max_length=LONGEST_BROUGHT_IN, blank=True)
    origin = models.CharField(max_length=10, choices=Origin.choices)
    # The text's own language, for the screen reader; it says nothing of who wrote it.
    language = models.CharField(max_length=12, blank=True, default="")
    state = models.CharField(max_length=10, choices=StatementState.choices, default=StatementState.WAITING)
    because = models.CharField(max_length=300, blank=True)
    proposed_at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True, blank=True)
    checked_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    said_by_voice = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "number"], name="statement_number_once"),
            models.CheckConstraint(
                condition=Q(state__in=StatementState.values), name="statement_state_is_known"
            ),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="statement_origin_is_known"),
            models.CheckConstraint(
                condition=~Q(words="") | ~Q(state__in=("waiting", "shown")),
                name="statement_shown_has_words",
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(because=""), name="statement_declined_for_a_reason"
            ),
        ]
        indexes = [
            models.Index(fields=["conversation", "state"], name="statement_by_state"),
            models.Index(fields=["said_by_voice"], name="statement_by_voice"),
        ]

    class Privacy:
        purpose = _("Asking everybody what they think of it.")
        personal = {
            "words": "emptied, unless it is shown to all",
            "because": "emptied",
            "said_by_voice": "unlinked",
            "checked_by": "kept as a number without a name",
        }
        public = ("conversation", "number", "origin", "language", "state")
        internal = ("id", "area", "proposed_at", "checked_at")
        retention = _("For good; what its writer takes back before a check is emptied.")

    def __str__(self) -> str:
        return self.words

    def get_absolute_url(self) -> str:
        """Where it is talked about."""
        return self.conversation.get_absolute_url()


class Voice(AreaRow):
    """One person or browser in one conversation: who it is cannot be told, and not that it is in two."""

    conversation = models.ForeignKey(Conversation, on_delete=models.PROTECT, related_name="voices")
    key = models.CharField(max_length=64)
    # Drawn by lot: in the order of arrival it would tell the first who came from the last.
    number = models.PositiveIntegerField()
    channel = models.CharField(max_length=10, choices=Channel.choices, default=Channel.WEB)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    began_on = models.DateField()
    # A person here looked, and said so in public: what is set aside is kept, and not counted.
    set_aside_at = models.DateTimeField(null=True, blank=True)
    set_aside_because = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(set_aside_at=None) | ~Q(set_aside_because=""), name="voice_set_aside_for_a_reason"
            ),
            models.UniqueConstraint(fields=["conversation", "key"], name="voice_once_in_conversation"),
            models.UniqueConstraint(fields=["conversation", "number"], name="voice_number_once"),
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="voice_channel_is_known"),
        ]

    class Privacy:
        purpose = _("Counting each voice once, without knowing whose it is.")
        personal = {"key": "deleted when the person is erased", "place": "deleted when the person is erased"}
        public = ("set_aside_because",)
        internal = ("id", "area", "conversation", "number", "channel", "began_on", "set_aside_at")
        retention = _("Until the one whose voice it is is erased; else for good.")

    def __str__(self) -> str:
        return str(self.number)


class Choice(models.IntegerChoices):
    """What a voice can say to a statement."""

    AGREE = 1, _("Agree")
    DISAGREE = -1, _("Disagree")
    PASS = 0, _("Skip")


class Vote(AreaRow):
    """What one voice thinks of one statement: the last word counts."""

    voice = models.ForeignKey(Voice, on_delete=models.CASCADE, related_name="votes")
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="votes")
    choice = models.SmallIntegerField(choices=Choice.choices)
    cast_at = models.DateTimeField()
    changed = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["voice", "statement"], name="vote_once_on_a_statement"),
            models.CheckConstraint(condition=Q(choice__in=Choice.values), name="vote_choice_is_known"),
        ]
        # Tallies are read from the index alone, without the rows.
        indexes = [models.Index(fields=["statement", "choice"], name="vote_by_statement")]

    class Privacy:
        purpose = _("Counting what the neighbourhood thinks.")
        personal = {
            "voice": "deleted when the person is erased",
            "choice": "deleted when the person is erased",
        }
        public = ()
        internal = ("id", "area", "statement", "cast_at", "changed")
        retention = _("Until the one who voted is erased; else for good.")

    def __str__(self) -> str:
        return str(self.get_choice_display())
