"""Questions about money."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from django.db.models import Q, QuerySet, Sum

from medskab.people.models import STAFF_ROLES, Person, RoleKind
from medskab.people.queries import people_with_role
from medskab.places.models import Area, AreaRowQuerySet

from .models import (
    Account,
    AccountKind,
    BudgetLine,
    Commitment,
    Posting,
    Reservation,
    Spending,
    Transaction,
    TransactionKind,
)

_PAID_OR_DROPPED = (TransactionKind.SPENT, TransactionKind.DROPPED)


class SpendingState(Enum):
    """What became of a bill."""

    WAITING = "waiting"
    PAID = "paid"
    DROPPED = "dropped"
    REVERSED = "reversed"


@dataclass(frozen=True)
class CommitmentState:
    """What was promised to one thing, and how much of it is spent."""

    commitment: Commitment
    title: str
    part_kind: str
    part_id: str
    committed_ore: int
    spent_ore: int
    waiting_ore: int
    is_closed: bool

    @property
    def payable_ore(self) -> int:
        """What no bill has asked for yet."""
        return self.left_ore - self.waiting_ore

    @property
    def left_ore(self) -> int:
        """What can still be spent on it."""
        return 0 if self.is_closed else self.committed_ore - self.spent_ore


@dataclass(frozen=True)
class LineState:
    """A budget line in five sums; what was given is what the other four add up to."""

    line: BudgetLine
    source: str
    given_ore: int
    free_ore: int
    reserved_ore: int
    committed_ore: int
    spent_ore: int


@dataclass(frozen=True)
class Difference:
    """An account whose balance is not what its postings add up to."""

    account_id: int
    balance_ore: int
    posted_ore: int


def lines_of(area: Area) -> AreaRowQuerySet:
    """The area's budget lines, newest first."""
    return BudgetLine.objects.for_area(area).select_related("area", "mandate__area")


def available_ore(line: BudgetLine) -> int:
    """What no decision has reserved."""
    return Account.objects.get(line=line, kind=AccountKind.BUDGET).balance_ore


def line_states(lines: Iterable[BudgetLine]) -> list[LineState]:
    """Each line in its sums; one query for all."""
    lines = list(lines)
    sums: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    sources: dict[int, str] = {}
    for account in Account.objects.filter(line__in=lines):
        sums[account.line_id][account.kind] += account.balance_ore
        if account.kind == AccountKind.FUNDER:
            sources[account.line_id] = account.name
    return [_line_state(line, sources[line.pk], sums[line.pk]) for line in lines]


def _line_state(line: BudgetLine, source: str, sums: dict[str, int]) -> LineState:
    return LineState(
        line=line,
        source=source,
        given_ore=-sums[AccountKind.FUNDER],
        free_ore=sums[AccountKind.BUDGET],
        reserved_ore=sums[AccountKind.RESERVED],
        committed_ore=sums[AccountKind.COMMITTED],
        spent_ore=sums[AccountKind.SPENT],
    )


def commitments_of(source_kind: str, source_id: str) -> list[CommitmentState]:
    """What the decision (or another source of a reservation) promised; oldest first."""
    return _states(
        Commitment.objects.filter(reservation__source_kind=source_kind, reservation__source_id=str(source_id))
    )


def commitments_on(line: BudgetLine) -> list[CommitmentState]:
    """What was promised from a line; oldest first."""
    return _states(Commitment.objects.filter(reservation__line=line))


def _states(commitments: QuerySet[Commitment]) -> list[CommitmentState]:
    closed = Transaction.objects.filter(kind=TransactionKind.CLOSED, commitment__in=commitments)
    # What came back to the free money when it was closed was neither spent nor is it left.
    came_back = dict(
        Posting.objects.filter(transaction__in=closed)
        .values_list("transaction__commitment")
        .annotate(sum=Sum("amount_ore"))
    )
    asked = _waiting(Spending.objects.filter(commitment__in=commitments)).order_by()
    waiting = dict(asked.values_list("commitment").annotate(sum=Sum("amount_ore")))
    closed_ids = set(closed.values_list("commitment_id", flat=True))
    return [
        CommitmentState(
            commitment=one,
            title=one.title,
            part_kind=one.part_kind,
            part_id=one.part_id,
            committed_ore=one.amount_ore,
            spent_ore=one.amount_ore - one.account.balance_ore - came_back.get(one.pk, 0),
            waiting_ore=waiting.get(one.pk, 0),
            is_closed=one.pk in closed_ids,
        )
        for one in commitments.select_related("account", "area", "reservation__authorization").order_by("id")
    ]


