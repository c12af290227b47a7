"""The order of phases, and which of them is on."""

from datetime import datetime

from .models import PhaseKind
from .refusals import DatesOutOfOrder

Dates = dict[str, tuple[datetime, datetime]]


def check_order(dates: Dates) -> None:
    """Phases follow each other in the order of their kinds and do not overlap; a vote there must be."""
    if PhaseKind.VOTE not in dates:
        raise DatesOutOfOrder
    last_end: datetime | None = None
    for kind in (kind for kind in PhaseKind.values if kind in dates):
        starts_at, ends_at = dates[kind]
        if ends_at <= starts_at or (last_end and starts_at < last_end):
            raise DatesOutOfOrder
        last_end = ends_at
