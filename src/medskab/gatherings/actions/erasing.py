"""Part of erasing somebody: their names in meetings, and motions that came on no agenda."""

from datetime import datetime

from medskab.common.deed import deed
from medskab.gatherings import queries
from medskab.gatherings.models import Gathering, Motion, MotionState
from medskab.people.models import Person
from medskab.people.queries import people_named


@deed
def erase_from_meetings(*, person: Person, by: Person | None, now: datetime) -> None:
    """A name that somebody else here bears as well is left: it may be theirs."""
    Motion.objects.filter(author=person).exclude(state=MotionState.ON_AGENDA).update(title="", text="")
    meetings = Gathering.objects.for_area(person.area)
    meetings.filter(chair=person).update(chair_name="", chair_salt="")
    if not person.name or _others_named_so(person):
        return
    meetings.filter(chair_name__iexact=person.name).update(chair_name="", chair_salt="")
    meetings.filter(keeper_name__iexact=person.name).update(keeper_name="", keeper_salt="")
    queries.named(person.area, person.name).update(name="", salt="")


def _others_named_so(person: Person) -> bool:
    namesakes = people_named(person.area).filter(name__iexact=person.name)
    return namesakes.exclude(pk=person.pk).exists()
