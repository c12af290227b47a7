"""From the draft to the agenda that is sent out."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.gatherings import queries, refusals, rules
from medskab.gatherings.models import AgendaItem, Call, Gathering, ItemKind, Kind, State
from medskab.notifications import actions as notifications
from medskab.people.models import Person
from medskab.people.queries import people_named
from medskab.places.models import Area

_STARTED = (State.DRAFT, State.CALLED)


@deed
def draft(*, area: Area, words: dict[str, Any], by: Person, now: datetime) -> Gathering:
    """Begin to prepare a gathering; a lawful meeting gets the points that it must have."""
    if not rules.may_prepare(by, area):
        raise refusals.NotYoursToConduct
    _check_times(words)
    gathering = Gathering.objects.create(
        area=area,
        slug=queries.free_slug(area, words["title"]),
        in_charge=by,
        created_at=now,
        **words,
    )
    titles = _first_points(gathering)
    AgendaItem.objects.bulk_create(
        AgendaItem(area=area, gathering=gathering, number=number, kind=kind, title=title)
        for number, (kind, title) in enumerate(titles, 1)
    )
    audit.record("gathering.drafted", gathering, by=by, now=now, figures={"kind": gathering.kind})
    return gathering


@deed
def edit(*, gathering: Gathering, words: dict[str, Any], by: Person, now: datetime) -> Gathering:
    """Change what a draft says; what has been called can only be moved or cancelled."""
    _check(by, gathering, State.DRAFT)
    _check_times(words)
    Gathering.objects.filter(pk=gathering.pk, state=State.DRAFT).update(**words)
    audit.record("gathering.edited", gathering, by=by, now=now)
    gathering.refresh_from_db()
    return gathering


@deed
def call(*, gathering: Gathering, by: Person, now: datetime) -> Gathering:
    """Tell all homes time, place and agenda. Without the law's days of notice a lawful meeting is refused."""
    _check(by, gathering, State.DRAFT)
    _check_notice(gathering, now)
    points = set(gathering.items.values_list("kind", flat=True))
    if gathering.has_agenda and not points:
        raise refusals.NothingOnTheAgenda
    if gathering.is_lawful and ItemKind.CHAIR not in points:
        raise refusals.NoChairOnTheAgenda
    called = Gathering.objects.filter(pk=gathering.pk, state=State.DRAFT)
    if not called.update(state=State.CALLED, called_at=now):
        raise refusals.NotAtThisPoint
    gathering.refresh_from_db()
    _tell(gathering, "called", by=by, now=now)
    return gathering


@deed
def call_as_informal(*, gathering: Gathering, by: Person, now: datetime) -> Gathering:
    """Too late for an afdelingsmøde: call it as a beboermøde, where nothing is decided."""
    _check(by, gathering, State.DRAFT)
    Gathering.objects.filter(pk=gathering.pk).update(kind=Kind.INFORMAL, is_extraordinary=False)
    lawful_points = (ItemKind.CHAIR, ItemKind.ELECTION, ItemKind.VOTE, ItemKind.BUDGET)
    gathering.items.filter(kind__in=lawful_points).update(kind=ItemKind.OTHER)
    gathering.refresh_from_db()
    return call(gathering=gathering, by=by, now=now)


@deed
def send_agenda(*, gathering: Gathering, by: Person, now: datetime) -> Gathering:
    """Send agenda and material out for good: from now on the agenda stands as it is."""
    _check(by, gathering, State.CALLED)
    if not gathering.may_change_agenda:
        raise refusals.AgendaIsSent
    today, rule = timezone.localdate(now), gathering.rule
    last_motion_day = rule.last_motion_day(gathering.held_on)
    if gathering.is_lawful and last_motion_day and today <= last_motion_day:
        raise refusals.MotionsStillComing(last_motion_day)
    if queries.open_motions(gathering).exists():
        raise refusals.MotionsUnanswered
    last = rule.last_material_day(gathering.held_on)
    if last and today > last:
        raise refusals.SentTooLate(last)
    unsent = Gathering.objects.filter(pk=gathering.pk, state=State.CALLED, material_sent_at=None)
    if not unsent.update(material_sent_at=now):
        raise refusals.AgendaIsSent
    gathering.refresh_from_db()
    _tell(gathering, "agenda", by=by, now=now)
    return gathering


