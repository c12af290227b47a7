"""Reading outlines."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medskab.places.outline import BadOutline, read_outline

from .factories import SQUARE, geojson

HOLE = [[10.422, 55.402], [10.422, 55.404], [10.424, 55.404], [10.424, 55.402], [10.422, 55.402]]


def feature(geometry, **more):
    return {"type": "Feature", "properties": {"navn": "Grethe"}, "geometry": geometry, **more}


def test_reads_a_polygon_with_a_hole():
    outline = read_outline(geojson(SQUARE, HOLE))
    assert [len(ring) for ring in outline.polygons[0]] == [5, 5]
    assert outline.box == {"south": 55.4, "west": 10.42, "north": 55.41, "east": 10.43}


def test_reads_features_and_leaves_their_properties_out():
    polygon = {"type": "Polygon", "coordinates": [SQUARE]}
    for given_ in (feature(polygon), {"type": "FeatureCollection", "features": [feature(polygon)]}):
        kept = read_outline(json.dumps(given_).encode()).as_geojson()
        assert json.loads(kept) == {"type": "MultiPolygon", "coordinates": [[SQUARE]]}


def test_reads_what_it_wrote():
    outline = read_outline(geojson(SQUARE, HOLE))
    assert read_outline(outline.as_geojson().encode()) == outline


def test_lets_two_parts_touch_at_a_corner():
    beside = [[x + 0.01, y + 0.01] for x, y in SQUARE]
    assert len(read_outline(geojson(SQUARE, beside, kind="MultiPolygon")).polygons) == 2


def test_lets_plots_lie_side_by_side():
    beside = [[x + 0.01, y] for x, y in SQUARE]
    assert len(read_outline(geojson(SQUARE, beside, kind="MultiPolygon")).polygons) == 2


def test_drops_a_corner_that_is_there_twice():
    assert len(read_outline(geojson([SQUARE[0], *SQUARE])).points) == 5


BOW = [SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3], SQUARE[0]]
PINCHED = [[0, 0], [2, 0], [1, 1], [2, 2], [0, 2], [1, 1], [0, 0]]
SPIKE = [[0, 0], [2, 0], [4, 0], [2, 0], [2, 2], [0, 0]]
POLYGON = {"type": "Polygon", "coordinates": [SQUARE]}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (geojson(BOW), "crosses or touches itself"),
        (geojson(PINCHED), "crosses or touches itself"),
        (geojson(SPIKE), "crosses or touches itself"),
        (geojson(SQUARE, [[x + 0.005, y + 0.005] for x, y in SQUARE]), "crosses or touches itself"),
        (geojson(SQUARE[:-1]), "not closed"),
        (geojson([SQUARE[0], SQUARE[1], SQUARE[0]]), "not closed"),
        (geojson([[580000, 6140000], [580100, 6140000], [580100, 6140100], [580000, 6140000]]), "WGS 84"),
        (b'{"type": "Polygon", "coordinates": [[[NaN, 0], [1, 0], [1, 1], [NaN, 0]]]}', "WGS 84"),
        (geojson([["a", 0], [1, 0], [1, 1], ["a", 0]]), "pair of numbers"),
        (geojson([[True, 0], [1, 0], [1, 1], [True, 0]]), "pair of numbers"),
        (b'{"type": "Point", "coordinates": [10, 55]}', "points or lines"),
        (b'{"type": "Feature", "geometry": null}', "points or lines"),
        (b'{"type": "FeatureCollection", "features": []}', "no outline"),
        (b'{"type": "FeatureCollection"}', "no outline"),
        (b'{"type": "Polygon", "coordinates": []}', "no corners"),
        (b'{"type": "Polygon", "coordinates": [7]}', "no corners"),
        (b"[]", "points or lines"),
        (b"not json", "no GeoJSON"),
        (b"\xff\xfe", "no GeoJSON"),
        (b"[" * 100_000, "no GeoJSON"),
        (b" " * 1_000_001, "1 MB"),
    ],
)
def test_says_what_is_wrong_with_an_outline(content, sentence):
    with pytest.raises(BadOutline, match=sentence):
        read_outline(content)


def test_refuses_a_coastline():
    comb = [[number / 1e4, (number % 2) / 10] for number in range(4990)]
    hole = [[0.2, 3 + number / 1e4] for number in range(20)]
    with pytest.raises(BadOutline, match="5,000 corners"):
        read_outline(geojson([*comb, [1, 5], [-1, 5], comb[0]], [*hole, [0.3, 3], hole[0]]))


@given(st.lists(st.tuples(st.integers(-6, 6), st.integers(-6, 6)), min_size=3, max_size=8))
@settings(max_examples=300, deadline=None)
def test_agrees_with_trying_every_pair_of_sides(corners):
    ring = [list(corner) for corner in corners]
    ring = [one for number, one in enumerate(ring) if number == 0 or one != ring[number - 1]]
    if len(ring) < 3 or ring[0] == ring[-1]:
        return
    try:
        read_outline(geojson([*ring, ring[0]]))
        is_fine = True
    except BadOutline:
        is_fine = False
    assert is_fine == _is_simple(ring)


def _is_simple(ring):
    """Whether no two sides share a point but neighbours their corner; by trying a fine grid of fractions."""
    sides = [(ring[number], ring[(number + 1) % len(ring)]) for number in range(len(ring))]
    for first in range(len(sides)):
        for second in range(first + 1, len(sides)):
            shared = _shared(sides[first], sides[second])
            are_neighbours = second == first + 1 or (first == 0 and second == len(sides) - 1)
            if shared == "many" or (shared == "one" and not are_neighbours):
                return False
    return True


def _shared(one, other):
    """How many points two sides with whole corners have in common: none, one, many. Solved as equations."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = *one, *other
    ux, uy, vx, vy = bx - ax, by - ay, dx - cx, dy - cy
    turn = ux * vy - uy * vx
    if turn:
        along, across = (cx - ax) * vy - (cy - ay) * vx, (cx - ax) * uy - (cy - ay) * ux
        ends = sorted((0, turn))
        return "one" if ends[0] <= along <= ends[1] and ends[0] <= across <= ends[1] else "none"
    if (cx - ax) * uy - (cy - ay) * ux:
        return "none"
    size = ux * ux + uy * uy
    at = sorted((((cx - ax) * ux + (cy - ay) * uy), ((dx - ax) * ux + (dy - ay) * uy)))
    low, high = max(0, at[0]), min(size, at[1])
    return "many" if low < high else "one" if low == high else "none"
