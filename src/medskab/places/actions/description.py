"""Who runs an area."""

from datetime import datetime

from medskab.common.deed import deed
from medskab.places import rules
from medskab.places.audit_line import record
from medskab.places.models import Area

from . import refusals


@deed
def describe_area(
    *, area: Area, data_controller: str, contact: str, by: rules.Actor | None, now: datetime
) -> Area:
    """Say who is responsible for people's data here, and how that somebody can be reached."""
    if not rules.may_shape(by, area):
        raise refusals.NotYoursToChange
    area.data_controller, area.contact = data_controller, contact
    area.save(update_fields=["data_controller", "contact"])
    record("area.described", area, by=by, now=now)
    return area
