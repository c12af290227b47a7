"""Doors, homes in the room, chair."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.gatherings import actions, queries, refusals
from medskab.gatherings.models import Attendance, Kind, State
from medskab.places.models import Place, PlaceKind

from . import factories

DAY = timedelta(days=1)


def test_opens_the_doors_on_the_day_with_the_agenda_sent(area, bo, ida):
    meeting = factories.gathering(area, bo, state=State.CALLED)
    with pytest.raises(refusals.NotTheDay):
        actions.open_doors(gathering=meeting, by=bo, now=meeting.begins_at - DAY)
    with pytest.raises(refusals.AgendaNotSent):
        actions.open_doors(gathering=meeting, by=bo, now=meeting.begins_at)
    with pytest.raises(refusals.NotYoursToConduct):
        actions.open_doors(gathering=meeting, by=ida, now=meeting.begins_at)
    actions.send_agenda(gathering=meeting, by=bo, now=meeting.begins_at - 8 * DAY)
    opened = actions.open_doors(
        gathering=factories.again(meeting), by=bo, now=meeting.begins_at - timedelta(hours=1)
    )
    assert len(opened.door_code) == 6


@pytest.fixture
def meeting(area, bo):
    return factories.gathering(area, bo, state=State.UNDER_WAY)


def come(meeting, home, by, code="", votes=2):
    return actions.check_in(
        gathering=meeting, home=home, votes=votes, code=code, by=by, now=meeting.begins_at
    )


def test_checks_a_home_in_with_the_code_on_the_wall_however_it_is_typed(area, meeting):
    typed = f" {meeting.door_code[:3].lower()}-{meeting.door_code[3:]} "
    come(meeting, factories.home(area, "mf"), None, typed, votes=1)
    assert queries.attendance(meeting) == (3, 5)


def test_refuses_a_wrong_code_before_it_says_anything_of_the_home(meeting, ida):
    for by in (None, ida):
        with pytest.raises(refusals.WrongDoorCode):
            come(meeting, None, by, "ZZZZZZ")
    with pytest.raises(refusals.WrongDoorCode):
        come(meeting, None, None, "")
    with pytest.raises(refusals.NoSuchHome):
        come(meeting, None, None, meeting.door_code)


def test_ties_no_resident_to_a_home(area, meeting, ida):
    attendance = come(meeting, factories.home(area, "mf"), ida, meeting.door_code)
    assert attendance.by is None
    assert Line.objects.filter(kind="gathering.checked_in").last().by_id == ""


def test_checks_a_home_in_once_and_as_often_as_households_share_it(area, meeting, bo):
    with pytest.raises(refusals.AlreadyHere):
        come(meeting, factories.home(area, "tv"), bo)
    shared = factories.home(area, "1-2", homes=2)
    assert [come(meeting, shared, bo).household for _one in range(2)] == [1, 2]
    with pytest.raises(refusals.AlreadyHere):
        come(meeting, shared, bo)


def test_keeps_two_desks_from_letting_one_home_in_twice(area, meeting):
    here = meeting.attendances.first()
    again = Attendance(area=area, gathering=meeting, dwelling=here.dwelling, votes=2, at=now())
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


@pytest.mark.parametrize("votes", [0, 3])
def test_gives_a_home_one_or_two_votes(area, meeting, bo, votes):
    with pytest.raises((IntegrityError, refusals.AlreadyHere)):
        come(meeting, factories.home(area, "mf"), bo, votes=votes)
    assert queries.attendance(meeting) == (2, 4)


def test_takes_a_check_in_back_at_the_desk(area, meeting, bo, ida):
    given = {"gathering": meeting, "home": factories.home(area, "tv"), "because": "Wrong door"}
    with pytest.raises(refusals.NotYoursToConduct):
        actions.take_back_check_in(**given, by=ida, now=now())
    actions.take_back_check_in(**given, by=bo, now=now())
    assert queries.attendance(meeting) == (1, 2)
    with pytest.raises(refusals.NotCheckedIn):
        actions.take_back_check_in(**given, by=bo, now=now())


def test_knows_a_home_by_its_address_however_it_is_written(area, meeting):
    home = factories.home(area, "tv")
    for typed in ("Engvej 4, 1. tv", "engvej 4 1.TV", " ENGVEJ 4,1 tv "):
        assert queries.home_called(meeting, typed) == home
    assert queries.home_called(meeting, "Engvej 5, 1. tv") is None


def test_knows_homes_of_its_own_department_only(area, meeting):
    other = Place.objects.create(area=area, kind=PlaceKind.DEPARTMENT, name="Afdeling 2")
    meeting.department = other
    assert queries.home_called(meeting, "Engvej 4, 1. tv") is None


def test_counts_no_homes_where_nothing_is_decided(area, bo):
    talk = factories.gathering(area, bo, kind=Kind.INFORMAL, state=State.UNDER_WAY)
    with pytest.raises(refusals.DecidesNothing):
        come(talk, factories.home(area), bo)


def test_ends_with_a_chair_and_keeps_the_numbers(area, bo, meeting):
    closed = actions.close_meeting(gathering=meeting, by=bo, now=meeting.ends_at)
    assert (closed.homes_came, closed.votes_came, closed.door_code) == (2, 4, "")
    with pytest.raises(refusals.NotAtThisPoint):
        come(closed, factories.home(area, "mf"), bo)


def test_does_not_end_without_a_chair(bo, meeting):
    type(meeting).objects.filter(pk=meeting.pk).update(chair_name="")
    with pytest.raises(refusals.NoChairYet):
        actions.close_meeting(gathering=factories.again(meeting), by=bo, now=meeting.ends_at)
