"""The one way in which money moves."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F

from medskab.resources.models import Account, AccountKind, BudgetLine, Posting, Transaction
from medskab.resources.refusals import NotEnoughMoney


@dataclass(frozen=True)
class Move:
    """An amount from one account to another."""

    from_account: Account
    to_account: Account
    amount_ore: int


def _post(line: BudgetLine, moves: Iterable[Move], **facts: Any) -> Transaction:
    """Write a transaction with its postings and move the balances; refused where one would be overdrawn."""
    moves = [move for move in moves if move.amount_ore]
    _move_balances(moves)
    transaction = Transaction.objects.create(area_id=line.area_id, line=line, **facts)
    for move in moves:
        Posting.objects.create(
            area_id=line.area_id,
            transaction=transaction,
            from_account=move.from_account,
            to_account=move.to_account,
            amount_ore=move.amount_ore,
        )
    return transaction


def _move_balances(moves: Iterable[Move]) -> None:
    deltas: dict[int, int] = defaultdict(int)
    kinds: dict[int, str] = {}
    for move in moves:
        for account, delta in ((move.from_account, -move.amount_ore), (move.to_account, move.amount_ore)):
            deltas[account.pk] += delta
            kinds[account.pk] = account.kind
    for pk in sorted(deltas):  # always in the same order, so that two at once never wait for each other
        rows = Account.objects.filter(pk=pk)
        if kinds[pk] != AccountKind.FUNDER and deltas[pk] < 0:
            rows = rows.filter(balance_ore__gte=-deltas[pk])
        if not rows.update(balance_ore=F("balance_ore") + deltas[pk]):
            raise NotEnoughMoney


def _hold_still(account: Account) -> None:
    """Make others who change this account wait until this deed is done, on both databases alike."""
    Account.objects.filter(pk=account.pk).update(balance_ore=F("balance_ore"))


def _account(line: BudgetLine, kind: AccountKind) -> Account:
    return Account.objects.get(line=line, kind=kind)


def _open(line: BudgetLine, kind: AccountKind, name: str) -> Account:
    return Account.objects.create(area_id=line.area_id, line=line, kind=kind, name=name[:200])
