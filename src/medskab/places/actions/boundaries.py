"""Adding and ending versions of a boundary."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from medskab.common.deed import deed
from medskab.places import rules
from medskab.places.audit_line import record
from medskab.places.models import Area, Boundary, Place
from medskab.places.outline import Outline

from . import refusals


@dataclass(frozen=True)
class BoundaryFacts:
    """What is known of a boundary beside its outline."""

    name: str
    definition: str
    source: str
    valid_from: date
    valid_until: date | None = None
    residents: int | None = None
    homes: int | None = None
    counted_on: date | None = None


@deed
def add_boundary(
    *,
    area: Area,
    facts: BoundaryFacts,
    outline: Outline | None,
    place: Place | None = None,
    by: rules.Actor | None,
    now: datetime,
) -> Boundary:
    """A version of a boundary, beside those that are there: none is ever overwritten."""
    if not rules.may_shape(by, area):
        raise refusals.NotYoursToChange
    if place is not None and place.area_id != area.pk:
        raise refusals.WrongParent
    if facts.valid_until is not None and facts.valid_until <= facts.valid_from:
        raise refusals.EndsBeforeItBegins
    if facts.counted_on is None and (facts.residents is not None or facts.homes is not None):
        raise refusals.FiguresNeedADay
    shape = {"outline": outline.as_geojson(), **outline.box} if outline else {}
    if Boundary.objects.filter(area=area, place=place, **asdict(facts)).exists():
        raise refusals.BoundaryExists
    boundary = Boundary.objects.create(area=area, place=place, **asdict(facts), **shape)
    record("boundary.added", boundary, by=by, now=now, because=facts.definition)
    return boundary


@deed
def end_boundary(*, boundary: Boundary, on: date, by: rules.Actor | None, now: datetime) -> Boundary:
    """From a day on the boundary no longer holds; figures from before keep it."""
    if not rules.may_shape(by, boundary):
        raise refusals.NotYoursToChange
    if boundary.valid_until is not None:
        raise refusals.HasEnded
    if on <= boundary.valid_from:
        raise refusals.EndsBeforeItBegins
    boundary.valid_until = on
    boundary.save(update_fields=["valid_until"])
    record("boundary.ended", boundary, by=by, now=now, figures={"on": on.isoformat()})
    return boundary
