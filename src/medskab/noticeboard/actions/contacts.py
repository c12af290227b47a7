"""The list of who to call."""

from datetime import datetime
from typing import Any

from medskab.audit.actions import record
from medskab.common.deed import deed
from medskab.noticeboard import refusals, rules
from medskab.noticeboard.models import Contact
from medskab.people.models import Person
from medskab.places.models import Area


@deed
def add_contact(*, area: Area, words: dict[str, Any], by: Person, now: datetime) -> Contact:
    """Put somebody on the list."""
    if not rules.may_post(by, area):
        raise refusals.NotYoursToPost
    _check(words)
    contact = Contact.objects.create(area=area, **words)
    record("noticeboard.contact_added", contact, by=by, now=now)
    return contact


@deed
def change_contact(*, contact: Contact, words: dict[str, Any], by: Person, now: datetime) -> Contact:
    """Another number, other hours, another place on the list."""
    if not rules.may_change(by, contact):
        raise refusals.NotYoursToPost
    _check(words)
    for field, value in words.items():
        setattr(contact, field, value)
    contact.save(update_fields=list(words))
    record("noticeboard.contact_changed", contact, by=by, now=now)
    return contact


@deed
def remove_contact(*, contact: Contact, by: Person, now: datetime) -> None:
    """Off the list for good: a number that nobody answers helps nobody."""
    if not rules.may_change(by, contact):
        raise refusals.NotYoursToPost
    record("noticeboard.contact_removed", contact, by=by, now=now)
    contact.delete()


def _check(words: dict[str, Any]) -> None:
    if not words["phone"] and not words["mail"]:
        raise refusals.NobodyToReach
