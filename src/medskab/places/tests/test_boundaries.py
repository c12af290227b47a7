"""Versions of boundaries, and what may be one line."""

from datetime import date

import pytest

from medskab.audit.queries import lines_about
from medskab.places import actions, queries
from medskab.places.actions import BoundaryFacts, refusals
from medskab.places.map_drawing import drawn_map
from medskab.places.outline import read_outline
from medskab.places.rules import may_be_one_line

from .factories import MOMENT, SQUARE, area, block, facilitator, geojson, resident

pytestmark = pytest.mark.django_db
TODAY = MOMENT.date()

DISTRICT = BoundaryFacts(
    name="Vollsmose",
    definition="The district",
    source="The municipality’s own count",
    valid_from=date(2021, 1, 1),
    residents=9100,
    counted_on=date(2021, 1, 1),
)
LISTED = BoundaryFacts(
    name="Vollsmose",
    definition="The area on the ministry’s list",
    source="The ministry’s list of 1 December 2023",
    valid_from=date(2023, 12, 1),
    residents=5317,
    counted_on=date(2024, 1, 1),
)


@pytest.fixture
def vollsmose():
    return area("Vollsmose", "vollsmose")


def add(to, facts, outline=None, place=None, by=None):
    return actions.add_boundary(
        area=to, facts=facts, outline=outline, place=place, by=by or facilitator(to), now=MOMENT
    )


def test_refuses_one_line_for_one_name_with_two_boundaries(vollsmose):
    district, listed = add(vollsmose, DISTRICT), add(vollsmose, LISTED)
    assert (district.residents, listed.residents) == (9100, 5317)
    assert not may_be_one_line(district, listed)
    assert not may_be_one_line(listed, district)
    assert queries.is_name_shared_by_two_boundaries(vollsmose)


def test_lets_two_counts_inside_one_boundary_be_one_line(vollsmose):
    first = add(vollsmose, DISTRICT)
    later = BoundaryFacts(**{**vars(DISTRICT), "residents": 9300, "counted_on": date(2022, 1, 1)})
    assert may_be_one_line(first, add(vollsmose, later))
    assert not queries.is_name_shared_by_two_boundaries(vollsmose)


def test_refuses_one_line_across_two_outlines_of_one_definition(vollsmose):
    moved = [[x + 0.01, y] for x, y in SQUARE]
    first = add(vollsmose, DISTRICT, read_outline(geojson(SQUARE)))
    second = add(
        vollsmose, BoundaryFacts(**{**vars(DISTRICT), "valid_from": TODAY}), read_outline(geojson(moved))
    )
    assert not may_be_one_line(first, second)


def test_refuses_one_line_for_two_places(vollsmose):
    first = add(vollsmose, DISTRICT, place=block(vollsmose, "A"))
    assert not may_be_one_line(first, add(vollsmose, DISTRICT, place=block(vollsmose, "B")))


def test_keeps_the_box_beside_the_outline(vollsmose):
    kept = add(vollsmose, DISTRICT, read_outline(geojson(SQUARE)))
    assert (kept.south, kept.west, kept.north, kept.east) == (55.4, 10.42, 55.41, 10.43)
    assert [line.kind for line in lines_about(kept)] == ["boundary.added"]


def test_refuses_the_same_version_twice(vollsmose):
    add(vollsmose, DISTRICT)
    with pytest.raises(refusals.BoundaryExists):
        add(vollsmose, DISTRICT)


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"counted_on": None}, refusals.FiguresNeedADay),
        ({"valid_until": date(2020, 1, 1)}, refusals.EndsBeforeItBegins),
    ],
)
def test_refuses_what_cannot_be(vollsmose, changed, refusal):
    with pytest.raises(refusal):
        add(vollsmose, BoundaryFacts(**{**vars(DISTRICT), **changed}))


def test_is_drawn_only_by_those_who_work_there(vollsmose):
    with pytest.raises(refusals.NotYoursToChange):
        add(vollsmose, DISTRICT, by=resident(vollsmose))
    with pytest.raises(refusals.WrongParent):
        add(vollsmose, DISTRICT, place=block(area()))


def test_ends_once_and_after_it_began(vollsmose):
    kept, by = add(vollsmose, DISTRICT), facilitator(vollsmose)
    with pytest.raises(refusals.EndsBeforeItBegins):
        actions.end_boundary(boundary=kept, on=date(2021, 1, 1), by=by, now=MOMENT)
    actions.end_boundary(boundary=kept, on=TODAY, by=by, now=MOMENT)
    assert not queries.boundaries(vollsmose, TODAY).exists()
    with pytest.raises(refusals.HasEnded):
        actions.end_boundary(boundary=kept, on=TODAY, by=by, now=MOMENT)
    with pytest.raises(refusals.NotYoursToChange):
        actions.end_boundary(boundary=kept, on=TODAY, by=None, now=MOMENT)


def test_draws_the_area_with_its_blocks_to_one_scale(vollsmose):
    add(vollsmose, DISTRICT, read_outline(geojson(SQUARE)))
    small = [[10.42 + (x - 10.42) / 4, 55.4 + (y - 55.4) / 4] for x, y in SQUARE]
    add(vollsmose, DISTRICT, read_outline(geojson(small)), place=block(vollsmose))
    drawn = drawn_map(queries.boundaries(vollsmose, TODAY))
    (whole,), (part,) = drawn.whole, drawn.parts
    assert (part.number, part.boundary.place.name) == (1, "Block 1")
    assert whole.path.endswith("z")
    assert drawn.bar_metres in {100, 200, 500}
    assert 0 < part.x < drawn.width
    assert 0 < part.y < drawn.height


def test_draws_nothing_without_an_outline(vollsmose):
    add(vollsmose, DISTRICT)
    assert drawn_map(queries.boundaries(vollsmose, TODAY)) is None
