"""Areas, places and those who work there, for this room's tests and for the rooms above."""

import json
from datetime import UTC, date, datetime

from medskab.places import actions
from medskab.places.maps.reading import read_map
from medskab.places.models import Area, Dwelling, Place, PlaceKind
from medskab.places.outline import read_outline

MOMENT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


SQUARE = [[10.42, 55.4], [10.43, 55.4], [10.43, 55.41], [10.42, 55.41], [10.42, 55.4]]


def geojson(*rings, kind="Polygon"):
    """A file with an outline."""
    coordinates = list(rings) if kind == "Polygon" else [[ring] for ring in rings]
    return json.dumps({"type": kind, "coordinates": coordinates}).encode()


class Roles:
    """The roles that somebody holds."""

    def __init__(self, kinds):
        self.kinds = set(kinds)

    def held_on(self, _day):
        return self

    def filter(self, *, kind__in):
        return Roles(self.kinds & set(kind__in))

    def exists(self):
        return bool(self.kinds)


class Somebody:
    """Stands in for a person, who belongs to a room above."""

    def __init__(self, area, *kinds, pk=7):
        self.pk, self.area_id, self.erased_at, self.roles = pk, area.pk, None, Roles(kinds)


def area(name="Engparken", slug="engparken"):
    return Area.objects.create(name=name, slug=slug, created_at=MOMENT)


def facilitator(of):
    return Somebody(of, "facilitator")


def resident(of):
    return Somebody(of, "resident")


def block(in_area, name="Block 1"):
    """A block in the area's only department."""
    department, _made = Place.objects.get_or_create(
        area=in_area, kind=PlaceKind.DEPARTMENT, name=in_area.name, parent=None
    )
    return Place.objects.create(area=in_area, kind=PlaceKind.BLOCK, name=name, parent=department)


def stairwell(in_block, name="Engvej 4"):
    return Place.objects.create(area=in_block.area, kind=PlaceKind.STAIRWELL, name=name, parent=in_block)


def dwelling(in_stairwell, **changed):
    given = {"address_line": in_stairwell.name, "floor": "1", "door": "tv"}
    return Dwelling.objects.create(area=in_stairwell.area, stairwell=in_stairwell, **given | changed)


def square(west, south, side=0.0004):
    """A house's ring."""
    east, north = west + side, south + side
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def houses(*rings, **properties):
    """A GeoJSON file with a house for each ring."""
    features = [
        {
            "type": "Feature",
            "properties": properties,
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for ring in rings
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def map_file(in_area, by, content=None, taken_in=True):
    """A map with one house, in use."""
    found = read_map([content or houses(square(10.425, 55.405))], None)
    given = actions.MapSource("houses.geojson", "The surveyor", "free to use")
    kept = actions.upload_map(area=in_area, given=given, found=found, by=by, now=MOMENT)
    return actions.take_in_map(map_file=kept, by=by, now=MOMENT) if taken_in else kept


def outline(in_area, by):
    """The area's own outline: SQUARE."""
    facts = actions.BoundaryFacts("Engparken", "The estate", "The deed", date(2020, 1, 1))
    shape = read_outline(geojson(SQUARE))
    return actions.add_boundary(area=in_area, facts=facts, outline=shape, by=by, now=MOMENT)
