"""Adding, renaming and ending places."""

from datetime import date

import pytest
from django.db import IntegrityError

from medskab.audit.queries import lines_about
from medskab.places import actions, queries
from medskab.places.actions import refusals
from medskab.places.models import PARENT_KINDS, Place, PlaceKind

from .factories import MOMENT, area, block, dwelling, facilitator, resident, stairwell

pytestmark = pytest.mark.django_db
TODAY = MOMENT.date()


@pytest.fixture
def engparken():
    return area()


def add(to, kind, name, parent, by=None):
    return actions.add_place(
        area=to, kind=kind, name=name, parent=parent, by=by or facilitator(to), now=MOMENT
    )


def test_adds_a_place_and_says_so_in_the_log(engparken):
    place = add(engparken, PlaceKind.DEPARTMENT, "Afdeling 12", None)
    assert (place.area, place.kind) == (engparken, "department")
    assert [line.kind for line in lines_about(place)] == ["place.added"]


@pytest.mark.parametrize("kind", PlaceKind)
@pytest.mark.parametrize("parent_kind", [None, *PlaceKind])
def test_lets_each_kind_lie_where_it_may(engparken, kind, parent_kind):
    parent = None
    for step in _way_to(parent_kind):
        parent = Place.objects.create(area=engparken, kind=step, name=step, parent=parent)
    if parent_kind in PARENT_KINDS[kind]:
        assert add(engparken, kind, "New", parent).parent == parent
    else:
        with pytest.raises(refusals.WrongParent):
            add(engparken, kind, "New", parent)


def _way_to(kind):
    if kind is None:
        return []
    return [*_way_to(PARENT_KINDS[kind][0]), kind]


def test_refuses_a_parent_in_another_area(engparken):
    elsewhere = block(area("Birkelunden", "birkelunden"))
    with pytest.raises(refusals.WrongParent):
        add(engparken, PlaceKind.STAIRWELL, "Engvej 4", elsewhere)


def test_refuses_the_same_name_twice_in_one_parent(engparken):
    first = block(engparken, "Block 1")
    with pytest.raises(refusals.NameTaken):
        add(engparken, PlaceKind.BLOCK, "BLOCK 1", first.parent)
    with pytest.raises(refusals.NameTaken):
        add(engparken, PlaceKind.DEPARTMENT, "engparken", None)
    with pytest.raises(IntegrityError):
        block(engparken, "Block 1")


@pytest.mark.parametrize("who", [resident, lambda _area: None])
def test_is_shaped_only_by_those_who_work_there(engparken, who):
    with pytest.raises(refusals.NotYoursToChange):
        actions.add_place(
            area=engparken, kind=PlaceKind.DEPARTMENT, name="A", parent=None, by=who(engparken), now=MOMENT
        )
    assert not Place.objects.exists()


def test_refuses_the_facilitator_of_another_area(engparken):
    other = facilitator(area("Birkelunden", "birkelunden"))
    with pytest.raises(refusals.NotYoursToChange):
        actions.rename_place(place=block(engparken), name="Ours", by=other, now=MOMENT)


def test_keeps_the_old_name_in_the_log(engparken):
    place = actions.rename_place(
        place=block(engparken), name="The long house", by=facilitator(engparken), now=MOMENT
    )
    assert Place.objects.get(pk=place.pk).name == "The long house"
    assert lines_about(place).get().because == "Block 1 → The long house"


def test_ends_a_place_and_keeps_its_past(engparken):
    place = block(engparken)
    actions.end_place(place=place, on=TODAY, by=facilitator(engparken), now=MOMENT)
    assert place in Place.objects.standing_on(date(2026, 11, 23))
    assert place not in Place.objects.standing_on(TODAY)
    with pytest.raises(refusals.HasEnded):
        actions.end_place(place=place, on=TODAY, by=facilitator(engparken), now=MOMENT)


def test_does_not_end_what_still_holds_places_or_homes(engparken):
    stairs = stairwell(block(engparken))
    with pytest.raises(refusals.StillHoldsPlaces):
        actions.end_place(place=stairs.parent, on=TODAY, by=facilitator(engparken), now=MOMENT)
    dwelling(stairs)
    with pytest.raises(refusals.StillHoldsPlaces):
        actions.end_place(place=stairs, on=TODAY, by=facilitator(engparken), now=MOMENT)


def test_does_not_end_before_it_began(engparken):
    place = block(engparken)
    Place.objects.filter(pk=place.pk).update(valid_from=date(2027, 1, 1))
    place.refresh_from_db()
    with pytest.raises(refusals.EndsBeforeItBegins):
        actions.end_place(place=place, on=TODAY, by=facilitator(engparken), now=MOMENT)


def test_counts_homes_up_the_tree_in_the_order_of_people(engparken, django_assert_num_queries):
    for number in (10, 2, 1):
        stairs = stairwell(block(engparken, f"Block {number}"), f"Engvej {number}")
        dwelling(stairs, homes=number)
        dwelling(stairs, floor="2")
    with django_assert_num_queries(2):
        (branch,) = queries.tree(engparken, TODAY)
    assert [one.place.name for one in branch.branches] == ["Block 1", "Block 2", "Block 10"]
    assert branch.homes == 16
    assert queries.size(engparken, TODAY).homes == 16
    assert queries.branch_of(stairs, TODAY).homes == 2


def test_finds_the_homes_of_any_place(engparken):
    home = dwelling(stairwell(block(engparken)))
    dwelling(stairwell(block(engparken, "Block 2"), "Engvej 9"))
    for place in (home.stairwell, home.stairwell.parent):
        assert list(queries.dwellings(engparken, TODAY, place=place)) == [home]
    assert queries.dwellings(engparken, TODAY, place=home.stairwell.parent.parent).count() == 2


def test_describes_who_runs_the_area(engparken):
    by = facilitator(engparken)
    actions.describe_area(area=engparken, data_controller="The board", contact="Engvej 4", by=by, now=MOMENT)
    engparken.refresh_from_db()
    assert (engparken.data_controller, engparken.contact) == ("The board", "Engvej 4")
    with pytest.raises(refusals.NotYoursToChange):
        actions.describe_area(
            area=engparken, data_controller="I", contact="me", by=resident(engparken), now=MOMENT
        )
