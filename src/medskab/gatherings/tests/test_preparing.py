"""Preparing, calling, sending, moving and cancelling, each with what refuses it."""

from datetime import timedelta

import pytest

from medskab.common.clock import now
from medskab.gatherings import actions, refusals
from medskab.gatherings.models import Gathering, ItemKind, Kind, State
from medskab.notifications.models import News

from . import factories
from .factories import at

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("is_extraordinary", "days", "is_in_time"),
    [(False, 28, True), (False, 27, False), (True, 14, True), (True, 13, False)],
)
def test_calls_an_afdelingsmoede_with_the_laws_days_only(area, bo, is_extraordinary, days, is_in_time):
    meeting = factories.gathering(area, bo, begins_at=at(days), is_extraordinary=is_extraordinary)
    if is_in_time:
        assert actions.call(gathering=meeting, by=bo, now=now()).state == State.CALLED
    else:
        with pytest.raises(refusals.CalledTooLate, match="call it as a beboermøde"):
            actions.call(gathering=meeting, by=bo, now=now())
        assert factories.again(meeting).state == State.DRAFT


def test_counts_the_day_as_clocks_here_show_it(area, bo):
    meeting = factories.gathering(area, bo, begins_at=at(40, hour=0))
    last = meeting.begins_at - 28 * DAY
    with pytest.raises(refusals.CalledTooLate):
        actions.call(gathering=meeting, by=bo, now=last + DAY)
    late_in_the_evening = last + timedelta(hours=23, minutes=30)
    assert actions.call(gathering=meeting, by=bo, now=late_in_the_evening).state == State.CALLED


def test_calls_a_beboermoede_the_same_day(area, bo):
    meeting = factories.gathering(area, bo, kind=Kind.INFORMAL, begins_at=now() + timedelta(hours=1))
    assert actions.call(gathering=meeting, by=bo, now=now()).state == State.CALLED


def test_refuses_to_call_what_has_begun_or_has_no_agenda(area, bo):
    begun = factories.gathering(area, bo, kind=Kind.EVENT, begins_at=now() - timedelta(hours=1))
    with pytest.raises(refusals.AlreadyBegun):
        actions.call(gathering=begun, by=bo, now=now())
    meeting = factories.gathering(area, bo)
    actions.remove_item(item=factories.item(meeting, ItemKind.CHAIR), by=bo, now=now())
    with pytest.raises(refusals.NoChairOnTheAgenda):
        actions.call(gathering=meeting, by=bo, now=now())


def test_tells_residents_and_freezes_what_they_were_told(area, bo, ida):
    meeting = factories.gathering(area, bo, state=State.CALLED)
    assert News.objects.get(person=ida).kind == "gatherings/called"
    told = meeting.calls.get()
    actions.add_item(gathering=meeting, words={"title": "Bikes", "kind": ItemKind.VOTE}, by=bo, now=now())
    told.refresh_from_db()
    assert [point["number"] for point in told.agenda] == [1, 2, 3, 4, 5]
    assert meeting.items.count() == 6


@pytest.mark.parametrize(
    ("days_before", "refused"), [(14, "until"), (13, ""), (7, ""), (6, "had to be sent")]
)
def test_sends_the_agenda_between_the_last_motion_and_the_last_week(area, bo, days_before, refused):
    meeting = factories.gathering(area, bo, state=State.CALLED)
    moment = meeting.begins_at - days_before * DAY
    if refused:
        with pytest.raises((refusals.MotionsStillComing, refusals.SentTooLate), match=refused):
            actions.send_agenda(gathering=meeting, by=bo, now=moment)
    else:
        actions.send_agenda(gathering=meeting, by=bo, now=moment)
        assert meeting.calls.last().is_final


