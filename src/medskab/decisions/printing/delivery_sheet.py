"""For the wall: what became of what was decided."""

from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from medskab.common.typesetting.drawings import code_picture

from .paper import Paper, printed


@dataclass(frozen=True, kw_only=True)
class PrintedDelivery:
    """One thing that was decided. `state` is drawn, `told` says how far it is in words; `committed` and
    `spent` are amounts in words, may be empty."""

    number: str
    name: str
    who: str
    due: str
    state: Literal["not-begun", "under-way", "done", "stopped"]
    told: str
    committed: str = ""
    spent: str = ""


@dataclass(frozen=True, kw_only=True)
class DeliverySheet(Paper):
    """A decision and everything that was to come of it. `share` is what was spent of what was committed, from
    0 to 1; `day` is the day of these news."""

    decided: str
    deliveries: tuple[PrintedDelivery, ...]
    committed: str = ""
    spent: str = ""
    share: float = 0.0
    day: str
    address: str


def delivery_sheet(sheet: DeliverySheet) -> bytes:
    """A4; as many pages as the things need."""
    more = {"scan": code_picture(sheet.address), "share": min(1.0, max(0.0, sheet.share))}
    return printed("delivery_sheet.typ", sheet, _sentences(sheet), more)


def _sentences(sheet: DeliverySheet) -> dict[str, str]:
    return {
        "heading": _("What became of it"),
        "as_of": _("As it was on %(day)s") % {"day": sheet.day},
        "committed": _("Set aside"),
        "spent": _("Used so far"),
        "due": _("done by"),
        "nothing": _("Nothing was to be carried out."),
        "scan": _("Follow it on the page"),
        "code_alt": _("A code that leads to the page"),
        "page": _("Page"),
    }
