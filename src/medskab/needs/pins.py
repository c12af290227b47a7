"""Where something is on the map: a point in the area or close by, and the sheet that it is put on."""

from dataclasses import dataclass
from datetime import date
from math import cos, isfinite, radians

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from medskab.common.deed import CannotAct
from medskab.places import queries as places
from medskab.places.models import Area

# Latitude and longitude, in degrees.
Pin = tuple[float, float]
CLOSE_BY_METRES = 500
_METRES_PER_DEGREE = 111_320.0


@dataclass(frozen=True)
class Sheet:
    """What a map that moves is made of: how far it reaches, and whom it is owed to."""

    box: str
    owed: str
    tiles: str = ""
    tiles_owed: str = ""


def sheet_of(area: Area, day: date) -> Sheet | None:
    """The area's sheet; None where nobody has said where the area lies."""
    box = places.extent(area, day)
    if box is None:
        return None
    sides = ",".join(f"{box[side]:.6f}" for side in ("south", "west", "north", "east"))
    return Sheet(sides, places.map_owed(area), settings.TILES, settings.TILES_OWED)


def pinned(area: Area, pin: Pin | None, day: date) -> dict[str, float | None]:
    """The pin as a row keeps it; a point far outside the area is a slip of the hand."""
    if pin is None:
        return {"latitude": None, "longitude": None}
    latitude, longitude = pin
    is_on_earth = isfinite(latitude) and isfinite(longitude) and abs(latitude) <= 90 and abs(longitude) <= 180
    box = places.extent(area, day) if is_on_earth else None
    if not is_on_earth or (box and not _is_near(latitude, longitude, box)):
        raise CannotAct(_("This point lies outside the area. Put the pin on the map again."))
    return {"latitude": latitude, "longitude": longitude}


def _is_near(latitude: float, longitude: float, box: dict[str, float]) -> bool:
    up = CLOSE_BY_METRES / _METRES_PER_DEGREE
    across = up / max(cos(radians(latitude)), 0.05)
    is_level = box["south"] - up <= latitude <= box["north"] + up
    return is_level and box["west"] - across <= longitude <= box["east"] + across
