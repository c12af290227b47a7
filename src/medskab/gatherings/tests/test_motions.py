"""Residents' motions: in time or refused with the day, answered each, never with a name."""

from datetime import timedelta

import pytest
from django.urls import reverse

from medskab.common.clock import now
from medskab.gatherings import actions, refusals
from medskab.gatherings.models import ItemKind, Kind, Motion, MotionState, State
from medskab.notifications.models import News
from medskab.people.tests import factories as people
from medskab.threads.models import Link

from . import factories

DAY = timedelta(days=1)
WORDS = {"title": "A roof over the bikes", "text": "They rust."}


@pytest.fixture
def meeting(area, bo):
    return factories.gathering(area, bo, state=State.CALLED)


def handed_in(meeting, by):
    return actions.hand_in_motion(gathering=meeting, words=WORDS, by=by, now=now())


def test_takes_a_motion_until_the_end_of_the_last_day(area, meeting, ida):
    last = meeting.begins_at.replace(hour=22) - 14 * DAY
    taken = actions.hand_in_motion(gathering=meeting, words=WORDS, by=ida, now=last)
    assert taken.state == MotionState.RECEIVED
    with pytest.raises(refusals.MotionTooLate, match="had to be here by"):
        actions.hand_in_motion(gathering=meeting, words=WORDS, by=ida, now=last + DAY)


def test_refuses_motions_from_elsewhere_and_for_what_takes_none(area, meeting, bo, ida, outsiders):
    with pytest.raises(refusals.TakesNoMotions):
        handed_in(meeting, outsiders[1])
    for other in (
        factories.gathering(area, bo, kind=Kind.EVENT, state=State.CALLED),
        factories.gathering(area, bo, state=State.UNDER_WAY),
    ):
        with pytest.raises(refusals.TakesNoMotions):
            handed_in(other, ida)


def test_puts_a_motion_on_the_agenda_and_onto_its_thread(meeting, bo, ida):
    motion = handed_in(meeting, ida)
    item = actions.put_on_agenda(motion=motion, by=bo, now=now())
    assert (item.title, item.kind, item.number) == ("A roof over the bikes", ItemKind.MOTION, 5)
    assert Link.objects.get(from_id=str(motion.pk)).why == "was put on the agenda of"
    assert News.objects.filter(person=ida, kind="gatherings/motion").exists()
    with pytest.raises(refusals.MotionAnswered):
        actions.decline_motion(motion=motion, because="x", by=bo, now=now())


def test_lets_a_motion_wait_again_when_its_point_is_taken_off(meeting, bo, ida):
    motion = handed_in(meeting, ida)
    item = actions.put_on_agenda(motion=motion, by=bo, now=now())
    actions.remove_item(item=item, by=bo, now=now())
    motion.refresh_from_db()
    assert motion.state == MotionState.RECEIVED


def test_declines_with_a_reason_and_withdraws_by_its_author_only(meeting, bo, ida):
    first, second = handed_in(meeting, ida), handed_in(meeting, ida)
    declined = actions.decline_motion(motion=first, because="The law decides that.", by=bo, now=now())
    assert declined.answer == "The law decides that."
    with pytest.raises(refusals.NotYourMotion):
        actions.withdraw_motion(motion=second, by=bo, now=now())
    assert actions.withdraw_motion(motion=second, by=ida, now=now()).state == MotionState.WITHDRAWN


def test_refuses_answers_from_those_who_conduct_nothing(meeting, ida):
    motion = handed_in(meeting, ida)
    with pytest.raises(refusals.NotYoursToConduct):
        actions.put_on_agenda(motion=motion, by=ida, now=now())
    with pytest.raises(refusals.NotYoursToConduct):
        actions.decline_motion(motion=motion, because="x", by=ida, now=now())


def test_keeps_a_late_motion_from_paper_as_too_late(meeting, bo, ida):
    late = meeting.begins_at - 13 * DAY
    words = {"words": WORDS, "received_at": late}
    kept = actions.take_paper_motion(gathering=meeting, **words, by=bo, now=late)
    assert kept.state == MotionState.TOO_LATE
    with pytest.raises(refusals.NotYoursToConduct):
        actions.take_paper_motion(gathering=meeting, **words, by=ida, now=late)


def test_sends_no_agenda_while_a_motion_waits(meeting, bo, ida):
    handed_in(meeting, ida)
    with pytest.raises(refusals.MotionsUnanswered):
        actions.send_agenda(gathering=meeting, by=bo, now=meeting.begins_at - 10 * DAY)


def test_shows_a_waiting_motion_to_its_author_and_never_a_name(client, area, meeting, bo, ida):
    motion = handed_in(meeting, ida)
    address = motion.get_absolute_url()
    people.sign_in(client, factories.resident(area, "Una"))
    assert client.get(address).status_code == 403
    people.sign_in(client, ida)
    assert "A roof over the bikes" in client.get(address).text
    actions.put_on_agenda(motion=motion, by=bo, now=now())
    client.logout()
    page = client.get(address).text
    assert "A roof over the bikes" in page
    assert "Ida" not in page


def test_hands_in_through_the_page_once(client, area, meeting, ida):
    people.sign_in(client, ida)
    address = reverse("motion-new", args=[area.slug, meeting.slug])
    sent = {"heading": WORDS["title"], "text": WORDS["text"], "idempotency_key": "once"}
    for _time in range(2):
        assert client.post(address, sent).status_code == 302
    assert Motion.objects.count() == 1
