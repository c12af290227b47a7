"""Reading an outline: GeoJSON in, a checked and tidied shape out.

Coordinates become whole steps of 1e-7 degree (about a centimetre), so that every question about crossing is
answered exactly.
"""

import json
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from medskab.common.deed import CannotAct

from .crossing import first_crossing

Point = tuple[int, int]
Ring = tuple[Point, ...]

STEPS = 10_000_000
MOST_BYTES = 1_000_000
MOST_POINTS = 5_000


class BadOutline(CannotAct):
    """The file is no outline; the text says what to do."""


@dataclass(frozen=True)
class Outline:
    """One or more polygons: an outer ring and its holes, closed, in steps (longitude, latitude)."""

    polygons: tuple[tuple[Ring, ...], ...]

    @property
    def points(self) -> list[Point]:
        """Every corner."""
        return [point for polygon in self.polygons for ring in polygon for point in ring]

    @property
    def box(self) -> dict[str, float]:
        """The four sides of the smallest box around it, in degrees."""
        across, up = [x for x, _y in self.points], [y for _x, y in self.points]
        sides = {"south": min(up), "west": min(across), "north": max(up), "east": max(across)}
        return {side: steps / STEPS for side, steps in sides.items()}

    def as_geojson(self) -> str:
        """The geometry alone; names and other properties of the file are left out."""
        polygons = [
            [[[x / STEPS, y / STEPS] for x, y in ring] for ring in polygon] for polygon in self.polygons
        ]
        return json.dumps({"type": "MultiPolygon", "coordinates": polygons}, separators=(",", ":"))


def read_outline(content: bytes) -> Outline:
    """The outline in a GeoJSON file: one polygon or several, alone, as a feature, or as features."""
    if len(content) > MOST_BYTES:
        raise BadOutline(_("The file is larger than 1 MB. Save the outline with fewer points."))
    try:
        given = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise BadOutline(_("The file is no GeoJSON. Export the outline as GeoJSON.")) from error
    polygons = tuple(_polygon(rings) for geometry in _geometries(given) for rings in parts_of(geometry))
    outline = Outline(polygons)
    if not polygons:
        raise BadOutline(_("There is no outline in the file. Draw a polygon and save it as GeoJSON."))
    if len(outline.points) > MOST_POINTS:
        raise BadOutline(_("The outline has more than 5,000 corners. Save it with fewer."))
    _check_crossing(outline)
    return outline


def _geometries(given: Any) -> list[Any]:
    kind = given.get("type") if isinstance(given, dict) else None
    if kind == "FeatureCollection":
        features = given.get("features")
        return (
            [one.get("geometry") for one in features if isinstance(one, dict)]
            if isinstance(features, list)
            else []
        )
    return [given.get("geometry")] if kind == "Feature" else [given]


def parts_of(geometry: Any) -> list[Any]:
    """The polygons of a geometry, each a list of rings that are still unchecked."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    rings = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon") or not isinstance(rings, list):
        raise BadOutline(_("Only areas can be outlines: the file has points or lines in it."))
    return [rings] if kind == "Polygon" else rings


def _polygon(rings: Any) -> tuple[Ring, ...]:
    if not isinstance(rings, list) or not rings:
        raise BadOutline(_("A polygon in the file has no corners."))
    return tuple(ring_of(ring) for ring in rings)


def ring_of(ring: Any) -> Ring:
    """A closed ring of checked corners."""
    if not isinstance(ring, list):
        raise BadOutline(_("A polygon in the file has no corners."))
    points = [point_of(point) for point in ring[: MOST_POINTS + 1]]
    kept = [point for number, point in enumerate(points) if number == 0 or point != points[number - 1]]
    if len(kept) < 4 or kept[0] != kept[-1]:
        raise BadOutline(_("The outline is not closed: the last corner must be the first one again."))
    return tuple(kept)


def point_of(point: Any) -> Point:
    """A corner in steps."""
    is_pair = isinstance(point, list) and len(point) >= 2
    if not is_pair or not all(
        isinstance(one, int | float) and not isinstance(one, bool) for one in point[:2]
    ):
        raise BadOutline(_("A corner in the file is no pair of numbers."))
    across, up = point[:2]
    if not (-180 <= across <= 180 and -90 <= up <= 90):
        raise BadOutline(
            _("The coordinates are no degrees. Export the outline in WGS 84 (EPSG:4326), longitude first.")
        )
    return round(across * STEPS), round(up * STEPS)


def _check_crossing(outline: Outline) -> None:
    rings = [ring for polygon in outline.polygons for ring in polygon]
    crossing = first_crossing(rings)
    if crossing is not None:
        x, y = crossing
        where = f"{y / STEPS:.5f}, {x / STEPS:.5f}"
        raise BadOutline(
            _("The outline crosses or touches itself near %(where)s. Mend it there.") % {"where": where}
        )
