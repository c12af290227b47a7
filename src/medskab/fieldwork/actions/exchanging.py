"""Sending coded texts out, and taking a codebook in."""

from datetime import datetime

from medskab.audit.actions import record
from medskab.common.deed import deed
from medskab.fieldwork import refusals, rules
from medskab.fieldwork.exchange.project import TravellingCode
from medskab.fieldwork.models import Code, Source
from medskab.people.models import Person
from medskab.places.models import Area

from .codebook import new_code
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


@deed
def take_in_codes(*, area: Area, codes: tuple[TravellingCode, ...], by: Person, now: datetime) -> None:
    """The codes of another program; a name that is here already is that code. Texts are not taken in."""
    if not rules.may_work(by, area):
        raise refusals.NotForYou
    here = {code.name.lower(): code for code in Code.objects.for_area(area).filter(merged_into=None)}
    known: dict[str, Code] = {}
    for one in codes:
        if not one.name:
            continue
        code = here.get(one.name.lower())
        if code is None:
            facts = {"name": one.name, "definition": one.description[:2000], "parent": known.get(one.parent)}
            code = here[one.name.lower()] = new_code(area=area, **facts, by=by, now=now)
        known[one.guid] = code
