"""Who may move money."""

from medskab.mandates.rules import may_hand_over
from medskab.people.models import Person
from medskab.people.rules import is_staff
from medskab.places.models import Area

from .models import BudgetLine, Commitment, Spending


def may_keep_money(person: Person | None, area: Area) -> bool:
    """Open lines and write down bills: the area's staff."""
    return is_staff(person, area)


def may_see(_person: Person | None, _line: BudgetLine) -> bool:
    """Everybody may know what money there is and where it goes."""
    return True


def may_pay_from(person: Person | None, source: BudgetLine | Commitment) -> bool:
    """Write down a bill, or close what was promised: the area's staff."""
    return is_staff(person, source.area)


def may_look_closely(person: Person | None, line: BudgetLine) -> bool:
    """Every movement with its words: staff and board, who answer for it."""
    return may_hand_over(person, line.area)


def may_answer(person: Person | None, spending: Spending) -> bool:
    """See a bill that waits, and confirm, drop or take it back: staff and board."""
    return may_hand_over(person, spending.area)


def may_hold(person: Person | None, area: Area) -> bool:
    """Reserve for a decision, commit its result: staff and board, or the clock (nobody) when a vote ends."""
    return person is None or may_hand_over(person, area)


def may_confirm(person: Person | None, spending: Spending) -> bool:
    """Be the second person: who may answer, and did not write it down."""
    return person is not None and may_answer(person, spending) and person.pk != spending.by_id
