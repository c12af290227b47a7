"""Sending coded texts out."""

from datetime import datetime

from medskab.audit.actions import record
from medskab.common.deed import deed
from medskab.fieldwork import refusals, rules
from medskab.fieldwork.models import Source
from medskab.people.models import Person
from medskab.places.models import Area

from .reading import open_source


@deed
def send_out(*, area: Area, sources: list[Source], reason: str, by: Person, now: datetime) -> None:
    """Each text that goes out is a reading of it, written down with its reason."""
    if not rules.may_work(by, area):
        raise refusals.NotForYou
    if not reason.strip():
        raise refusals.NoReason
    for source in sources:
        open_source(source=source, by=by, reason=reason, now=now)
    record("fieldwork/sent-out", area, by=by, now=now, figures={"texts": len(sources)})
