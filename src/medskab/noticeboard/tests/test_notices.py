"""Notices: from their first day to their last, put up by those who keep the board."""

from datetime import timedelta

import pytest
from django.utils import timezone

from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.noticeboard import actions, queries, refusals
from medskab.noticeboard.models import Notice
from medskab.people.tests import factories as people
from medskab.places.models import Place, PlaceKind

from . import factories

DAY = timedelta(days=1)


@pytest.fixture
def today():
    return timezone.localdate(now())


@pytest.fixture
def tree(area):
    """A department with two blocks, and a stairwell in the first."""
    top = Place.objects.create(area=area, kind=PlaceKind.DEPARTMENT, name="Afdeling 1")
    one = Place.objects.create(area=area, kind=PlaceKind.BLOCK, name="Blok 1", parent=top)
    two = Place.objects.create(area=area, kind=PlaceKind.BLOCK, name="Blok 2", parent=top)
    stairs = Place.objects.create(area=area, kind=PlaceKind.STAIRWELL, name="Engvej 4", parent=one)
    return {"top": top, "one": one, "two": two, "stairs": stairs}


def test_hangs_from_its_first_day_to_its_last(area, freja, today):
    notice = factories.notice(area, freja, from_on=today + DAY, until_on=today + 2 * DAY)
    hanging = [notice in queries.notices_now(area, None, today + days * DAY) for days in range(4)]
    assert hanging == [False, True, True, False]
    assert Line.objects.filter(kind="noticeboard.notice_put_up", about_id=str(notice.pk)).exists()


def test_shows_the_urgent_first(area, bo, today):
    factories.notice(area, bo, title="A party", until_on=today)
    factories.notice(area, bo, title="No heat", is_urgent=True)
    assert [one.title for one in queries.notices_now(area, None, today)] == ["No heat", "A party"]


def test_tells_a_place_what_concerns_it_above_and_below(area, freja, tree, today):
    for name, place in {"all": None, **tree}.items():
        factories.notice(area, freja, title=name, place=place)
    for place, seen in (
        ("one", {"all", "top", "one", "stairs"}),
        ("two", {"all", "top", "two"}),
        ("stairs", {"all", "top", "one", "stairs"}),
    ):
        assert {one.title for one in queries.notices_now(area, tree[place], today)} == seen


def test_refuses_days_that_are_turned_or_over_and_places_elsewhere(area, freja, today):
    elsewhere = people.place(people.area("skoven"))
    for wrong, refusal in (
        ({"until_on": today - DAY}, refusals.DaysTurned),
        ({"from_on": today - 2 * DAY, "until_on": today - DAY}, refusals.OverAlready),
        ({"place": elsewhere}, refusals.NoSuchPlace),
    ):
        with pytest.raises(refusal):
            factories.notice(area, freja, **wrong)
    assert not Notice.objects.exists()


def test_refuses_those_who_keep_no_board(area, freja, strangers):
    notice = factories.notice(area, freja)
    for who in strangers:
        with pytest.raises(refusals.NotYoursToPost):
            factories.notice(area, who)
        with pytest.raises(refusals.NotYoursToPost):
            actions.take_down(notice=notice, by=who, now=now())
        with pytest.raises(refusals.NotYoursToPost):
            actions.change_notice(notice=notice, words=_words(notice), by=who, now=now())


def test_changes_what_hangs_and_not_what_was_taken_down(area, freja, bo, today):
    notice = factories.notice(area, freja)
    words = {**_words(notice), "title": "The water is back"}
    assert actions.change_notice(notice=notice, words=words, by=bo, now=now()).title == "The water is back"
    actions.take_down(notice=notice, by=bo, now=now())
    with pytest.raises(refusals.TakenDown):
        actions.change_notice(notice=notice, words=words, by=bo, now=now())
    with pytest.raises(refusals.TakenDown):
        actions.take_down(notice=notice, by=bo, now=now())
    assert notice not in queries.notices_now(area, None, today)


def test_archives_what_hung_and_nothing_that_never_did(area, freja, today):
    hung, never = factories.notice(area, freja), factories.notice(area, freja, from_on=today + DAY)
    for one in (hung, never):
        actions.take_down(notice=one, by=freja, now=now())
    assert list(queries.notices_gone(area, today)) == [hung]


def test_keeps_areas_apart(area, freja, today):
    other = people.area("skoven")
    factories.notice(area, freja)
    assert not queries.notices_now(other, None, today).exists()


def _words(notice):
    return {name: getattr(notice, name) for name in ("title", "text", "place", "from_on", "until_on")}
