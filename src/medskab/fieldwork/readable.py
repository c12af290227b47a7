"""What must hold before anybody touches what was said."""

from datetime import datetime

from medskab.people.models import Person, Purpose

from . import refusals, rules
from .models import Source


def check(source: Source, by: Person, now: datetime) -> None:
    """Whether this person may work with it, and the speaker still lets it be kept."""
    if not rules.may_work(by, source):
        raise refusals.NotForYou
    if source.erased_at is not None:
        raise refusals.IsErased
    if source.subject is not None and not rules.may_use(source.subject, Purpose.STORED, now.date()):
        raise refusals.NotAllowedToKeep
