"""What residents want decided: handed in in time, answered each."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_noop

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.gatherings import refusals, rules
from medskab.gatherings.models import AgendaItem, Gathering, ItemKind, Motion, MotionState
from medskab.notifications import actions as notifications
from medskab.people.models import Person
from medskab.threads import actions as threads

from .items import add_item

ON_AGENDA = gettext_noop("was put on the agenda of")


@deed
def hand_in_motion(*, gathering: Gathering, words: dict[str, Any], by: Person, now: datetime) -> Motion:
    """A resident asks the meeting to decide something; after the last day it is refused with that day."""
    if not rules.may_hand_in(by, gathering):
        raise refusals.TakesNoMotions
    _check_open(gathering)
    last = gathering.rule.last_motion_day(gathering.held_on)
    if last and timezone.localdate(now) > last:
        raise refusals.MotionTooLate(last)
    motion = Motion.objects.create(
        area_id=gathering.area_id, gathering=gathering, author=by, received_at=now, **words
    )
    audit.record("gathering.motion_received", motion, by=by, now=now)
    notifications.tell(people=[gathering.in_charge], kind="gatherings/motion", about=motion, by=by, now=now)
    return motion


@deed
def take_paper_motion(
    *, gathering: Gathering, words: dict[str, Any], received_at: datetime, by: Person, now: datetime
) -> Motion:
    """Write down a motion that came on paper; one that came too late is kept as such."""
    _check_conducts(by, gathering)
    _check_open(gathering)
    last = gathering.rule.last_motion_day(gathering.held_on)
    is_late = bool(last and timezone.localdate(received_at) > last)
    motion = Motion.objects.create(
        area_id=gathering.area_id,
        gathering=gathering,
        received_at=min(received_at, now),
        state=MotionState.TOO_LATE if is_late else MotionState.RECEIVED,
        answered_at=now if is_late else None,
        **words,
    )
    audit.record("gathering.motion_on_paper", motion, by=by, now=now, figures={"is_late": is_late})
    return motion


@deed
def put_on_agenda(*, motion: Motion, by: Person, now: datetime) -> AgendaItem:
    """The motion becomes a point of its own, with the wording that it came with."""
    _check_conducts(by, motion.gathering)
    _answer(motion, MotionState.ON_AGENDA, now)
    words = {"title": motion.title, "text": motion.text, "kind": ItemKind.MOTION, "motion": motion}
    item = add_item(gathering=motion.gathering, words=words, by=by, now=now)
    threads.link(motion, item, why=ON_AGENDA, now=now)
    audit.record("gathering.motion_on_agenda", motion, by=by, now=now)
    _tell_author(motion, by=by, now=now)
    return item


@deed
def decline_motion(*, motion: Motion, because: str, by: Person, now: datetime) -> Motion:
    """It is not for this meeting to decide; the author is told why."""
    _check_conducts(by, motion.gathering)
    _answer(motion, MotionState.DECLINED, now, because)
    audit.record("gathering.motion_declined", motion, by=by, now=now, because=because)
    _tell_author(motion, by=by, now=now)
    return motion


@deed
def withdraw_motion(*, motion: Motion, by: Person, now: datetime) -> Motion:
    """Its author takes it back before it is answered."""
    if not rules.is_author(by, motion):
        raise refusals.NotYourMotion
    _answer(motion, MotionState.WITHDRAWN, now)
    audit.record("gathering.motion_withdrawn", motion, by=by, now=now)
    return motion


def _check_conducts(by: Person, gathering: Gathering) -> None:
    if not rules.may_conduct(by, gathering):
        raise refusals.NotYoursToConduct


def _check_open(gathering: Gathering) -> None:
    if not gathering.takes_motions:
        raise refusals.TakesNoMotions


def _answer(motion: Motion, state: MotionState, now: datetime, answer: str = "") -> None:
    waiting = Motion.objects.filter(pk=motion.pk, state=MotionState.RECEIVED)
    if not waiting.update(state=state, answer=answer, answered_at=now):
        raise refusals.MotionAnswered
    motion.refresh_from_db()


def _tell_author(motion: Motion, *, by: Person, now: datetime) -> None:
    if motion.author is not None:
        notifications.tell(people=[motion.author], kind="gatherings/motion", about=motion, by=by, now=now)
