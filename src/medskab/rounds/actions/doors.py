"""Writing down what became of a door."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from medskab.common.deed import deed
from medskab.people.models import Person
from medskab.rounds.models import Door, DoorStatus, Phone


@deed
def note_status(
    *, door: Door, phone: Phone, given: Mapping[str, Any], by: Person | None, now: datetime
) -> None:
    """The last word of one phone on a door replaces the one before, by the phone's own count.

    The record that brought it is in the round's bags; the log has no line for each door that was rung.
    """
    facts = {**given, "by": by, "received_at": now}
    before = DoorStatus.objects.filter(door=door, phone=phone)
    if not before.exists():
        DoorStatus.objects.create(area_id=door.area_id, door=door, phone=phone, **facts)
    else:
        before.filter(count__lt=facts["count"]).update(**facts)
