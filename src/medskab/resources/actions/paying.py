"""Money is spent, bill by bill; what was wrong is taken back by a new entry."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.notifications import actions as notifications
from medskab.people.models import Person
from medskab.resources import queries, rules
from medskab.resources.models import Account, AccountKind, Commitment, Spending, TransactionKind
from medskab.resources.queries import SpendingState
from medskab.resources.refusals import (
    AlreadyPaid,
    AnotherMustConfirm,
    CommitmentIsClosed,
    DayAhead,
    NotYoursToMove,
    OnlySoMuchLeft,
    SayAnAmount,
    SayWhy,
    WaitsForSecond,
)

from .ledger import Move, _account, _hold_still, _post


@dataclass(frozen=True)
class Words:
    """What a bill says: who gets the money, for what, and which paper proves it."""

    payee: str
    what: str
    voucher: str


@deed
def spend(
    *,
    commitment: Commitment,
    amount_ore: int,
    on: date,
    words: Words,
    by: Person | None,
    now: datetime,
) -> Spending:
    """Write down a bill. The money moves at once, or when a second person confirms where the mandate asks."""
    if by is None or not rules.may_pay_from(by, commitment):
        raise NotYoursToMove
    if amount_ore <= 0:
        raise SayAnAmount
    if on > timezone.localdate(now):
        raise DayAhead
    _hold_still(commitment.account)
    if queries.is_closed(commitment):
        raise CommitmentIsClosed
    if amount_ore > (left := queries.unpromised_ore(commitment)):
        raise OnlySoMuchLeft(left)
    limit = commitment.reservation.line.mandate.second_person_above_ore
    spending = Spending.objects.create(
        area_id=commitment.area_id,
        commitment=commitment,
        amount_ore=amount_ore,
        on=on,
        payee=words.payee,
        what=words.what,
        voucher=words.voucher,
        needs_second=limit is not None and amount_ore > limit,
        at=now,
        by=by,
    )
    if spending.needs_second:
        others = queries.who_can_answer(commitment.area, timezone.localdate(now))
        notifications.tell(people=others, kind="resources/waiting", about=spending, by=by, now=now)
    else:
        _pay(spending, by, now)
    audit.record("resources.spent", spending, by=by, now=now, figures={"amount_ore": amount_ore})
    return spending


@deed
def confirm_spending(*, spending: Spending, by: Person | None, now: datetime) -> Spending:
    """The second person agrees, and the money moves."""
    if by is None or not rules.may_answer(by, spending):
        raise NotYoursToMove
    if by.pk == spending.by_id:
        raise AnotherMustConfirm
    _hold_still(spending.commitment.account)
    if queries.state_of(spending) != SpendingState.WAITING:
        raise AlreadyPaid
    _pay(spending, by, now)
    _tell_writer(spending, by, now)
    audit.record("resources.spending_confirmed", spending, by=by, now=now)
    return spending


@deed
def reverse(*, spending: Spending, because: str, by: Person | None, now: datetime) -> Spending:
    """Take a payment back by an opposite entry; a bill that still waits is dropped."""
    if by is None or not rules.may_answer(by, spending):
        raise NotYoursToMove
    if not because.strip():
        raise SayWhy
    _hold_still(spending.commitment.account)
    state = queries.state_of(spending)
    if state == SpendingState.WAITING:
        _write(spending, [], kind=TransactionKind.DROPPED, by=by, now=now, why=because)
    elif state == SpendingState.PAID:
        back = Move(_spent(spending.commitment), spending.commitment.account, spending.amount_ore)
        _write(spending, [back], kind=TransactionKind.REVERSED, by=by, now=now, why=because)
    else:
        raise AlreadyPaid
    _tell_writer(spending, by, now)
    audit.record("resources.spending_reversed", spending, by=by, now=now, because=because)
    return spending


@deed
def close_commitment(*, commitment: Commitment, because: str, by: Person | None, now: datetime) -> Commitment:
    """Nothing more will be paid from it: what is left is free for other decisions."""
    if by is None or not rules.may_pay_from(by, commitment):
        raise NotYoursToMove
    if not because.strip():
        raise SayWhy
    _hold_still(commitment.account)
    if queries.is_closed(commitment):
        raise CommitmentIsClosed
    if queries.waiting_of(commitment).exists():
        raise WaitsForSecond
    line, rest = commitment.reservation.line, queries.left_ore(commitment)
    _post(
        line,
        [Move(commitment.account, _account(line, AccountKind.BUDGET), rest)],
        kind=TransactionKind.CLOSED,
        authorization=commitment.reservation.authorization,
        commitment=commitment,
        why=because,
        at=now,
        by=by,
    )
    audit.record("resources.closed", commitment, by=by, now=now, because=because, figures={"rest_ore": rest})
    return commitment


def _pay(spending: Spending, by: Person, now: datetime) -> None:
    move = Move(spending.commitment.account, _spent(spending.commitment), spending.amount_ore)
    _write(spending, [move], kind=TransactionKind.SPENT, by=by, now=now)


def _tell_writer(spending: Spending, by: Person, now: datetime) -> None:
    notifications.tell(people=[spending.by], kind="resources/answered", about=spending, by=by, now=now)


def _spent(commitment: Commitment) -> Account:
    return _account(commitment.reservation.line, AccountKind.SPENT)


def _write(
    spending: Spending, moves: list[Move], *, kind: TransactionKind, by: Person, now: datetime, why: str = ""
) -> None:
    reservation = spending.commitment.reservation
    _post(
        reservation.line,
        moves,
        kind=kind,
        authorization=reservation.authorization,
        commitment=spending.commitment,
        spending=spending,
        why=why,
        at=now,
        by=by,
    )
