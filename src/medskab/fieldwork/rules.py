"""Who may work with what was said, and what the speaker allows."""

from datetime import date
from typing import Any

from medskab.common.clock import now
from medskab.people.models import Person, Purpose, Voice
from medskab.people.rules import is_staff, may_decide_alone
from medskab.places.models import Area

from .models import Quote, QuoteState, Subject

READ_ALONE_IN_A_DAY = 20


def may_work(person: Person | None, thing: Any) -> bool:
    """The area's staff, and nobody else: no guardian ever reads what a child said."""
    return is_staff(person, thing if isinstance(thing, Area) else thing.area)


def voices_needed(subject: Subject, on: date) -> tuple[Voice, ...]:
    """Whose yes it takes: one's own, or for the young a guardian's and the child's beside it."""
    if may_decide_alone(subject.age_band, on):
        return (Voice.OWN,)
    return (Voice.GUARDIAN, Voice.CHILD)


def may_use(subject: Subject, purpose: Purpose | str, on: date | None = None) -> bool:
    """Whether the speaker allows it now. Asked at every use; nobody who said nothing has agreed."""
    if subject.erased_at is not None:
        return False
    newest = dict(subject.agreements.filter(purpose=purpose).order_by("id").values_list("voice", "is_given"))
    return all(newest.get(voice, False) for voice in voices_needed(subject, on or now().date()))


def may_show(quote: Quote) -> bool:
    """Whether the speaker said yes to these words, and still lets themselves be quoted."""
    subject = quote.source.subject
    return (
        subject is not None
        and quote.state == QuoteState.APPROVED
        and may_use(subject, Purpose.STORED)
        and may_use(subject, Purpose.QUOTED)
    )
