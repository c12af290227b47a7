"""A meeting's wall: begun, added to, shown and taken down, closed."""

import secrets
from collections.abc import Collection, Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.gatherings.models import Gathering
from medskab.needs import queries, receipts, rules
from medskab.needs.models import Channel, Input, InputKind, Wall, WallNote
from medskab.people.models import Person
from medskab.places.models import Area
from medskab.tools.live.actions import bump

from .notes import take_notes
from .saying import Said, say

MOST_IN_THE_ROOM = 1000
_CODE_SIGNS = 8


@deed
def begin_wall(*, area: Area, title: str, gathering: Gathering | None, by: Person, now: datetime) -> Wall:
    """Put up a wall for a meeting."""
    if not rules.may_sort(by, area):
        raise CannotAct(_("Only those who work here do this."))
    if not title.strip():
        raise CannotAct(_("Give it a title."))
    if gathering and gathering.area_id != area.pk:
        raise CannotAct(_("This meeting belongs elsewhere."))
    code = "".join(secrets.choice(receipts.ALPHABET) for _sign in range(_CODE_SIGNS))
    facts = {"title": title.strip(), "gathering": gathering, "code": code}
    wall = Wall.objects.create(area=area, begun_by=by, begun_at=now, **facts)
    record("needs/wall-begun", wall, by=by, now=now)
    return wall


@deed
def say_to_wall(*, wall: Wall, words: str, code: str, by: None = None, now: datetime) -> Input:
    """Somebody in the room says something; it waits for a tick of whoever leads the meeting."""
    fresh = _open(wall)
    if fresh.notes.count() >= MOST_IN_THE_ROOM:
        raise CannotAct(_("The wall is full. Say it to whoever leads the meeting."))
    said = Said(kind=InputKind.OPEN, words=words, channel=Channel.MEETING, by_oneself=True)
    row = say(area=fresh.area, said=said, code=code, by=by, now=now)
    WallNote.objects.create(area=fresh.area, wall=fresh, input=row)
    bump(fresh.topic_of_staff)
    return row


@deed
def write_on_wall(
    *, wall: Wall, all_said: Sequence[Said], is_shown: bool, secret: str, by: Person, now: datetime
) -> Wall:
    """Whoever leads the meeting writes down what is said there; shown at once, or after a tick."""
    fresh = _led(_open(wall), by)
    first = take_notes(area=fresh.area, all_said=all_said, secret=secret, by=by, now=now)
    for row in queries.taken_in_with(first):
        WallNote.objects.create(area=fresh.area, wall=fresh, input=row, shown_at=now if is_shown else None)
    return _told(fresh)


@deed
def show_on_wall(*, wall: Wall, notes: Collection[int], by: Person, now: datetime) -> Wall:
    """Let all in the room see these."""
    waiting = _led(wall, by).notes.filter(pk__in=notes)
    number = waiting.update(shown_at=now, taken_down_at=None)
    return _done("needs/wall-shown", wall, number, by, now)


@deed
def take_off_wall(*, wall: Wall, notes: Collection[int], by: Person, now: datetime) -> Wall:
    """Take these down again."""
    hanging = _led(wall, by).notes.filter(pk__in=notes, shown_at__isnull=False, taken_down_at=None)
    return _done("needs/wall-taken-down", wall, hanging.update(taken_down_at=now), by, now)


@deed
def close_wall(*, wall: Wall, by: Person, now: datetime) -> Wall:
    """Nothing more comes in; what is shown stays to be read."""
    fresh = _led(_open(wall), by)
    fresh.closed_at = now
    fresh.save(update_fields=["closed_at"])
    record("needs/wall-closed", fresh, by=by, now=now)
    return _told(fresh)


def _open(wall: Wall) -> Wall:
    fresh = Wall.objects.select_for_update().select_related("area").get(pk=wall.pk)
    if fresh.closed_at:
        raise CannotAct(_("The meeting is over. Nothing more is taken here."))
    return fresh


def _led(wall: Wall, by: Person) -> Wall:
    if not rules.may_sort(by, wall):
        raise CannotAct(_("Only those who work here do this."))
    return wall


def _done(kind: str, wall: Wall, number: int, by: Person, now: datetime) -> Wall:
    if not number:
        raise CannotAct(_("Tick at least one."))
    record(kind, wall, by=by, now=now, figures={"notes": number})
    return _told(wall)


def _told(wall: Wall) -> Wall:
    bump(wall.topic)
    bump(wall.topic_of_staff)
    return wall
