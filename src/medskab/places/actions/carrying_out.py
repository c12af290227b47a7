"""Carrying out a list of homes, whole or not at all, and taking it back."""

from collections.abc import Iterable
from datetime import date, datetime

from medskab.common.deed import deed
from medskab.places import queries, rules
from medskab.places.audit_line import record
from medskab.places.imports.comparison import Comparison
from medskab.places.imports.lines import HomeLine
from medskab.places.models import Area, Dwelling, DwellingList, ListState, Place, PlaceKind

from . import refusals

_BATCH = 1000
# Changing a row looks through all rows of its batch: small ones are quicker.
_SMALL_BATCH = 100
_LEVELS = (PlaceKind.DEPARTMENT, PlaceKind.BLOCK, PlaceKind.STAIRWELL)


@deed
def carry_out_list(
    *, dwelling_list: DwellingList, comparison: Comparison, by: rules.Actor | None, now: datetime
) -> DwellingList:
    """Bring in what is new, change what changed, end what is gone; remember how it was."""
    area, day = dwelling_list.area, now.date()
    if comparison.is_empty:
        raise refusals.NothingToDo
    drafts = DwellingList.objects.filter(pk=dwelling_list.pk, state=ListState.DRAFT)
    if not drafts.update(state=ListState.CARRIED_OUT, carried_out_at=now):
        raise refusals.ListIsOver
    lines = [*comparison.new, *(line for _one, line in comparison.changed)]
    stairwells, made = _stairwells(area, lines, day)
    # What ends or changes lets go of its number first: another home may have it from now on.
    before = {"places": made, "changed": _loosen(comparison), "gone": _end(comparison.gone, day)}
    Dwelling.objects.bulk_create(
        [_dwelling(dwelling_list, line, stairwells[line.path]) for line in comparison.new], batch_size=_BATCH
    )
    _change(comparison, stairwells)
    dwelling_list.refresh_from_db(fields=["state", "carried_out_at"])
    dwelling_list.changes, dwelling_list.before, dwelling_list.lines = comparison.counts, before, []
    dwelling_list.save(update_fields=["changes", "before", "lines"])
    record("dwelling_list.carried_out", dwelling_list, by=by, now=now, figures=comparison.counts)
    return dwelling_list


@deed
def take_back_list(*, dwelling_list: DwellingList, by: rules.Actor | None, now: datetime) -> DwellingList:
    """Make everything as it was before the list, as long as nothing refers to what it brought."""
    if not rules.may_shape(by, dwelling_list):
        raise refusals.NotYoursToChange
    latest = queries.latest_list(dwelling_list.area)
    if latest is None or latest.pk != dwelling_list.pk:
        raise refusals.NotTheLatestList
    _check_unused(dwelling_list)
    changed = dwelling_list.before["changed"]
    Dwelling.objects.filter(pk__in=[pk for pk, *_rest in changed]).update(unit="")
    Dwelling.objects.filter(brought_by=dwelling_list).delete()
    Dwelling.objects.filter(pk__in=dwelling_list.before["gone"]).update(valid_until=None)
    _restore(changed)
    for kind in reversed(_LEVELS):
        Place.objects.filter(pk__in=dwelling_list.before["places"], kind=kind).delete()
    dwelling_list.state, dwelling_list.before = ListState.TAKEN_BACK, {}
    dwelling_list.save(update_fields=["state", "before"])
    record("dwelling_list.taken_back", dwelling_list, by=by, now=now)
    return dwelling_list


def _stairwells(
    area: Area, lines: Iterable[HomeLine], day: date
) -> tuple[dict[tuple[str, str, str], Place], list[int]]:
    """The stairwell of each line, made with its block and department where it is missing."""
    places: dict[tuple[str, ...], Place] = {}
    by_pk: dict[int, tuple[str, ...]] = {}
    for kind in _LEVELS:
        for place in Place.objects.for_area(area).standing_on(day).filter(kind=kind):
            path = (*by_pk.get(place.parent_id or 0, ()), place.name.casefold())
            places[path], by_pk[place.pk] = place, path
    made: list[int] = []
    for line in lines:
        for depth, (kind, name) in enumerate(zip(_LEVELS, _names(line), strict=True), 1):
            path = line.path[:depth]
            if path not in places:
                parent = places.get(line.path[: depth - 1])
                places[path] = Place.objects.create(area=area, kind=kind, name=name, parent=parent)
                made.append(places[path].pk)
    return {line: places[line] for line in places if len(line) == len(_LEVELS)}, made  # type: ignore[misc]


def _names(line: HomeLine) -> tuple[str, str, str]:
    return line.department, line.block, line.stairwell


def _dwelling(dwelling_list: DwellingList, line: HomeLine, stairwell: Place) -> Dwelling:
    return Dwelling(
        area=dwelling_list.area,
        stairwell=stairwell,
        address_line=line.address,
        floor=line.floor,
        door=line.door,
        unit=line.unit,
        homes=line.homes,
        brought_by=dwelling_list,
    )


def _loosen(comparison: Comparison) -> list[tuple[int, int, str, int]]:
    """Take the numbers off the homes that change; answers how these were."""
    before = [(one.pk, one.stairwell_id, one.unit, one.homes) for one, _line in comparison.changed]
    Dwelling.objects.filter(pk__in=[pk for pk, *_rest in before]).update(unit="")
    return before


def _change(comparison: Comparison, stairwells: dict[tuple[str, str, str], Place]) -> None:
    for dwelling, line in comparison.changed:
        dwelling.stairwell, dwelling.unit, dwelling.homes = stairwells[line.path], line.unit, line.homes
    Dwelling.objects.bulk_update(
        [one for one, _line in comparison.changed], ["stairwell", "unit", "homes"], batch_size=_SMALL_BATCH
    )


def _end(gone: list[Dwelling], day: date) -> list[int]:
    numbers = [one.pk for one in gone]
    Dwelling.objects.filter(pk__in=numbers).update(valid_until=day)
    return numbers


def _restore(changed: list[tuple[int, int, str, int]]) -> None:
    homes = Dwelling.objects.in_bulk([pk for pk, *_rest in changed])
    for pk, stairwell, unit, number in changed:
        homes[pk].stairwell_id, homes[pk].unit, homes[pk].homes = stairwell, unit, number
    Dwelling.objects.bulk_update(homes.values(), ["stairwell", "unit", "homes"], batch_size=_SMALL_BATCH)


def _check_unused(dwelling_list: DwellingList) -> None:
    own = (Dwelling, Place)
    brought = Dwelling.objects.filter(brought_by=dwelling_list)
    places = Place.objects.filter(pk__in=dwelling_list.before["places"])
    moved = [pk for pk, *_rest in dwelling_list.before["changed"]]
    strangers = Dwelling.objects.filter(stairwell__in=places).exclude(brought_by=dwelling_list)
    children = Place.objects.filter(parent__in=places).exclude(pk__in=places.values("pk"))
    is_used = queries.is_referred_to(brought, own) or queries.is_referred_to(places, own)
    if is_used or strangers.exclude(pk__in=moved).exists() or children.exists():
        raise refusals.AlreadyInUse
