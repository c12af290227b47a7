"""Questions about places, outlines and homes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import Count, Q, Sum

from . import ground
from .area_drawing import Drawing, drawn_area
from .branches import Branch, branches_of_kind
from .models import (
    Area,
    Boundary,
    Dwelling,
    DwellingList,
    FeatureKind,
    ListState,
    MapFile,
    MapFileState,
    Place,
    PlaceKind,
)
from .models.dwelling import DwellingQuerySet
from .natural_order import natural_key
from .plan_drawing import Plan, drawn_plan
from .rules import may_be_one_line


def tree(area: Area, day: date) -> list[Branch]:
    """The places of an area that stand on a day, as a tree; two questions to the database in all."""
    places = list(Place.objects.for_area(area).standing_on(day).select_related("area"))
    homes = dict(
        Dwelling.objects.for_area(area)
        .standing_on(day)
        .values_list("stairwell")
        .annotate(total=Sum("homes"))
        .order_by()
    )
    below: dict[int | None, list[Place]] = defaultdict(list)
    there = {place.pk for place in places}
    for place in sorted(places, key=lambda one: natural_key(one.name)):
        below[place.parent_id if place.parent_id in there else None].append(place)
    return [_branch(place, below, homes) for place in below[None]]


def _branch(place: Place, below: dict[int | None, list[Place]], homes: dict[int, int]) -> Branch:
    branches = [_branch(child, below, homes) for child in below[place.pk]]
    return Branch(place, branches, homes.get(place.pk, 0) + sum(one.homes for one in branches))


def branch_of(place: Place, day: date) -> Branch | None:
    """The place's own branch of the tree; None where it does not stand on the day."""
    waiting = tree(place.area, day)
    while waiting:
        branch = waiting.pop()
        if branch.place.pk == place.pk:
            return branch
        waiting += branch.branches
    return None


def blocks(tree: Sequence[Branch]) -> list[Branch]:
    """The blocks of a tree, in its order."""
    return branches_of_kind(tree, PlaceKind.BLOCK)


def picture(area: Area, tree: Sequence[Branch], day: date) -> Plan | None:
    """A picture of the area made from its own blocks; None where it has none, or far too many."""
    return drawn_plan(tree, boundaries(area, day))


def ancestors(place: Place) -> list[Place]:
    """What the place lies in, the widest first."""
    found: list[Place] = []
    while place.parent is not None:
        place = place.parent
        found.insert(0, place)
    return found


def dwellings(area: Area, day: date, *, place: Place | None = None) -> DwellingQuerySet:
    """The homes of an area, or of one of its places, that stand on a day."""
    found = Dwelling.objects.for_area(area).standing_on(day)
    if place is not None:
        within = Q(stairwell=place) | Q(stairwell__parent=place) | Q(stairwell__parent__parent=place)
        found = found.filter(within | Q(stairwell__parent__parent__parent=place))
    return found.select_related("stairwell__parent__parent")


@dataclass(frozen=True)
class Size:
    """How large an area is, as far as its tree says."""

    departments: int
    blocks: int
    stairwells: int
    homes: int


def size(area: Area, day: date) -> Size:
    """How many departments, blocks, stairwells and homes stand on a day."""
    kinds = Place.objects.for_area(area).standing_on(day).order_by().values_list("kind").annotate(Count("id"))
    number: dict[str, int] = dict(kinds)
    homes = Dwelling.objects.for_area(area).standing_on(day).aggregate(total=Sum("homes"))["total"] or 0
    return Size(
        departments=number.get(PlaceKind.DEPARTMENT, 0),
        blocks=number.get(PlaceKind.BLOCK, 0),
        stairwells=number.get(PlaceKind.STAIRWELL, 0),
        homes=homes,
    )


def boundaries(area: Area, day: date) -> models.QuerySet[Boundary]:
    """The outlines of the area and of its places that hold on a day."""
    return Boundary.objects.for_area(area).valid_on(day).select_related("place")


def boundary_versions(area: Area) -> models.QuerySet[Boundary]:
    """Every version of every outline of the area, the newest of each first."""
    return Boundary.objects.for_area(area).select_related("place").defer("outline")


def is_name_shared_by_two_boundaries(area: Area) -> bool:
    """Whether two boundaries with one name are not the same, so that their figures cannot be compared."""
    by_name: dict[str, Boundary] = {}
    for one in Boundary.objects.for_area(area):
        if not may_be_one_line(by_name.setdefault(one.name.casefold(), one), one):
            return True
    return False


def dwelling_lists(area: Area) -> models.QuerySet[DwellingList]:
    """The lists that were carried out, newest first, without their lines."""
    done = DwellingList.objects.for_area(area).exclude(state=ListState.DRAFT)
    return done.defer("lines", "before").order_by("-carried_out_at", "-id")


def latest_list(area: Area) -> DwellingList | None:
    """The list that was carried out last and not taken back."""
    done = DwellingList.objects.for_area(area).filter(state=ListState.CARRIED_OUT)
    return done.order_by("-carried_out_at", "-id").first()


def map_files(area: Area) -> models.QuerySet[MapFile]:
    """The maps that were taken in, newest first."""
    return MapFile.objects.for_area(area).exclude(state=MapFileState.DRAFT).order_by("-taken_in_at", "-id")


def map_counts(kept: MapFile) -> list[tuple[str, int]]:
    """How many of each kind a map holds, the houses first."""
    number = dict(kept.features.order_by().values_list("kind").annotate(Count("id")))
    return [(str(FeatureKind(kind).label), number.get(kind, 0)) for kind in reversed(FeatureKind.values)]


def extent(area: Area, day: date) -> dict[str, float] | None:
    """How far the area reaches; None where nobody has said it."""
    return ground.extent(area, day)


def map_owed(area: Area) -> str:
    """Whom the area's maps are owed to, as it stands under each."""
    in_use = ground.map_in_use(area)
    return in_use.owed if in_use else ""


def area_map(area: Area, day: date, pins: Sequence[tuple[float, float, str]] = ()) -> Drawing | None:
    """The area with what stands on it and pins (latitude, longitude, kind); None where nothing is known."""
    return drawn_area(ground.ground_of(area, day), pins)


def is_referred_to(rows: models.QuerySet, own: tuple[type[models.Model], ...]) -> bool:
    """Whether any row of another model than our own points at one of these, in whatever room it lies."""
    for relation in rows.model._meta.get_fields(include_hidden=True):
        if not relation.auto_created or relation.concrete or relation.related_model in own:
            continue
        points_here = {f"{relation.field.name}__in": rows.values("pk")}
        if relation.related_model._base_manager.filter(**points_here).exists():
            return True
    return False
