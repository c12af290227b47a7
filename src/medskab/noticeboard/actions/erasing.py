"""Part of erasing somebody: their entry on the list of who to call."""

from datetime import datetime

from medskab.common.deed import deed
from medskab.noticeboard import queries
from medskab.people.models import Person


@deed
def erase_from_noticeboard(*, person: Person, by: Person | None, now: datetime) -> None:
    """Whoever is forgotten is called by nobody."""
    queries.contacts_of(person).delete()
