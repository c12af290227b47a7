"""Two deeds with the same money at once, inside an installation; then the books are added up.

`race` prints one line of JSON: for each kind of race how often both deeds were done, one, or none, and what
is wrong in the books afterwards.
"""

import json
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from secrets import token_hex
from threading import Barrier
from typing import Any

from django.db import DatabaseError, connection
from django.db.backends.signals import connection_created
from django.db.models import Count, F, Q, Sum

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.mandates import actions as mandates
from medskab.mandates.models import Mandate
from medskab.mandates.tests.factories import mandate
from medskab.people.models import Person
from medskab.people.tests import factories as people
from medskab.resources import actions, queries
from medskab.resources.models import (
    Account,
    BudgetLine,
    Commitment,
    Posting,
    Spending,
    Transaction,
    TransactionKind,
)
from medskab.resources.tests import factories
from tests.trust.ledger_twins import TWINS

SMALL, LARGE = 100_00, 500_00
"""Of either, 60 % is asked for twice; a bill on the larger one waits for a second person."""
Deed = Callable[[], object]


@dataclass(frozen=True)
class House:
    """Who keeps the money, who confirms, and by what right."""

    keeper: Person
    seconds: tuple[Person, Person]
    right: Mandate

    def line(self, amount_ore: int) -> BudgetLine:
        return factories.line(self.keeper.area, self.keeper, mandate=self.right, amount_ore=amount_ore)

    def reserving(self, line: BudgetLine, amount_ore: int) -> Deed:
        """A decision of its own asks for so much."""
        decision = people.place(self.keeper.area, f"Block {token_hex(4)}")
        allowed = mandates.authorize(
            mandate=self.right,
            source=decision,
            field="Benches",
            ceiling_ore=amount_ore,
            by=self.keeper,
            now=now(),
        )
        facts = {"line": line, "authorization": allowed, "amount_ore": amount_ore, "source": decision}
        return lambda: actions.reserve(**facts, by=self.keeper, now=now())

    def commitment(self, amount_ore: int) -> Commitment:
        held = self.reserving(self.line(amount_ore), amount_ore)()
        parts = [actions.Part("test.proposal", "1", "Benches", amount_ore)]
        return actions.commit(reservation=held, parts=parts, by=self.keeper, now=now())[0]

    def spending(self, commitment: Commitment) -> Deed:
        """A bill for 60 % of what was promised."""
        words = actions.Words("The timber yard", "Planks", "A 12")
        facts = {"commitment": commitment, "amount_ore": commitment.amount_ore * 6 // 10, "words": words}
        return lambda: actions.spend(**facts, on=now().date(), by=self.keeper, now=now())


def race(rounds: str, twin: str = "") -> None:
    """So many rounds of each kind of race."""
    _hurry()
    ours = _house()
    if twin:
        TWINS[twin]()
    ended: dict[str, Counter[str]] = {kind.__name__: Counter() for kind in RACES}
    with ThreadPoolExecutor(2) as pool:
        for number in range(int(rounds)):
            for kind in RACES:
                ended[kind.__name__][_at_once(pool, *kind(ours, number))] += 1
    wrong = {name: found for name, look in LOOKS.items() if (found := look(ours))}
    print(json.dumps({"ended": ended, "wrong": wrong}))


def two_bills(ours: House, number: int) -> tuple[Deed, Deed]:
    """Two bills for one promise, in turns paid at once or waiting."""
    promised = ours.commitment(LARGE if number % 2 else SMALL)
    return ours.spending(promised), ours.spending(promised)


def two_decisions(ours: House, _number: int) -> tuple[Deed, Deed]:
    """Two decisions reserve from one line."""
    line = ours.line(SMALL)
    return ours.reserving(line, SMALL * 6 // 10), ours.reserving(line, SMALL * 6 // 10)


def yes_and_no(ours: House, number: int) -> tuple[Deed, Deed]:
    """One confirms a bill while another drops it, or confirms it too."""
    bill = ours.spending(ours.commitment(LARGE))()
    first, second = ours.seconds
    confirm = partial(actions.confirm_spending, spending=bill)
    other = confirm if number % 2 else partial(actions.reverse, spending=bill, because="Wrong sum")
    return lambda: confirm(by=first, now=now()), lambda: other(by=second, now=now())


def bill_and_closing(ours: House, number: int) -> tuple[Deed, Deed]:
    """A bill comes in while what is left is set free."""
    promised = ours.commitment(LARGE if number % 2 else SMALL)
    close = partial(actions.close_commitment, commitment=promised, because="Done", by=ours.keeper)
    return ours.spending(promised), lambda: close(now=now())


RACES = (two_bills, two_decisions, yes_and_no, bill_and_closing)


def _hurry() -> None:
    """Nothing here outlives the run, so nothing needs to reach the disk."""
    if connection.vendor == "sqlite":
        connection_created.connect(_no_disk, weak=False)
        connection.close()


def _no_disk(connection: Any, **_unused: object) -> None:
    connection.cursor().execute("PRAGMA synchronous = OFF")


def _house() -> House:
    here = people.area()
    keeper = people.facilitator(here)
    seconds = (people.person(here, "Bo", "board-member"), people.person(here, "Eva", "board-member"))
    return House(keeper, seconds, mandate(here, keeper, second_person_above_ore=SMALL))


def _at_once(pool: ThreadPoolExecutor, *deeds: Deed) -> str:
    """How it ended: how many were done, and whether one broke instead of being refused."""
    barrier = Barrier(len(deeds))
    answers = Counter(pool.map(partial(_alone, barrier), deeds))
    return f"{answers['done']} done" + (", one broke" if answers["broke"] else "")


def _alone(barrier: Barrier, deed: Deed) -> str:
    try:
        barrier.wait(20)
        deed()
    except CannotAct:
        return "refused"
    except DatabaseError:
        return "broke"
    finally:
        connection.close()
    return "done"


def _asked_too_much(_ours: House) -> int:
    """Promises for which more was paid or is waiting than was promised."""
    paid = Q(transactions__kind=TransactionKind.SPENT)
    returned = Spending.objects.filter(transactions__kind=TransactionKind.REVERSED)
    waiting = Q(needs_second=True) & ~Q(pk__in=_answered())
    standing = Spending.objects.filter(paid | waiting).exclude(pk__in=returned.values("pk"))
    sums = standing.values("commitment").annotate(sum=Sum("amount_ore"))
    return sums.filter(sum__gt=F("commitment__amount_ore")).count()


def _answered() -> object:
    kinds = (TransactionKind.SPENT, TransactionKind.DROPPED)
    return Transaction.objects.filter(kind__in=kinds).values("spending")


def _reserved_too_much(_ours: House) -> int:
    """Lines of which more was reserved than was given."""
    from_line = Posting.objects.filter(transaction__kind=TransactionKind.RESERVED)
    sums = from_line.values("transaction__line").annotate(sum=Sum("amount_ore"))
    given = Posting.objects.filter(transaction__kind=TransactionKind.GIVEN)
    amounts = dict(given.values_list("transaction__line", "amount_ore"))
    return sum(one["sum"] > amounts[one["transaction__line"]] for one in sums)


def _answered_twice(_ours: House) -> int:
    """Bills that were both paid and dropped, or paid twice."""
    kinds = (TransactionKind.SPENT, TransactionKind.DROPPED)
    ends = Transaction.objects.filter(kind__in=kinds).order_by().values("spending")
    return ends.annotate(n=Count("pk")).filter(n__gt=1).count()


def _asked_after_the_end(_ours: House) -> int:
    """Closed promises on which a bill waits, or which gave out another sum than they had."""
    return sum(map(_is_wrong, Commitment.objects.filter(transactions__kind=TransactionKind.CLOSED)))


def _is_wrong(closed: Commitment) -> bool:
    out = Posting.objects.filter(from_account=closed.account).aggregate(sum=Sum("amount_ore"))["sum"]
    waits = closed.spendings.filter(needs_second=True).exclude(pk__in=_answered()).exists()
    return waits or out != closed.amount_ore


def _does_not_add_up(ours: House) -> int:
    """Accounts whose balance is another than what was written, or which are overdrawn."""
    overdrawn = Account.objects.exclude(kind="funder").filter(balance_ore__lt=0)
    return len(queries.recompute(ours.keeper.area)) + overdrawn.count()


LOOKS: dict[str, Callable[[House], int]] = {
    "asked too much": _asked_too_much,
    "reserved too much": _reserved_too_much,
    "answered twice": _answered_twice,
    "asked after the end": _asked_after_the_end,
    "does not add up": _does_not_add_up,
}
