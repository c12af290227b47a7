"""What stands on the ground: houses, paths, roads, green and water, as rings and lines in whole steps."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from medskab.common.deed import CannotAct
from medskab.places.models import FeatureKind
from medskab.places.outline import STEPS, Point

Line = tuple[Point, ...]

# Of a name no more is kept than a map has room for.
LONGEST_NAME = 80
_PATHS = frozenset({"footway", "path", "cycleway", "steps", "pedestrian", "track", "bridleway", "corridor"})
_GREEN = {
    "leisure": frozenset({"park", "garden", "playground", "pitch", "common", "dog_park"}),
    "landuse": frozenset(
        {"grass", "forest", "meadow", "recreation_ground", "village_green", "allotments", "orchard"}
    ),
    "natural": frozenset({"wood", "scrub", "grassland", "heath"}),
}
_OPEN_WATER = frozenset({"river", "stream", "ditch", "canal", "drain"})


class BadMap(CannotAct):
    """The file is no map that can be read; the text says what to do."""


@dataclass(frozen=True)
class Shape:
    """One thing on the ground: closed rings where it is an area, else lines."""

    kind: str
    name: str
    lines: tuple[Line, ...]
    is_area: bool

    @property
    def points(self) -> Iterator[Point]:
        """Every corner."""
        return (point for line in self.lines for point in line)

    @property
    def box(self) -> dict[str, float]:
        """The four sides of the smallest box around it, in degrees."""
        across, up = zip(*self.points, strict=True)
        sides = {"south": min(up), "west": min(across), "north": max(up), "east": max(across)}
        return {side: steps / STEPS for side, steps in sides.items()}

    def as_geojson(self) -> str:
        """The geometry alone, to about a hand's breadth."""
        lines = [[[round(x / STEPS, 6), round(y / STEPS, 6)] for x, y in line] for line in self.lines]
        # Rings are not sorted into outer ones and holes: all who draw them fill by the even-odd rule.
        given = {"type": "Polygon" if self.is_area else "MultiLineString", "coordinates": lines}
        return json.dumps(given, separators=(",", ":"))


@dataclass(frozen=True)
class Meaning:
    """What the words beside a shape say that it is."""

    kind: str
    is_area: bool


def meaning(tags: Mapping[str, Any]) -> Meaning | None:
    """What a thing is by OpenStreetMap's own words; None where it is nothing that we draw."""
    if str(tags.get("building", "no")) != "no":
        return Meaning(FeatureKind.BUILDING, True)
    if road := tags.get("highway"):
        kind = FeatureKind.PATH if road in _PATHS else FeatureKind.ROAD
        return Meaning(kind, tags.get("area") == "yes")
    if tags.get("natural") == "water" or tags.get("landuse") in {"basin", "reservoir"}:
        return Meaning(FeatureKind.WATER, True)
    if tags.get("waterway") in _OPEN_WATER:
        return Meaning(FeatureKind.WATER, False)
    if any(tags.get(key) in values for key, values in _GREEN.items()):
        return Meaning(FeatureKind.GREEN, True)
    return None