@deed
def move(*, gathering: Gathering, to: dict[str, Any], because: str, by: Person, now: datetime) -> Gathering:
    """Another time or place, with the reason; a lawful meeting is called anew, with all its days."""
    _check(by, gathering, State.CALLED)
    _check_times(to)
    for name, value in to.items():
        setattr(gathering, name, value)
    _check_notice(gathering, now)
    Gathering.objects.filter(pk=gathering.pk, state=State.CALLED).update(**to, material_sent_at=None)
    gathering.refresh_from_db()
    _tell(gathering, "moved", by=by, now=now, because=because)
    return gathering


@deed
def cancel(*, gathering: Gathering, because: str, by: Person, now: datetime) -> Gathering:
    """It will not be held; who was told of it is told why."""
    _check(by, gathering, *_STARTED)
    was_called = gathering.state == State.CALLED
    words = {"state": State.CANCELLED, "cancelled_at": now, "cancelled_because": because}
    if not Gathering.objects.filter(pk=gathering.pk, state__in=_STARTED).update(**words):
        raise refusals.NotAtThisPoint
    gathering.refresh_from_db()
    if was_called:
        _tell(gathering, "cancelled", by=by, now=now, because=because)
    else:
        audit.record("gathering.cancelled", gathering, by=by, now=now, because=because)
    return gathering


def _check(by: Person, gathering: Gathering, *states: State) -> None:
    if not rules.may_conduct(by, gathering):
        raise refusals.NotYoursToConduct
    if gathering.state not in states:
        raise refusals.NotAtThisPoint


def _check_times(words: dict[str, Any]) -> None:
    if words["ends_at"] <= words["begins_at"]:
        raise refusals.EndsBeforeItBegins


def _check_notice(gathering: Gathering, now: datetime) -> None:
    if gathering.begins_at <= now:
        raise refusals.AlreadyBegun
    today = timezone.localdate(now)
    last, days = gathering.rule.last_call_day(gathering.held_on), gathering.rule.call_days
    if last and days and today > last:
        raise refusals.CalledTooLate(days, today + timedelta(days=days))


def _tell(gathering: Gathering, what: str, *, by: Person, now: datetime, because: str = "") -> None:
    """Freeze what the homes are told, and tell them."""
    number = gathering.calls.count() + 1
    Call.objects.create(
        area_id=gathering.area_id,
        gathering=gathering,
        number=number,
        begins_at=gathering.begins_at,
        ends_at=gathering.ends_at,
        where=gathering.where,
        agenda=list(gathering.items.values("number", "title", "text", "kind")),
        because=because,
        is_final=what == "agenda",
        at=now,
        by=by,
    )
    audit.record(f"gathering.{what}", gathering, by=by, now=now, because=because, figures={"call": number})
    people = people_named(gathering.area)
    notifications.tell(people=people, kind=f"gatherings/{what}", about=gathering, by=by, now=now)


def _first_points(gathering: Gathering) -> list[tuple[ItemKind, str]]:
    if not gathering.is_lawful:
        return []
    if gathering.is_extraordinary:
        return [(ItemKind.CHAIR, _("Choice of a chair"))]
    return [
        (ItemKind.CHAIR, _("Choice of a chair")),
        (ItemKind.REPORT, _("The board’s report")),
        (ItemKind.BUDGET, _("Next year’s budget")),
        (ItemKind.ELECTION, _("Election to the board")),
        (ItemKind.OTHER, _("Anything else")),
    ]
