"""The ledger: double entry in whole øre. What happens is written once; only balances move.

Money goes from who gave it into a budget line, is reserved by a decision, committed to what won, and spent.
Each reservation and each commitment has an account of its own, so that what is left of it is one balance.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from medskab.mandates.models import Authorization, Mandate
from medskab.people.models import Person
from medskab.places.models import AreaRow, KeptRow


class BudgetLine(AreaRow):
    """A sum that was given for something, and the mandate that decides over it."""

    title = models.CharField(max_length=120)
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=~Q(title=""), name="budget_line_has_a_title")]

    class Privacy:
        purpose = _("Everybody can see what money there is and where it goes.")
        personal = {"created_by": "kept as a number without a name"}
        public = ("title", "mandate", "created_at")
        internal = ("id", "area")
        retention = _("For good: the accounts of the area.")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The line's page."""
        return f"/{self.area.slug}/money/{self.pk}/"


class AccountKind(models.TextChoices):
    """What the money in an account is at that moment."""

    FUNDER = "funder", _("Given by")
    BUDGET = "budget", _("Free")
    RESERVED = "reserved", _("Reserved")
    COMMITTED = "committed", _("Committed")
    SPENT = "spent", _("Spent")


class Account(AreaRow):
    """One account of a budget line. Only who gave the money is below zero, by what was given."""

    line = models.ForeignKey(BudgetLine, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=AccountKind.choices)
    name = models.CharField(max_length=200)
    balance_ore = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=AccountKind.values), name="account_kind_is_known"),
            models.CheckConstraint(condition=~Q(name=""), name="account_has_a_name"),
            models.CheckConstraint(
                condition=Q(kind=AccountKind.FUNDER, balance_ore__lte=0)
                | (~Q(kind=AccountKind.FUNDER) & Q(balance_ore__gte=0)),
                name="account_is_not_overdrawn",
            ),
            models.UniqueConstraint(
                fields=["line", "kind"],
                condition=Q(kind__in=["funder", "budget", "spent"]),
                name="account_once_per_line",
            ),
        ]

    class Privacy:
        purpose = _("Knowing what is left of a sum.")
        personal: dict[str, str] = {}
        public = ("line", "kind", "name", "balance_ore")
        internal = ("id", "area")
        retention = _("For good: the accounts of the area.")


class Reservation(KeptRow):
    """Money that is set aside for a decision until its result is known."""

    line = models.ForeignKey(BudgetLine, on_delete=models.PROTECT, related_name="reservations")
    authorization = models.OneToOneField(Authorization, on_delete=models.PROTECT, related_name="+")
    account = models.OneToOneField(Account, on_delete=models.PROTECT, related_name="+")
    amount_ore = models.BigIntegerField()
    source_kind = models.CharField(max_length=80)
    source_id = models.CharField(max_length=40)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["source_kind", "source_id"])]
        constraints = [models.CheckConstraint(condition=Q(amount_ore__gt=0), name="reservation_is_positive")]

    class Privacy:
        purpose = _("A decision is about money that is there.")
        personal = {"by": "kept as a number without a name"}
        public = ("line", "authorization", "account", "amount_ore", "source_kind", "source_id", "at")
        internal = ("id", "area")
        retention = _("For good: the accounts of the area.")


class Commitment(KeptRow):
    """Money that a result promised to one thing, for example a proposal that won."""

    reservation = models.ForeignKey(Reservation, on_delete=models.PROTECT, related_name="commitments")
    account = models.OneToOneField(Account, on_delete=models.PROTECT, related_name="+")
    part_kind = models.CharField(max_length=80)
    part_id = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    amount_ore = models.BigIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount_ore__gt=0), name="commitment_is_positive"),
            models.CheckConstraint(condition=~Q(title=""), name="commitment_has_a_title"),
            models.UniqueConstraint(
                fields=["reservation", "part_kind", "part_id"], name="commitment_once_per_part"
            ),
        ]

    class Privacy:
        purpose = _("Everybody can see what was promised, and how much of it is spent.")
        personal = {"by": "kept as a number without a name"}
        public = ("reservation", "account", "part_kind", "part_id", "title", "amount_ore", "at")
        internal = ("id", "area")
        retention = _("For good: the accounts of the area.")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its place on the line's page."""
        return f"/{self.area.slug}/money/{self.reservation.line_id}/#part-{self.pk}"


