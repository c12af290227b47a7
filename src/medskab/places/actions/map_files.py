"""A map of what stands on the ground: uploaded, taken in, dropped, taken back."""

from dataclasses import asdict, dataclass
from datetime import datetime

from medskab.common.deed import deed
from medskab.common.names import clean_name
from medskab.places import rules
from medskab.places.audit_line import record
from medskab.places.maps.reading import ReadMap, counts
from medskab.places.models import Area, MapFeature, MapFile, MapFileState, Place, PlaceKind

from . import refusals


@dataclass(frozen=True)
class MapSource:
    """Where a map comes from."""

    file_name: str
    source: str
    licence: str = ""


@deed
def upload_map(
    *, area: Area, given: MapSource, found: ReadMap, by: rules.Actor | None, now: datetime
) -> MapFile:
    """Keep the shapes of a file to look at; no map shows them yet."""
    if not rules.may_shape(by, area) or by is None:
        raise refusals.NotYoursToChange
    facts = {**asdict(given), "file_name": clean_name(given.file_name)[:120] or given.source}
    kept = MapFile.objects.create(
        area=area, is_osm=found.is_osm, left_out=found.left_out, by_id=str(by.pk), created_at=now, **facts
    )
    blocks = _blocks(area)
    features = (
        MapFeature(
            area=area,
            file=kept,
            kind=shape.kind,
            name=clean_name(shape.name),
            place=blocks.get(shape.name.casefold()),
            outline=shape.as_geojson(),
            **shape.box,
        )
        for shape in found.shapes
    )
    MapFeature.objects.bulk_create(features, batch_size=500)
    record("map_file.uploaded", kept, by=by, now=now, figures=counts(found.shapes))
    return kept


@deed
def take_in_map(*, map_file: MapFile, by: rules.Actor | None, now: datetime) -> MapFile:
    """From now on every map of the area is drawn from it; the one before can come back."""
    row = _locked(map_file, by)
    if row.state != MapFileState.DRAFT:
        raise refusals.MapIsOver
    MapFile.objects.for_area(row.area).filter(state=MapFileState.IN_USE).update(state=MapFileState.REPLACED)
    row.state, row.taken_in_at = MapFileState.IN_USE, now
    row.save(update_fields=["state", "taken_in_at"])
    record("map_file.taken_in", row, by=by, now=now)
    return row


@deed
def drop_map(*, map_file: MapFile, by: rules.Actor | None, now: datetime) -> None:
    """Forget a file that was not taken in."""
    row = _locked(map_file, by)
    if row.state != MapFileState.DRAFT:
        raise refusals.MapIsOver
    record("map_file.dropped", row, by=by, now=now)
    row.delete()


@deed
def take_back_map(*, map_file: MapFile, by: rules.Actor | None, now: datetime) -> MapFile:
    """No map shows it any more; the one that it replaced comes back."""
    row = _locked(map_file, by)
    if row.state != MapFileState.IN_USE:
        raise refusals.MapNotInUse
    row.state = MapFileState.TAKEN_BACK
    row.save(update_fields=["state"])
    replaced = MapFile.objects.for_area(row.area).filter(state=MapFileState.REPLACED)
    if before := replaced.order_by("-taken_in_at", "-id").first():
        before.state = MapFileState.IN_USE
        before.save(update_fields=["state"])
    record("map_file.taken_back", row, by=by, now=now)
    return row


def _locked(map_file: MapFile, by: rules.Actor | None) -> MapFile:
    if not rules.may_shape(by, map_file):
        raise refusals.NotYoursToChange
    found = MapFile.objects.select_for_update(of=("self",)).select_related("area")
    row = found.filter(pk=map_file.pk).first()
    if row is None:
        raise refusals.MapIsOver
    return row


def _blocks(area: Area) -> dict[str, Place]:
    standing = Place.objects.for_area(area).filter(kind=PlaceKind.BLOCK, valid_until=None)
    return {place.name.casefold(): place for place in standing}
