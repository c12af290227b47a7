"""Putting notices up, changing them, taking them down."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from medskab.audit.actions import record
from medskab.common.deed import deed
from medskab.noticeboard import refusals, rules
from medskab.noticeboard.models import Notice
from medskab.people.models import Person
from medskab.places.models import Area


@deed
def put_up(*, area: Area, words: dict[str, Any], by: Person, now: datetime) -> Notice:
    """Hang a notice on the board, from its first day to its last."""
    if not rules.may_post(by, area):
        raise refusals.NotYoursToPost
    _check(area, words, now)
    notice = Notice.objects.create(area=area, by=by, put_up_at=now, **words)
    record("noticeboard.notice_put_up", notice, by=by, now=now, figures={"is_urgent": notice.is_urgent})
    return notice


@deed
def change_notice(*, notice: Notice, words: dict[str, Any], by: Person, now: datetime) -> Notice:
    """Word it better or move its days; what was taken down stays down."""
    if not rules.may_change(by, notice):
        raise refusals.NotYoursToPost
    _check(notice.area, words, now)
    if not Notice.objects.filter(pk=notice.pk, taken_down_at=None).update(**words):
        raise refusals.TakenDown
    record("noticeboard.notice_changed", notice, by=by, now=now)
    notice.refresh_from_db()
    return notice


@deed
def take_down(*, notice: Notice, by: Person, now: datetime) -> Notice:
    """Off the board at once, into the archive."""
    if not rules.may_change(by, notice):
        raise refusals.NotYoursToPost
    if not Notice.objects.filter(pk=notice.pk, taken_down_at=None).update(taken_down_at=now):
        raise refusals.TakenDown
    record("noticeboard.notice_taken_down", notice, by=by, now=now)
    notice.refresh_from_db()
    return notice


def _check(area: Area, words: dict[str, Any], now: datetime) -> None:
    if words["until_on"] < words["from_on"]:
        raise refusals.DaysTurned
    if words["until_on"] < timezone.localdate(now):
        raise refusals.OverAlready
    if words.get("place") and words["place"].area_id != area.pk:
        raise refusals.NoSuchPlace
