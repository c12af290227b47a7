"""Houses out of a GeoJSON file: each feature by the words beside it, a house where there are none."""

import json
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from medskab.places.models import FeatureKind
from medskab.places.outline import BadOutline, parts_of, point_of, ring_of

from .shapes import LONGEST_NAME, BadMap, Line, Meaning, Shape, meaning

_LINES = {"LineString": 1, "MultiLineString": 2}
_UNNAMED = Meaning(FeatureKind.BUILDING, True)


def read_geojson(content: bytes) -> Iterator[Shape | None]:
    """Each shape of the file; None for one that cannot be drawn."""
    try:
        given = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise BadMap(_("The file is no GeoJSON. Export the buildings as GeoJSON.")) from error
    features = given.get("features") if isinstance(given, dict) else None
    if not isinstance(features, list):
        raise BadMap(_("The file holds no list of buildings (a FeatureCollection). Export it anew."))
    for feature in features:
        yield from _shapes(feature) if isinstance(feature, dict) else (None,)


def _shapes(feature: dict[str, Any]) -> Iterator[Shape | None]:
    geometry, tags = feature.get("geometry"), feature.get("properties")
    tags = tags if isinstance(tags, dict) else {}
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    what = meaning({key: value for key, value in tags.items() if isinstance(value, str | int | bool)})
    name = str(tags.get("name") or "")[:LONGEST_NAME]
    try:
        if kind in _LINES:
            yield _line(geometry, name, what)
        else:
            for rings in parts_of(geometry):
                yield Shape((what or _UNNAMED).kind, name, _rings(rings), True)
    except BadOutline:
        yield None


def _rings(rings: Any) -> tuple[Line, ...]:
    if not isinstance(rings, list) or not rings:
        raise BadOutline
    return tuple(ring_of(ring) for ring in rings)


def _line(geometry: Any, name: str, what: Meaning | None) -> Shape | None:
    """A road, a path or a stream; a line that says nothing of itself is nothing."""
    lines = geometry.get("coordinates")
    if what is None or what.is_area or not isinstance(lines, list):
        return None
    many = [lines] if _LINES[geometry["type"]] == 1 else lines
    read = tuple(_points(one) for one in many)
    return Shape(what.kind, name, read, False) if read else None


def _points(line: Any) -> Line:
    if not isinstance(line, list) or len(line) < 2:
        raise BadOutline
    return tuple(point_of(point) for point in line)
