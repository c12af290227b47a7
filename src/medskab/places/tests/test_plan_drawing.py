"""A picture of an area made from its own blocks."""

import pytest

from medskab.places import actions, queries
from medskab.places.outline import read_outline

from .factories import MOMENT, area, block, dwelling, facilitator, geojson, stairwell

pytestmark = pytest.mark.django_db
TODAY = MOMENT.date()


@pytest.fixture
def engparken():
    return area()


def build(of, blocks):
    for number in range(blocks):
        stairs = stairwell(block(of, f"Block {number}"), f"Engvej {number}")
        for floor in range(8):
            dwelling(stairs, floor=str(floor))


def drawn(of):
    return queries.picture(of, queries.tree(of, TODAY), TODAY)


def paints(plan):
    return [face.paint for face in plan.faces]


def test_draws_nothing_without_blocks_or_with_far_too_many(engparken):
    assert drawn(engparken) is None
    build(engparken, 1)
    assert drawn(engparken) is not None
    build_more = [block(engparken, f"More {number}") for number in range(48)]
    assert build_more
    assert drawn(engparken) is None


def test_draws_a_roof_for_each_block_and_the_same_each_time(engparken):
    build(engparken, 5)
    plan = drawn(engparken)
    assert paints(plan).count("roof") == 5
    assert plan == drawn(engparken)


def test_leaves_small_windows_out_of_a_large_area(engparken):
    build(engparken, 19)
    assert "lamp" not in paints(drawn(engparken))


def test_lets_blocks_stand_as_they_do(engparken):
    build(engparken, 2)
    around_a_lawn = drawn(engparken)
    for number, place in enumerate(queries.blocks(queries.tree(engparken, TODAY))):
        west = 10.42 + number / 500
        ring = [[west, 55.4], [west + 0.001, 55.4], [west + 0.001, 55.4002], [west, 55.4002], [west, 55.4]]
        actions.add_boundary(
            area=engparken,
            facts=actions.BoundaryFacts(place.place.name, "The building", "The plan", TODAY),
            outline=read_outline(geojson(ring)),
            place=place.place,
            by=facilitator(engparken),
            now=MOMENT,
        )
    as_they_stand = drawn(engparken)
    assert as_they_stand != around_a_lawn
    assert paints(as_they_stand).count("roof") == 2
