"""The ledger with one protection taken out each: what the tests of the races must notice."""

from collections.abc import Callable
from functools import wraps
from threading import local
from typing import Any

from django.db import connection, connections
from django.db.backends.signals import connection_created
from django.db.models import F

from medskab.resources import actions, queries
from medskab.resources.actions import holding, ledger, paying
from medskab.resources.models import Account, BudgetLine
from medskab.resources.refusals import NotEnoughMoney


def balances_are_asked_early() -> None:
    """What is left is asked when the request arrives; the change itself asks nothing, nor does the table."""
    _allow_overdrawing()
    seen, reserve = _Early("left_ore", "unpromised_ore"), actions.reserve
    actions.spend = seen.asks(actions.spend, "unpromised_ore", "commitment")
    actions.close_commitment = seen.asks(actions.close_commitment, "left_ore", "commitment")

    def reserve_what_is_free(*, amount_ore: int, line: BudgetLine, **given: Any) -> Any:
        if amount_ore > queries.available_ore(line):
            raise NotEnoughMoney
        return reserve(amount_ore=amount_ore, line=line, **given)

    actions.reserve = reserve_what_is_free


def states_are_asked_early() -> None:
    """What became of a bill or a commitment is asked when the request arrives, and never again."""
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX spending_is_paid_once")
    seen = _Early("is_closed", "state_of")
    actions.spend = seen.asks(actions.spend, "is_closed", "commitment")
    actions.close_commitment = seen.asks(actions.close_commitment, "is_closed", "commitment")
    actions.confirm_spending = seen.asks(actions.confirm_spending, "state_of", "spending")
    actions.reverse = seen.asks(actions.reverse, "state_of", "spending")


def nobody_waits() -> None:
    """Two who change one account do not wait for each other. SQLite lets nobody in beside a writer anyway."""
    paying._hold_still = holding._hold_still = lambda account: None


class _Early:
    """Questions that a request asks once, before its deed: whoever asks again gets the first answer."""

    def __init__(self, *names: str) -> None:
        self._known = local()
        for name in names:
            setattr(queries, name, self._once(name, getattr(queries, name)))

    def _once(self, name: str, ask: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def first_answer(about: Any) -> Any:
            known: dict[Any, Any] = vars(self._known)
            if (name, about.pk) not in known:
                known[name, about.pk] = ask(about)
            return known[name, about.pk]

        return first_answer

    def asks(self, action: Callable[..., Any], name: str, about: str) -> Callable[..., Any]:
        """The action, with one question asked before it begins."""

        @wraps(action)
        def done(**given: Any) -> Any:
            vars(self._known).clear()
            getattr(queries, name)(given[about])
            return action(**given)

        return done


def _allow_overdrawing() -> None:
    def unguarded(moves: Any) -> None:
        for move in moves:
            for account, delta in ((move.from_account, -move.amount_ore), (move.to_account, move.amount_ore)):
                rows = Account.objects.filter(pk=account.pk)
                rows.update(balance_ore=F("balance_ore") + delta)

    ledger._move_balances = unguarded
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE resources_account DROP CONSTRAINT account_is_not_overdrawn")
        return
    connection_created.connect(_ignore_checks, weak=False)
    connections.close_all()


def _ignore_checks(connection: Any, **_unused: object) -> None:
    connection.cursor().execute("PRAGMA ignore_check_constraints = ON")


TWINS = {twin.__name__: twin for twin in (balances_are_asked_early, states_are_asked_early, nobody_waits)}
