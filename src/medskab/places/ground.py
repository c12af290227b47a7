"""What lies under a map: the outline, what stands inside it, how far it reaches, whom it is owed to."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Min, QuerySet

from .models import Area, Boundary, FeatureKind, MapFeature, MapFile, MapFileState

_SIDES = ("south", "west", "north", "east")


@dataclass(frozen=True)
class Ground:
    """Everything that a map of the area is drawn on."""

    boundaries: Sequence[Boundary]
    features: Sequence[MapFeature]
    owed: str = ""

    @property
    def box(self) -> dict[str, float] | None:
        """As far as the area's outline, else as what stands on it; None where nothing is."""
        return box_around([one for one in self.boundaries if one.place_id is None]) or box_around(
            [*self.boundaries, *self.features]
        )


def box_around(rows: Iterable[Boundary | MapFeature]) -> dict[str, float] | None:
    """The smallest box around them."""
    sides = [tuple(getattr(one, side) for side in _SIDES) for one in rows if one.south is not None]
    if not sides:
        return None
    souths, wests, norths, easts = zip(*sides, strict=True)
    return {"south": min(souths), "west": min(wests), "north": max(norths), "east": max(easts)}


def extent(area: Area, day: date) -> dict[str, float] | None:
    """How far the area reaches, asked without reading a single outline; None where nothing is known."""
    held = Boundary.objects.for_area(area).valid_on(day).exclude(outline="")
    return (
        _sides_of(held.filter(place=None))
        or _sides_of(held)
        or _sides_of(MapFeature.objects.for_area(area).filter(file__state=MapFileState.IN_USE))
    )


def _sides_of(rows: QuerySet) -> dict[str, float] | None:
    least = {side: Min(side) for side in ("south", "west")}
    found = rows.order_by().aggregate(**least, **{side: Max(side) for side in ("north", "east")})
    return found if found["south"] is not None else None


def outlines(area: Area, day: date) -> list[Boundary]:
    """The outlines that hold on a day."""
    return list(
        Boundary.objects.for_area(area)
        .valid_on(day)
        .exclude(outline="")
        .select_related("place")
        .order_by("id")
    )


def map_in_use(area: Area) -> MapFile | None:
    """The file that the area's maps are drawn from."""
    return MapFile.objects.for_area(area).filter(state=MapFileState.IN_USE).first()


def ground_of(area: Area, day: date) -> Ground:
    """What the area's maps are drawn on."""
    return ground_with(area, day, map_in_use(area))


def ground_with(area: Area, day: date, kept: MapFile | None) -> Ground:
    """The same, drawn from a file that may not be in use yet."""
    features = list(kept.features.all()) if kept else []
    return Ground(outlines(area, day), features, str(kept.owed) if kept else "")


def mark_of(area: Area, day: date) -> str:
    """Another mark as soon as something else would be drawn, without reading what is drawn."""
    held = Boundary.objects.for_area(area).valid_on(day).exclude(outline="").order_by("id")
    in_use = map_in_use(area)
    return f"{in_use.pk if in_use else 0}-{'-'.join(str(pk) for pk in held.values_list('pk', flat=True))}"


def as_geojson(ground: Ground) -> str:
    """The ground as one GeoJSON file: the outline first, then what lies lowest."""
    order = {kind: at for at, kind in enumerate(FeatureKind.values)}
    rows = [
        *(("outline", one.name, one.outline) for one in ground.boundaries if one.place_id is None),
        *((one.kind, one.name, one.outline) for one in sorted(ground.features, key=lambda f: order[f.kind])),
    ]
    features = ",".join(
        f'{{"type":"Feature","properties":{json.dumps({"kind": kind, "name": name})},"geometry":{outline}}}'
        for kind, name, outline in rows
    )
    return f'{{"type":"FeatureCollection","features":[{features}]}}'
