"""How long before a meeting the homes must know of it: the law's days, with where they come from."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class NoticeRule:
    """Days before the day of the meeting; None: nothing of the sort is asked, or taken."""

    call_days: int | None
    motion_days: int | None
    material_days: int | None
    basis: str | Promise

    def last_call_day(self, held_on: date) -> date | None:
        """The last day on which the meeting may be called."""
        return _before(held_on, self.call_days)

    def last_motion_day(self, held_on: date) -> date | None:
        """The last day on which a resident's motion must be taken."""
        return _before(held_on, self.motion_days)

    def last_material_day(self, held_on: date) -> date | None:
        """The last day on which agenda and budget may be sent."""
        return _before(held_on, self.material_days)


_STATUTES = _(
    "Model statutes of Danish social housing (normalvedtægter); your own statutes may ask for more."
)

ORDINARY = NoticeRule(call_days=28, motion_days=14, material_days=7, basis=_STATUTES)
# What it is about stands in the call, so nobody can add to it.
EXTRAORDINARY = NoticeRule(call_days=14, motion_days=None, material_days=7, basis=_STATUTES)
INFORMAL = NoticeRule(
    call_days=None, motion_days=0, material_days=None, basis=_("No law: nothing is decided here.")
)
EVENT = NoticeRule(call_days=None, motion_days=None, material_days=None, basis=_("No law."))


def _before(held_on: date, days: int | None) -> date | None:
    return None if days is None else held_on - timedelta(days=days)
