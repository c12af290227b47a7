"""Doors, homes and chair: what happens while the meeting is held."""

import secrets
from datetime import datetime
from hmac import compare_digest

from django.db import IntegrityError, transaction
from django.utils import timezone

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.gatherings import queries, refusals, rules
from medskab.gatherings.models import Attendance, Gathering, State
from medskab.people.models import Person
from medskab.places.models import Dwelling

_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LENGTH = 6


@deed
def open_doors(*, gathering: Gathering, by: Person, now: datetime) -> Gathering:
    """On its day, with the agenda sent in time: homes can check in with the code on the wall."""
    _check(by, gathering, State.CALLED)
    if not gathering.has_agenda:
        raise refusals.DecidesNothing
    if timezone.localdate(now) < gathering.held_on:
        raise refusals.NotTheDay(gathering.held_on)
    if gathering.is_lawful and gathering.material_sent_at is None:
        raise refusals.AgendaNotSent
    code = "".join(secrets.choice(_SIGNS) for _unused in range(_CODE_LENGTH))
    called = Gathering.objects.filter(pk=gathering.pk, state=State.CALLED)
    if not called.update(state=State.UNDER_WAY, opened_at=now, door_code=code):
        raise refusals.NotAtThisPoint
    audit.record("gathering.opened", gathering, by=by, now=now)
    gathering.refresh_from_db()
    return gathering


@deed
def check_in(
    *, gathering: Gathering, home: Dwelling | None, votes: int, code: str, by: Person | None, now: datetime
) -> Attendance:
    """A home is in the room: at the desk, or by who read the code on the wall."""
    is_at_desk = rules.may_conduct(by, gathering)
    if not is_at_desk and not _is_door_code(gathering, code):
        raise refusals.WrongDoorCode
    if not gathering.is_being_held:
        raise refusals.NotAtThisPoint
    if not gathering.is_lawful:
        raise refusals.DecidesNothing
    if home is None or home.area_id != gathering.area_id:
        raise refusals.NoSuchHome
    here = gathering.attendances.filter(dwelling=home).count()
    if here >= home.homes:
        raise refusals.AlreadyHere
    attendance = Attendance(
        area_id=gathering.area_id, gathering=gathering, dwelling=home, household=here + 1, votes=votes
    )
    # Only the desk is named: who let a home in with the code lives there.
    attendance.at, attendance.by = now, by if is_at_desk else None
    try:
        with transaction.atomic():
            attendance.save()
    except IntegrityError as error:
        raise refusals.AlreadyHere from error
    audit.record("gathering.checked_in", gathering, by=attendance.by, now=now, figures={"votes": votes})
    return attendance


@deed
def take_back_check_in(
    *, gathering: Gathering, home: Dwelling | None, because: str, by: Person, now: datetime
) -> Gathering:
    """The wrong home was checked in: the desk takes it back, and says why."""
    _check(by, gathering, State.UNDER_WAY)
    last = gathering.attendances.filter(dwelling=home).order_by("-household").first()
    if last is None:
        raise refusals.NotCheckedIn
    Attendance.objects.filter(pk=last.pk).delete()
    audit.record("gathering.check_in_taken_back", gathering, by=by, now=now, because=because)
    return gathering


@deed
def elect_chair(
    *,
    gathering: Gathering,
    chair_name: str,
    keeper_name: str,
    chair: Person | None,
    by: Person,
    now: datetime,
) -> Gathering:
    """Who the meeting chose to chair it, and who writes the minutes."""
    _check(by, gathering, State.UNDER_WAY)
    if chair is not None and chair.area_id != gathering.area_id:
        raise refusals.NotYoursToConduct
    Gathering.objects.filter(pk=gathering.pk).update(
        chair_name=chair_name,
        chair_salt=secrets.token_hex(16),
        keeper_name=keeper_name,
        keeper_salt=secrets.token_hex(16),
        chair=chair,
    )
    audit.record("gathering.chair_elected", gathering, by=by, now=now)
    gathering.refresh_from_db()
    return gathering


@deed
def close_meeting(*, gathering: Gathering, by: Person, now: datetime) -> Gathering:
    """The meeting is over: the numbers of those who came are kept."""
    _check(by, gathering, State.UNDER_WAY)
    if gathering.is_lawful and not gathering.chair_name:
        raise refusals.NoChairYet
    homes, votes = queries.attendance(gathering)
    words = {"state": State.HELD, "closed_at": now, "homes_came": homes, "votes_came": votes, "door_code": ""}
    if not Gathering.objects.filter(pk=gathering.pk, state=State.UNDER_WAY).update(**words):
        raise refusals.NotAtThisPoint
    audit.record("gathering.closed", gathering, by=by, now=now, figures={"homes": homes, "votes": votes})
    gathering.refresh_from_db()
    return gathering


def _check(by: Person, gathering: Gathering, state: State) -> None:
    if not rules.may_conduct(by, gathering):
        raise refusals.NotYoursToConduct
    if gathering.state != state:
        raise refusals.NotAtThisPoint


def _is_door_code(gathering: Gathering, typed: str) -> bool:
    meant = "".join(sign for sign in typed.upper() if sign.isalnum())
    return bool(gathering.door_code) and compare_digest(meant.encode(), gathering.door_code.encode())
