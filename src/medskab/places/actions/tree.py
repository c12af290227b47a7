"""Adding, renaming and ending places."""

from datetime import date, datetime

from django.db.models import Q
from django.db.models.functions import Lower

from medskab.common.deed import deed
from medskab.places import rules
from medskab.places.audit_line import record
from medskab.places.models import PARENT_KINDS, Area, Dwelling, Place, PlaceKind

from . import refusals


@deed
def add_place(
    *,
    area: Area,
    kind: PlaceKind,
    name: str,
    parent: Place | None,
    valid_from: date | None = None,
    by: rules.Actor | None,
    now: datetime,
) -> Place:
    """A new place in its parent, or at the top of the tree."""
    if not rules.may_shape(by, area):
        raise refusals.NotYoursToChange
    _check_parent(area, kind, parent, now.date())
    _check_name(area, kind, name, parent)
    place = Place.objects.create(area=area, kind=kind, name=name, parent=parent, valid_from=valid_from)
    record("place.added", place, by=by, now=now)
    return place


@deed
def rename_place(*, place: Place, name: str, by: rules.Actor | None, now: datetime) -> Place:
    """Another name for the same place; the log keeps the old one."""
    if not rules.may_shape(by, place):
        raise refusals.NotYoursToChange
    if place.valid_until is not None:
        raise refusals.HasEnded
    _check_name(place.area, PlaceKind(place.kind), name, place.parent, but=place)
    before, place.name = place.name, name
    place.save(update_fields=["name"])
    record("place.renamed", place, by=by, now=now, because=f"{before} → {name}")
    return place


@deed
def end_place(*, place: Place, on: date, by: rules.Actor | None, now: datetime) -> Place:
    """From a day on the place is no longer there: torn down, joined, divided. Its past stays."""
    if not rules.may_shape(by, place):
        raise refusals.NotYoursToChange
    if place.valid_until is not None:
        raise refusals.HasEnded
    if place.valid_from is not None and on < place.valid_from:
        raise refusals.EndsBeforeItBegins
    lasts = Q(valid_until=None) | Q(valid_until__gt=on)
    if place.children.filter(lasts).exists() or Dwelling.objects.filter(lasts, stairwell=place).exists():
        raise refusals.StillHoldsPlaces
    place.valid_until = on
    place.save(update_fields=["valid_until"])
    record("place.ended", place, by=by, now=now, figures={"on": on.isoformat()})
    return place


def _check_parent(area: Area, kind: PlaceKind, parent: Place | None, day: date) -> None:
    parent_kind = None if parent is None else PlaceKind(parent.kind)
    if parent_kind not in PARENT_KINDS[kind]:
        raise refusals.WrongParent
    if parent is not None and (parent.area_id != area.pk or not parent.stands_on(day)):
        raise refusals.WrongParent


def _check_name(
    area: Area, kind: PlaceKind, name: str, parent: Place | None, but: Place | None = None
) -> None:
    same = Place.objects.for_area(area).filter(kind=kind, parent=parent, valid_until=None)
    same = same.alias(lower=Lower("name")).filter(lower=name.lower())
    if same.exclude(pk=but.pk if but else None).exists():
        raise refusals.NameTaken
