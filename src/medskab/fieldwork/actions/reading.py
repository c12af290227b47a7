"""Opening what was said: allowed to few, for a reason, and seen by a second person when it is much."""

from datetime import datetime

from django.utils import timezone

from medskab.audit.actions import record_access
from medskab.common.deed import deed
from medskab.fieldwork import queries, readable, refusals, rules
from medskab.fieldwork.models import Reading, Source
from medskab.notifications.actions import tell
from medskab.people.models import Person


@deed
def open_source(*, source: Source, by: Person, reason: str, now: datetime) -> Reading:
    """Write down that somebody reads it, before they do."""
    readable.check(source, by, now)
    if not reason.strip():
        raise refusals.NoReason
    reading = Reading.objects.create(area=source.area, source=source, by=by, reason=reason.strip(), at=now)
    record_access(source, by=by, now=now, why=reason.strip())
    if queries.readings_on(source.area, timezone.localdate(now)).filter(by=by).count() == _TOLD_AT:
        others = queries.who_looks_at_readings(source.area, by, now)
        tell(people=others, kind="fieldwork/many-readings", about=reading, by=by, now=now)
    return reading


_TOLD_AT = rules.READ_ALONE_IN_A_DAY + 1
