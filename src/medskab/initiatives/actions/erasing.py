"""Part of erasing somebody: what they wrote alone goes, and their name goes out of every card."""

import re
from datetime import datetime

from medskab.common.deed import deed
from medskab.initiatives import queries
from medskab.initiatives.models import Author, Initiative, Supporter
from medskab.initiatives.steps import TEXTS
from medskab.people.models import Person

_GONE = "…"


@deed
def erase_from_initiatives(*, person: Person, by: Person | None, now: datetime) -> None:
    """Drafts that nobody else wrote are deleted; what is public stays, without the person."""
    Supporter.objects.filter(person=person).delete()
    Author.objects.filter(person=person).delete()
    theirs = Initiative.objects.for_area(person.area).filter(lead=person)
    theirs.filter(opened_at=None).exclude(pk__in=queries.with_authors()).delete()
    theirs.update(contact="", team="")
    if person.name and not queries.has_namesake(person):
        _take_out(person)


def _take_out(person: Person) -> None:
    named = re.compile(rf"(?<!\w){re.escape(person.name)}(?!\w)", re.IGNORECASE)
    for initiative in Initiative.objects.for_area(person.area).iterator():
        changed = [name for name in (*TEXTS, "because") if named.search(getattr(initiative, name))]
        for name in changed:
            setattr(initiative, name, named.sub(_GONE, getattr(initiative, name)))
        if changed:
            initiative.save(update_fields=changed)
