"""The vote itself: who may vote, what a ballot looks like, the urn of sealed envelopes, what came out."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from medskab.places.models import AreaRow, AreaRowQuerySet, KeptRow, KeptRowQuerySet, Place

from .decision import Decision


class BallotShape(models.TextChoices):
    """What people do on the ballot."""

    APPROVAL = "approval", _("Tick those you want")
    POINTS = "points", _("Share out points")
    RANKING = "ranking", _("Put them in an order")
    KNAPSACK = "knapsack", _("Spend the money yourself")
    YES_NO = "yes-no", _("Yes or no")


class VoterUnit(models.TextChoices):
    """Whose votes are counted."""

    PERSON = "person", _("One person, one vote")
    HOME = "home", _("Each home, whatever its size")


class PollState(models.TextChoices):
    """How far the urn is."""

    PREPARED = "prepared", _("Being prepared")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed, not opened yet")
    OPENED = "opened", _("The urn was opened")
    DESTROYED = "destroyed", _("The key is destroyed")


class Poll(AreaRow):
    """One vote or one rehearsal of it. Keys are hexadecimal; the server keeps no private sealing key
    but in a rehearsal, where `rehearsal_key` lies."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="polls")
    ref = models.CharField(max_length=20, unique=True)
    is_rehearsal = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=PollState.choices, default=PollState.PREPARED)

    unit = models.CharField(max_length=8, choices=VoterUnit.choices)
    minimum_age = models.PositiveSmallIntegerField(null=True, blank=True)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    codes_per_home = models.PositiveSmallIntegerField(default=2)
    ask_at = models.CharField(max_length=160, blank=True)
    screen_at = models.CharField(max_length=160, blank=True)
    paper_at = models.CharField(max_length=160, blank=True)

    shape = models.CharField(max_length=10, choices=BallotShape.choices)
    least = models.PositiveSmallIntegerField(default=1)
    most = models.PositiveSmallIntegerField(default=5)
    points = models.PositiveSmallIntegerField(default=10)
    rule = models.CharField(max_length=30, blank=True)
    satisfaction = models.CharField(max_length=20, blank=True)
    completion = models.CharField(max_length=20, blank=True)

    opens_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    sealing_key = models.CharField(max_length=64, blank=True)
    signing_key = models.CharField(max_length=64, blank=True)
    signing_secret = models.BinaryField(null=True, blank=True)
    rehearsal_key = models.CharField(max_length=64, blank=True)
    custodians = models.JSONField(default=list)
    witnesses = models.JSONField(default=list)
    opened_at = models.DateTimeField(null=True, blank=True)

    objects = AreaRowQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["decision"], condition=Q(is_rehearsal=False), name="poll_once_for_a_decision"
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=PollState.values, unit__in=VoterUnit.values, shape__in=BallotShape.values
                ),
                name="poll_words_are_known",
            ),
            models.CheckConstraint(
                condition=Q(state=PollState.PREPARED)
                | Q(closes_at__gt=F("opens_at")) & ~Q(sealing_key="") & ~Q(signing_key=""),
                name="poll_open_has_dates_and_keys",
            ),
            models.CheckConstraint(
                condition=Q(is_rehearsal=True) | Q(rehearsal_key=""), name="poll_keeps_no_private_key"
            ),
            models.CheckConstraint(condition=Q(most__gte=F("least")), name="poll_most_is_not_below_least"),
            models.CheckConstraint(
                condition=Q(codes_per_home__in=[1, 2, 3, 4, 5, 6]), name="poll_codes_per_home"
            ),
            models.CheckConstraint(
                condition=Q(unit=VoterUnit.HOME, minimum_age=None, codes_per_home__in=[1, 2])
                | Q(unit=VoterUnit.PERSON, minimum_age__isnull=False),
                name="poll_unit_is_whole",
            ),
        ]

    class Privacy:
        purpose = _("Voting in secret, so that everybody can check the count.")
        personal = {
            "custodians": "kept: they answer for the key in public",
            "witnesses": "kept: they answer for the opening in public",
            "ask_at": "kept: who answers questions of voters; staff can replace the name until it is open",
        }
        public = (
            *("decision", "ref", "is_rehearsal", "state", "unit", "minimum_age", "place"),
            *("codes_per_home", "shape", "least", "most", "points", "rule", "satisfaction", "completion"),
            *("opens_at", "closes_at", "sealing_key", "signing_key", "opened_at"),
            *("screen_at", "paper_at"),
        )
        internal = ("id", "area", "signing_secret", "rehearsal_key")
        retention = _("For good; a rehearsal until the vote is over.")

    def is_open(self, now: datetime) -> bool:
        """Whether ballots are taken in; the insert itself asks the database again."""
        return bool(
            self.state == PollState.OPEN
            and self.opens_at
            and self.closes_at
            and self.opens_at <= now < self.closes_at
        )


