"""Money comes in, is reserved for a decision, and is committed to what the decision chose."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_noop

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.mandates.models import Authorization, Mandate
from medskab.people.models import Person
from medskab.places.models import Area
from medskab.resources import rules
from medskab.resources.models import (
    AccountKind,
    BudgetLine,
    Commitment,
    Reservation,
    Transaction,
    TransactionKind,
)
from medskab.resources.refusals import (
    AlreadyReserved,
    MandateIsOver,
    MoreThanAuthorized,
    NotEnoughMoney,
    NotYoursToMove,
    OtherMandate,
    ReservationIsOver,
    SayAnAmount,
    SayWhy,
)
from medskab.threads.actions import link

from .ledger import Move, _account, _hold_still, _open, _post


@dataclass(frozen=True)
class Part:
    """What gets its share of a reservation: what it is, its name, how much."""

    kind: str
    id: str
    title: str
    amount_ore: int


@deed
def open_budget_line(
    *,
    area: Area,
    title: str,
    mandate: Mandate,
    amount_ore: int,
    source: str,
    by: Person | None,
    now: datetime,
) -> BudgetLine:
    """Somebody gives money (`source` says who), and the mandate's holders decide over it."""
    if by is None or not rules.may_keep_money(by, area):
        raise NotYoursToMove
    if mandate.area_id != area.pk:
        raise OtherMandate
    if mandate.revoked_at is not None or mandate.ends_on < timezone.localdate(now):
        raise MandateIsOver
    if amount_ore <= 0:
        raise SayAnAmount
    line = BudgetLine.objects.create(area=area, title=title, mandate=mandate, created_at=now, created_by=by)
    funder, budget = _open(line, AccountKind.FUNDER, source), _open(line, AccountKind.BUDGET, title)
    _open(line, AccountKind.SPENT, title)
    _post(line, [Move(funder, budget, amount_ore)], kind=TransactionKind.GIVEN, at=now, by=by)
    link(mandate, line, why=gettext_noop("decides over"), now=now)
    audit.record("resources.line_opened", line, by=by, now=now, figures={"amount_ore": amount_ore})
    return line


@deed
def give_back(
    *, line: BudgetLine, amount_ore: int, because: str, by: Person | None, now: datetime
) -> BudgetLine:
    """Money that nobody has decided over goes back to who gave it, or was written down by mistake."""
    if by is None or not rules.may_keep_money(by, line.area):
        raise NotYoursToMove
    if not because.strip():
        raise SayWhy
    if amount_ore <= 0:
        raise SayAnAmount
    budget, funder = _account(line, AccountKind.BUDGET), _account(line, AccountKind.FUNDER)
    back = [Move(budget, funder, amount_ore)]
    _post(line, back, kind=TransactionKind.RETURNED, why=because, at=now, by=by)
    audit.record(
        "resources.given_back", line, by=by, now=now, because=because, figures={"amount_ore": amount_ore}
    )
    return line


@deed
def reserve(
    *,
    line: BudgetLine,
    authorization: Authorization,
    amount_ore: int,
    source: models.Model,
    by: Person | None,
    now: datetime,
) -> Reservation:
    """Set money aside for what was authorized; `source` is the decision that it waits for."""
    if not rules.may_hold(by, line.area):
        raise NotYoursToMove
    if authorization.mandate_id != line.mandate_id:
        raise OtherMandate
    if amount_ore <= 0:
        raise SayAnAmount
    if amount_ore > authorization.ceiling_ore:
        raise MoreThanAuthorized
    budget = _account(line, AccountKind.BUDGET)
    _hold_still(budget)
    if Reservation.objects.filter(authorization=authorization).exists():
        raise AlreadyReserved
    account = _open(line, AccountKind.RESERVED, authorization.field)
    reservation = Reservation.objects.create(
        area_id=line.area_id,
        line=line,
        authorization=authorization,
        account=account,
        amount_ore=amount_ore,
        source_kind=source._meta.label_lower,
        source_id=str(source.pk),
        at=now,
        by=by,
    )
    _move(reservation, [Move(budget, account, amount_ore)], kind=TransactionKind.RESERVED, by=by, now=now)
    audit.record("resources.reserved", reservation, by=by, now=now, figures={"amount_ore": amount_ore})
    return reservation


@deed
def commit(
    *, reservation: Reservation, parts: Sequence[Part], by: Person | None, now: datetime
) -> list[Commitment]:
    """Give each part its share of the reservation; the rest is free again."""
    _check_open(reservation, by)
    if not parts or any(part.amount_ore <= 0 for part in parts):
        raise SayAnAmount
    rest = reservation.amount_ore - sum(part.amount_ore for part in parts)
    if rest < 0:
        raise NotEnoughMoney
    commitments = [_commitment(reservation, part, by, now) for part in parts]
    moves = [Move(reservation.account, one.account, one.amount_ore) for one in commitments]
    moves.append(Move(reservation.account, _account(reservation.line, AccountKind.BUDGET), rest))
    _move(reservation, moves, kind=TransactionKind.COMMITTED, by=by, now=now)
    figures = {"amount_ore": reservation.amount_ore - rest, "rest_ore": rest}
    audit.record("resources.committed", reservation, by=by, now=now, figures=figures)
    return commitments


@deed
def release(*, reservation: Reservation, because: str, by: Person | None, now: datetime) -> Reservation:
    """The decision takes nothing: all of its reservation is free again."""
    _check_open(reservation, by)
    if not because.strip():
        raise SayWhy
    back = Move(reservation.account, _account(reservation.line, AccountKind.BUDGET), reservation.amount_ore)
    _move(reservation, [back], kind=TransactionKind.RELEASED, by=by, now=now, why=because)
    audit.record("resources.released", reservation, by=by, now=now, because=because)
    return reservation


def _commitment(reservation: Reservation, part: Part, by: Person | None, now: datetime) -> Commitment:
    return Commitment.objects.create(
        area_id=reservation.area_id,
        reservation=reservation,
        account=_open(reservation.line, AccountKind.COMMITTED, part.title),
        part_kind=part.kind,
        part_id=part.id,
        title=part.title,
        amount_ore=part.amount_ore,
        at=now,
        by=by,
    )


def _check_open(reservation: Reservation, by: Person | None) -> None:
    if not rules.may_hold(by, reservation.line.area):
        raise NotYoursToMove
    _hold_still(reservation.account)
    ended = Transaction.objects.filter(reservation=reservation).exclude(kind=TransactionKind.RESERVED)
    if ended.exists():
        raise ReservationIsOver


def _move(
    reservation: Reservation,
    moves: Sequence[Move],
    *,
    kind: TransactionKind,
    by: Person | None,
    now: datetime,
    why: str = "",
) -> None:
    _post(
        reservation.line,
        moves,
        kind=kind,
        authorization=reservation.authorization,
        reservation=reservation,
        why=why,
        at=now,
        by=by,
    )
