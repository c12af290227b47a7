"""The points of an agenda, until it is sent out."""

from datetime import datetime
from typing import Any

from django.db.models import F

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.gatherings import refusals, rules
from medskab.gatherings.models import AgendaItem, Gathering, ItemKind, Motion, MotionState
from medskab.people.models import Person

# Further than any agenda is long: numbers pass through there, so that no two are ever equal.
_AWAY = 1000


@deed
def add_item(*, gathering: Gathering, words: dict[str, Any], by: Person, now: datetime) -> AgendaItem:
    """Put a point at the end; "anything else" stays the last point of an afdelingsmøde."""
    _check(by, gathering)
    last = gathering.items.order_by("-number").first()
    number = last.number + 1 if last else 1
    item = AgendaItem.objects.create(area_id=gathering.area_id, gathering=gathering, number=number, **words)
    if last and gathering.is_lawful and last.kind == ItemKind.OTHER:
        order = gathering.items.exclude(pk=last.pk).values_list("pk", flat=True)
        _renumber(gathering, [*order, last.pk])
        item.refresh_from_db()
    audit.record("gathering.item_added", item, by=by, now=now)
    return item


@deed
def edit_item(*, item: AgendaItem, words: dict[str, Any], by: Person, now: datetime) -> AgendaItem:
    """Change a point. A resident's motion keeps its own wording beside it."""
    _check(by, item.gathering)
    AgendaItem.objects.filter(pk=item.pk).update(**words)
    audit.record("gathering.item_edited", item, by=by, now=now)
    item.refresh_from_db()
    return item


@deed
def move_item(*, item: AgendaItem, is_up: bool, by: Person, now: datetime) -> AgendaItem:
    """Change places with the point before or after; the first stays first, the last stays last."""
    _check(by, item.gathering)
    items = list(item.gathering.items.order_by("number"))
    place = next(place for place, one in enumerate(items) if one.pk == item.pk)
    other = place - 1 if is_up else place + 1
    if 0 <= other < len(items):
        items[place], items[other] = items[other], items[place]
        _renumber(item.gathering, [one.pk for one in items])
        audit.record("gathering.item_moved", item, by=by, now=now)
    item.refresh_from_db()
    return item


@deed
def remove_item(*, item: AgendaItem, by: Person, now: datetime) -> Gathering:
    """Take a point off; a motion that stood behind it waits for its answer again."""
    gathering = item.gathering
    _check(by, gathering)
    audit.record("gathering.item_removed", item, by=by, now=now)
    if item.motion_id is not None:
        Motion.objects.filter(pk=item.motion_id).update(state=MotionState.RECEIVED, answered_at=None)
    AgendaItem.objects.filter(pk=item.pk).delete()
    _renumber(gathering, list(gathering.items.order_by("number").values_list("pk", flat=True)))
    return gathering


def _check(by: Person, gathering: Gathering) -> None:
    if not rules.may_conduct(by, gathering):
        raise refusals.NotYoursToConduct
    if not gathering.may_change_agenda:
        raise refusals.AgendaIsSent


def _renumber(gathering: Gathering, order: list[int]) -> None:
    gathering.items.update(number=F("number") + _AWAY)
    for number, pk in enumerate(order, 1):
        AgendaItem.objects.filter(pk=pk).update(number=number)