class CodeIssue(KeptRow):
    """How many codes were made at once, how, and by which two people. The codes themselves are nowhere."""

    poll = models.ForeignKey(Poll, on_delete=models.PROTECT, related_name="issues")
    kind = models.CharField(
        max_length=8,
        choices=[("letters", _("Letters")), ("desk", _("At the desk")), ("again", _("Issued again"))],
    )
    count = models.PositiveIntegerField()
    because = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = KeptRowQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(second=None) | ~Q(second=F("by")), name="code_issue_takes_two_people"
            ),
        ]

    class Privacy:
        purpose = _("Everybody can see how many codes there are.")
        personal = {
            "by": "kept as a number without a name",
            "second": "kept as a number without a name",
        }
        public = ("poll", "kind", "count", "because", "at")
        internal = ("id", "area")
        retention = _("For good.")


class CredentialStatus(models.TextChoices):
    """What became of a code. No time is kept: times would tell who voted when."""

    UNUSED = "unused", _("Not used")
    DIGITAL = "digital", _("Voted here")
    PAPER = "paper", _("Voted on paper")
    VOIDED = "voided", _("Made invalid")


class Credential(AreaRow):
    """The right to one vote: the keyed digest of a code, never the code. The home is sealed."""

    poll = models.ForeignKey(Poll, on_delete=models.PROTECT, related_name="credentials")
    issue = models.ForeignKey(CodeIssue, on_delete=models.PROTECT, related_name="+")
    code_hmac = models.CharField(max_length=64, unique=True)
    home_hmac = models.CharField(max_length=64, blank=True)
    status = models.CharField(max_length=8, choices=CredentialStatus.choices, default=CredentialStatus.UNUSED)

    objects = AreaRowQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["poll", "status"]), models.Index(fields=["poll", "home_hmac"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=CredentialStatus.values), name="credential_status_is_known"
            ),
        ]

    class Privacy:
        purpose = _("Each right to vote is used once.")
        personal: dict[str, str] = {}
        public = ()
        internal = ("id", "area", "poll", "issue", "code_hmac", "home_hmac", "status")
        retention = _("Until the key is destroyed.")


class Envelope(KeptRow):
    """A sealed choice in the urn. It says nothing about who put it there, nor when, but for the day.

    `receipt_hash` is what stands on the board; whoever holds the receipt can find it there.
    """

    poll = models.ForeignKey(Poll, on_delete=models.PROTECT, related_name="envelopes")
    sealed = models.BinaryField()
    idem_key = models.CharField(max_length=64)
    receipt_hash = models.CharField(max_length=64)
    day = models.DateField()
    # What the voter is given, on the row that `cast` answers with and nowhere else.
    receipt = ""

    objects = KeptRowQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["poll", "idem_key"], name="envelope_once"),
            models.UniqueConstraint(fields=["poll", "receipt_hash"], name="envelope_receipt_once"),
        ]

    class Privacy:
        purpose = _("Voting in secret.")
        personal: dict[str, str] = {}
        public = ()
        internal = ("id", "area", "poll", "sealed", "idem_key", "receipt_hash", "day")
        retention = _("For good: without the key nobody can read it.")


class Pointer(AreaRow):
    """Which envelope of a right to vote counts. Deleted, all of them, when the urn is opened."""

    credential = models.OneToOneField(Credential, on_delete=models.CASCADE, related_name="pointer")
    envelope = models.OneToOneField(Envelope, on_delete=models.PROTECT, related_name="+")

    objects = AreaRowQuerySet.as_manager()

    class Privacy:
        purpose = _("Only the last vote of each right to vote counts.")
        personal: dict[str, str] = {}
        public = ()
        internal = ("id", "area", "credential", "envelope")
        retention = _("Until the urn is opened.")


class OpenedBallot(KeptRow):
    """One choice out of the urn, in an order that chance made."""

    poll = models.ForeignKey(Poll, on_delete=models.PROTECT, related_name="opened_ballots")
    choice = models.JSONField()

    objects = KeptRowQuerySet.as_manager()

    class Privacy:
        purpose = _("Counting the votes.")
        personal: dict[str, str] = {}
        public = ()
        internal = ("id", "area", "poll", "choice")
        retention = _("For good.")
