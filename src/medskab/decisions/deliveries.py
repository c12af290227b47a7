"""What became of each thing that was decided, as its page shows it."""

from dataclasses import dataclass
from datetime import date

from medskab.people.models import Person
from medskab.resources.queries import CommitmentState, commitments_of

from . import rules
from .models import Decision, Delivery, DeliveryNews


@dataclass(frozen=True)
class Row:
    """One thing that won. Money in øre."""

    delivery: Delivery
    news: list[DeliveryNews]
    is_late: bool
    committed_ore: int
    spent_ore: int


def rows(decision: Decision, today: date) -> list[Row]:
    """All of them, the late ones first; the same number of queries whatever won."""
    found = decision.deliveries.select_related("proposal", "commitment").prefetch_related("news__photo")
    money = {state.commitment.pk: state for state in commitments_of("decisions.decision", str(decision.pk))}
    made = [_row(delivery, today, money.get(delivery.commitment_id or 0)) for delivery in found]
    return sorted(made, key=lambda row: (not row.is_late, row.delivery.due_on, row.delivery.pk))


def may_tell_any(person: Person | None, decision: Decision) -> bool:
    """Whether this person may say how far things are."""
    first = decision.deliveries.select_related("area").first()
    return first is not None and rules.may_tell_delivery(person, first)


def _row(delivery: Delivery, today: date, money: CommitmentState | None) -> Row:
    return Row(
        delivery=delivery,
        news=sorted(delivery.news.all(), key=lambda one: one.pk, reverse=True),
        is_late=delivery.is_late(today),
        committed_ore=money.committed_ore if money else 0,
        spent_ore=money.spent_ore if money else 0,
    )