def left_ore(commitment: Commitment) -> int:
    """What is not spent of a commitment, read anew."""
    return Account.objects.get(pk=commitment.account_id).balance_ore


def waiting_of(commitment: Commitment) -> QuerySet[Spending]:
    """Bills that wait for a second person."""
    return _waiting(commitment.spendings.all())


def _waiting(spendings: QuerySet[Spending]) -> QuerySet[Spending]:
    return spendings.filter(needs_second=True).exclude(transactions__kind__in=_PAID_OR_DROPPED)


def unpromised_ore(commitment: Commitment) -> int:
    """What is neither spent nor asked for by a bill that waits."""
    return left_ore(commitment) - (waiting_of(commitment).aggregate(sum=Sum("amount_ore"))["sum"] or 0)


def is_closed(commitment: Commitment) -> bool:
    """Whether nothing more is paid from it."""
    return commitment.transactions.filter(kind=TransactionKind.CLOSED).exists()


def state_of(spending: Spending) -> SpendingState:
    """What became of a bill, read anew."""
    return _state(set(spending.transactions.values_list("kind", flat=True)))


def was_taken_back(spending: Spending) -> bool:
    """Whether a payment was taken back, from what is read already."""
    return any(one.kind == TransactionKind.REVERSED for one in spending.transactions.all())


def _state(kinds: set[str]) -> SpendingState:
    if TransactionKind.REVERSED in kinds:
        return SpendingState.REVERSED
    if TransactionKind.DROPPED in kinds:
        return SpendingState.DROPPED
    return SpendingState.PAID if TransactionKind.SPENT in kinds else SpendingState.WAITING


def paid_on(line: BudgetLine) -> QuerySet[Spending]:
    """Every bill of a line that was ever paid, newest first, with what became of it."""
    paid = Spending.objects.filter(
        commitment__reservation__line=line, transactions__kind=TransactionKind.SPENT
    )
    return paid.select_related("commitment", "area").prefetch_related("transactions").order_by("-id")


def who_can_answer(area: Area, day: date) -> QuerySet[Person]:
    """Who may be the second person for a bill: staff and board."""
    return people_with_role(area, *STAFF_ROLES, RoleKind.BOARD_MEMBER, day=day)


def waiting_spendings(area: Area) -> QuerySet[Spending]:
    """All bills of the area that wait for a second person, oldest first."""
    waiting = _waiting(Spending.objects.for_area(area))
    return waiting.select_related("commitment", "by", "area").order_by("id")


def waiting_on(line: BudgetLine) -> QuerySet[Spending]:
    """The bills of one line that wait for a second person."""
    return waiting_spendings(line.area).filter(commitment__reservation__line=line)


def open_reservations(line: BudgetLine) -> QuerySet[Reservation]:
    """What is set aside for decisions that have no result yet."""
    ended = Transaction.objects.filter(kind__in=(TransactionKind.COMMITTED, TransactionKind.RELEASED))
    found = line.reservations.exclude(pk__in=ended.filter(line=line).values("reservation"))
    return found.select_related("authorization").order_by("id")


def postings_of(lines: Iterable[BudgetLine]) -> QuerySet[Posting]:
    """Every movement on these lines, oldest first, with all that a list of them shows."""
    return (
        Posting.objects.filter(transaction__line__in=lines)
        .select_related("transaction__line", "transaction__spending", "transaction__authorization")
        .select_related("transaction__line__mandate", "transaction__by", "from_account", "to_account")
        .order_by("id")
    )


def recompute(area: Area) -> list[Difference]:
    """The accounts whose balances differ from what was posted; empty where all is well."""
    posted: dict[int, int] = defaultdict(int)
    for field, sign in (("to_account", 1), ("from_account", -1)):
        sums = Posting.objects.filter(area=area).values_list(field).annotate(sum=Sum("amount_ore"))
        for account_id, amount in sums.order_by():
            posted[account_id] += sign * amount
    balances = dict(Account.objects.filter(Q(area=area) | Q(pk__in=posted)).values_list("pk", "balance_ore"))
    return [
        Difference(pk, balance, posted[pk])
        for pk, balance in sorted(balances.items())
        if balance != posted[pk]
    ]
