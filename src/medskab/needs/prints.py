"""Which walls there are, which doors a code can open, and where each code leads.

A room above names its open doors in its AppConfig: `wall_doors = ("medskab.x.walls.doors",)`, a function of
the area that gives `(kind, slug, title)`. `<kind>-at` is the address with the slug and a place, `<kind>`
the one without a place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.apps import apps
from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from medskab.places.models import Area, Place, PlaceKind
from medskab.places.queries import Branch, branch_of, tree

from .printing import OnWall

MOST_WALLS = 300
SAY = "say"


@dataclass(frozen=True)
class Door:
    """What a code opens: `kind` is `say`, `conversation` or `survey`."""

    kind: str
    slug: str = ""
    title: str = ""

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"{self.kind}:{self.slug}" if self.slug else self.kind


def doors(area: Area) -> list[Door]:
    """Saying something first, then what is open in the rooms above."""
    found = [Door(SAY)]
    for room in apps.get_app_configs():
        for path in getattr(room, "wall_doors", ()):
            found += [Door(*facts) for facts in import_string(path)(area)]
    return found


def address(door: Door, area: Area, place: Place | None) -> str:
    """The whole address of a door, as it is entered from that wall."""
    words = [area.slug, *filter(None, [door.slug])]
    path = reverse(f"{door.kind}-at", args=[*words, place.pk]) if place else reverse(door.kind, args=words)
    return settings.SITE_ADDRESS + path


def walls(area: Area, top: Place | None, day: date) -> list[Place | None]:
    """The stairwells of the area or below a place; what has none is a wall itself, and so is a bare area."""
    if top is None:
        found = [place for branch in tree(area, day) for place in _ends(branch)]
        return [*found] or [None]
    branch = branch_of(top, day)
    return [*_ends(branch)] if branch else []


def on_walls(area: Area, door: Door, places: Sequence[Place | None]) -> list[OnWall]:
    """One poster each, with the place's name and the block that it lies in."""
    return [OnWall(_named(place, area), address(door, area, place)) for place in places]


def receipt_address(area: Area) -> str:
    """Where the half that was kept is read; the code stands in no address."""
    return settings.SITE_ADDRESS + reverse("need-receipt", args=[area.slug])


def _ends(branch: Branch) -> list[Place]:
    if not branch.branches:
        return [branch.place]
    return [place for one in branch.branches for place in _ends(one)]


def _named(place: Place | None, area: Area) -> str:
    if place is None:
        return area.name
    if place.kind == PlaceKind.STAIRWELL and place.parent:
        return _("%(block)s · %(stairwell)s") % {"block": place.parent.name, "stairwell": place.name}
    return place.name