def test_leaves_a_sent_agenda_as_it_is(area, bo):
    meeting = factories.gathering(area, bo, state=State.CALLED)
    actions.send_agenda(gathering=meeting, by=bo, now=meeting.begins_at - 8 * DAY)
    sent = factories.again(meeting)
    point = factories.item(sent, ItemKind.BUDGET)
    with pytest.raises(refusals.AgendaIsSent):
        actions.add_item(gathering=sent, words={"title": "Late", "kind": ItemKind.OTHER}, by=bo, now=now())
    with pytest.raises(refusals.AgendaIsSent):
        actions.edit_item(item=point, words={"title": "Other"}, by=bo, now=now())
    with pytest.raises(refusals.AgendaIsSent):
        actions.remove_item(item=point, by=bo, now=now())


def test_moves_points_and_keeps_their_numbers_without_a_gap(area, bo):
    meeting = factories.gathering(area, bo)
    last = factories.item(meeting, ItemKind.OTHER)
    actions.move_item(item=last, is_up=True, by=bo, now=now())
    actions.remove_item(item=factories.item(meeting, ItemKind.REPORT), by=bo, now=now())
    kinds = list(meeting.items.order_by("number").values_list("number", "kind"))
    assert kinds == [(1, "chair"), (2, "budget"), (3, "other"), (4, "election")]


def test_moves_a_meeting_with_new_notice_and_the_reason(area, bo, ida):
    meeting = factories.gathering(area, bo, state=State.CALLED)
    to = {"begins_at": at(27), "ends_at": at(27, 21), "where": "The school"}
    with pytest.raises(refusals.CalledTooLate):
        actions.move(gathering=meeting, to=to, because="The hall is flooded", by=bo, now=now())
    to = {"begins_at": at(50), "ends_at": at(50, 21), "where": "The school"}
    moved = actions.move(gathering=factories.again(meeting), to=to, because="Flooded", by=bo, now=now())
    assert (moved.where, moved.calls.last().because) == ("The school", "Flooded")
    assert News.objects.filter(person=ida, kind="gatherings/moved").exists()


def test_cancels_with_the_reason_and_never_twice(area, bo):
    meeting = factories.gathering(area, bo, state=State.CANCELLED)
    assert meeting.cancelled_because == "The hall is flooded"
    with pytest.raises(refusals.NotAtThisPoint):
        actions.cancel(gathering=meeting, because="Again", by=bo, now=now())


def test_refuses_those_who_conduct_no_meeting_here(area, bo, outsiders):
    meeting = factories.gathering(area, bo)
    point = factories.item(meeting, ItemKind.BUDGET)
    words = factories.words(area)
    deeds = [
        lambda by: actions.draft(area=area, words=words, by=by, now=now()),
        lambda by: actions.edit(gathering=meeting, words=words, by=by, now=now()),
        lambda by: actions.add_item(
            gathering=meeting, words={"title": "x", "kind": "vote"}, by=by, now=now()
        ),
        lambda by: actions.move_item(item=point, is_up=True, by=by, now=now()),
        lambda by: actions.call(gathering=meeting, by=by, now=now()),
        lambda by: actions.call_as_informal(gathering=meeting, by=by, now=now()),
        lambda by: actions.cancel(gathering=meeting, because="x", by=by, now=now()),
    ]
    for by in outsiders:
        for deed in deeds:
            with pytest.raises(refusals.NotYoursToConduct):
                deed(by)
    assert Gathering.objects.count() == 1


def test_refuses_an_end_before_the_beginning(area, bo):
    with pytest.raises(refusals.EndsBeforeItBegins):
        factories.gathering(area, bo, ends_at=at(39))


def test_edits_a_draft_only(area, bo):
    meeting = factories.gathering(area, bo)
    words = factories.words(area, title="Another title")
    assert actions.edit(gathering=meeting, words=words, by=bo, now=now()).title == "Another title"
    called = factories.gathering(area, bo, state=State.CALLED)
    with pytest.raises(refusals.NotAtThisPoint):
        actions.edit(gathering=called, words=words, by=bo, now=now())
