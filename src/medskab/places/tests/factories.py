"""Areas, places and those who work there, for this room's tests and for the rooms above."""

import json
from datetime import UTC, datetime

from medskab.places.models import Area, Dwelling, Place, PlaceKind

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
