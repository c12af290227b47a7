"""Staff see who was heard, who was not, and what came of it, and nothing of few."""

from datetime import timedelta

import pytest

from medskab.common.clock import now
from medskab.needs import actions
from medskab.needs.coverage import coverage
from medskab.people.models import AgeBand, Person
from medskab.people.tests import factories as people
from medskab.places.models import Place, PlaceKind

from . import factories
from .handing_in import at


@pytest.fixture
def blocks(area):
    home = people.place(area, "Home")
    department = Place.objects.create(area=area, kind=PlaceKind.DEPARTMENT, name="D", parent=home)
    kind = PlaceKind.BLOCK
    return [
        Place.objects.create(area=area, kind=kind, name=f"Block {name}", parent=department) for name in "ABC"
    ]


def say(area, number, **facts):
    return [factories.said(area, f"Lamp {one}", **facts) for one in range(number)]


def names(found):
    return [str(name) for name in found.unheard]


def test_names_the_blocks_ages_and_ways_that_nobody_was_heard_from(area, blocks, ida):
    say(area, 6, place=blocks[0])
    say(area, 7, place=blocks[1], by=ida)
    found = coverage(area, now())
    assert "Block C" in names(found)
    assert not {"Block A", "Block B"} & set(names(found))
    assert {"13–14", "At the door"} <= set(names(found))
    assert "Web" not in names(found)


def test_shows_nothing_of_few_and_nothing_to_work_it_out_by(area, blocks):
    say(area, 3, place=blocks[0])
    say(area, 9, place=blocks[1])
    voices = {str(one.name): one.voices for one in coverage(area, now()).blocks}
    assert voices["Block A"] is None
    assert voices["Block C"] == 0


def test_counts_somebody_who_says_it_often_once(area, ida):
    Person.objects.filter(pk=ida.pk).update(age_band=AgeBand.FROM_15)
    say(area, 9, by=ida)
    ages = [one.voices for one in coverage(area, now()).ages]
    assert ages == [0, 0, None, 0]


def test_needs_no_blocks(area):
    say(area, 8)
    (elsewhere,) = coverage(area, now()).blocks
    assert (elsewhere.outcomes, elsewhere.voices) == ((0, 0, 8), 8)


def test_tells_how_often_we_asked_and_what_came_of_it(area, blocks, freja):
    moment = now()
    need = factories.need(area, freja, state="taken-up")
    for day in range(3):
        for row in say(
            area, 4, place=blocks[0], by=freja, channel="doorstep", at=moment - timedelta(days=day)
        ):
            actions.join_input(row=row, need=need, by=freja, now=moment)
    say(area, 20, place=blocks[1])
    first = coverage(area, moment).blocks[0]
    assert (first.days_asked, first.voices, first.moved_on) == (3, 12, 1)
    assert first.outcomes == (12, 0, 0)


def test_looks_twelve_months_back_and_at_one_area(area, blocks):
    say(area, 9, place=blocks[0], at=now() - timedelta(days=370))
    say(people.area("skoven"), 9)
    assert {block.voices for block in coverage(area, now()).blocks} == {0}


def test_is_a_page_for_staff(client, area, blocks, staff, ida):
    say(area, 3, place=blocks[0])
    page = staff.get(at("need-coverage")).text
    assert "Nobody was heard from here" in page
    assert "Hidden: it would tell of few." in page
    people.sign_in(client, ida)
    assert client.get(at("need-coverage")).status_code == 403