class Spending(KeptRow):
    """One bill. Above the mandate's limit it waits for a second person before the money moves."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="spendings")
    amount_ore = models.BigIntegerField()
    on = models.DateField()
    payee = models.CharField(max_length=120)
    what = models.CharField(max_length=200)
    voucher = models.CharField(max_length=80)
    needs_second = models.BooleanField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount_ore__gt=0), name="spending_is_positive"),
            models.CheckConstraint(
                condition=~Q(payee="") & ~Q(what="") & ~Q(voucher=""), name="spending_has_words"
            ),
        ]

    class Privacy:
        purpose = _("Every amount that is spent has a bill.")
        personal = {"by": "kept as a number without a name"}
        public = ("commitment", "amount_ore", "on", "needs_second")
        internal = ("id", "area", "payee", "what", "voucher", "at")
        retention = _("For good: the accounts of the area.")

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        """The bill's page, for staff and board."""
        return f"/{self.area.slug}/money/bills/{self.pk}/"


class TransactionKind(models.TextChoices):
    """What moves the money, or decides that it stays."""

    GIVEN = "given", _("Given")
    RETURNED = "returned", _("Given back")
    RESERVED = "reserved", _("Reserved")
    COMMITTED = "committed", _("Committed")
    RELEASED = "released", _("Set free")
    CLOSED = "closed", _("What was left set free")
    SPENT = "spent", _("Spent")
    DROPPED = "dropped", _("Not paid")
    REVERSED = "reversed", _("Taken back")


class Transaction(KeptRow):
    """One event in the ledger. The unique constraints are what lets each thing end once, and in one way."""

    line = models.ForeignKey(BudgetLine, on_delete=models.PROTECT, related_name="transactions")
    kind = models.CharField(max_length=10, choices=TransactionKind.choices)
    authorization = models.ForeignKey(Authorization, null=True, on_delete=models.PROTECT, related_name="+")
    reservation = models.ForeignKey(
        Reservation, null=True, on_delete=models.PROTECT, related_name="transactions"
    )
    commitment = models.ForeignKey(
        Commitment, null=True, on_delete=models.PROTECT, related_name="transactions"
    )
    spending = models.ForeignKey(Spending, null=True, on_delete=models.PROTECT, related_name="transactions")
    why = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=TransactionKind.values), name="transaction_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["given", "returned"], authorization=None)
                | (~Q(kind__in=["given", "returned"]) & Q(authorization__isnull=False)),
                name="transaction_names_its_authorization",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=["spent", "dropped", "reversed"]) | Q(spending__isnull=False),
                name="transaction_names_its_spending",
            ),
            models.UniqueConstraint(
                fields=["reservation"],
                condition=Q(kind__in=["committed", "released"]),
                name="reservation_ends_once",
            ),
            models.UniqueConstraint(
                fields=["spending"], condition=Q(kind__in=["spent", "dropped"]), name="spending_is_paid_once"
            ),
            models.UniqueConstraint(
                fields=["spending"], condition=Q(kind="reversed"), name="spending_is_reversed_once"
            ),
        ]

    class Privacy:
        purpose = _("Every movement of money can be followed.")
        personal = {"by": "kept as a number without a name"}
        public = ("line", "kind", "authorization", "reservation", "commitment", "spending", "at")
        internal = ("id", "area", "why")
        retention = _("For good: the accounts of the area.")


class Posting(KeptRow):
    """One amount from one account to another: both sides in one row, so that no entry can be unbalanced."""

    transaction = models.ForeignKey(Transaction, on_delete=models.PROTECT, related_name="postings")
    from_account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    to_account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    amount_ore = models.BigIntegerField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount_ore__gt=0), name="posting_is_positive"),
            models.CheckConstraint(condition=~Q(from_account=F("to_account")), name="posting_goes_elsewhere"),
        ]

    class Privacy:
        purpose = _("Every movement of money can be followed.")
        personal: dict[str, str] = {}
        public = ("transaction", "from_account", "to_account", "amount_ore")
        internal = ("id", "area")
        retention = _("For good: the accounts of the area.")
