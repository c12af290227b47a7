"""Files with buildings: what is read, what is left out, and what a hostile file gets."""

import json
from itertools import repeat

import pytest

from medskab.places.maps.reading import MOST_BYTES, counts, read_map
from medskab.places.maps.shapes import BadMap

from .factories import houses, square

BOX = {"south": 55.4, "west": 10.42, "north": 55.41, "east": 10.43}
EDGE = 104_300_000


def osm(body):
    nodes = "".join(
        f'<node id="{number}" lat="{lat}" lon="{lon}"/>'
        for number, (lat, lon) in enumerate(
            [(55.402, 10.422), (55.402, 10.424), (55.403, 10.424), (55.403, 10.422), (55.405, 10.5)], 1
        )
    )
    return f'<?xml version="1.0"?><osm version="0.6">{nodes}{body}</osm>'.encode()


def way(number, refs, **tags):
    inside = "".join(f'<nd ref="{ref}"/>' for ref in refs)
    inside += "".join(f'<tag k="{key}" v="{value}"/>' for key, value in tags.items())
    return f'<way id="{number}">{inside}</way>'


HOUSE = way(1, (1, 2, 3, 4, 1), building="yes", name="Blok 1")


def of_kind(found):
    return {kind: number for kind, number in counts(found.shapes).items() if number}


def test_reads_houses_paths_and_green():
    body = HOUSE + way(2, (1, 3), highway="footway") + way(3, (1, 2, 3, 1), leisure="park")
    found = read_map([osm(body)], BOX)
    assert of_kind(found) == {"building": 1, "path": 1, "green": 1}
    assert found.is_osm
    assert found.shapes[0].name == "Blok 1"


def test_reads_a_house_whose_walls_are_two_ways():
    members = '<member type="way" ref="1" role="outer"/><member type="way" ref="2" role="outer"/>'
    relation = (
        f'<relation id="9">{members}<tag k="type" v="multipolygon"/><tag k="building" v="yes"/></relation>'
    )
    found = read_map([osm(way(1, (1, 2, 3)) + way(2, (1, 4, 3)) + relation)], BOX)
    (house,) = found.shapes
    assert house.lines[0][0] == house.lines[0][-1]
    assert len(house.lines[0]) == 5


def test_reads_in_small_pieces_what_it_reads_whole():
    content = osm(HOUSE)
    assert read_map((content[at : at + 7] for at in range(0, len(content), 7)), BOX) == read_map(
        [content], BOX
    )


def test_cuts_what_reaches_out_of_the_area():
    (path,) = read_map([osm(way(2, (1, 5), highway="path"))], BOX).shapes
    assert max(x for x, _y in path.points) == EDGE
    (house,) = read_map([houses(square(10.4298, 55.405))], BOX).shapes
    assert {x for x, _y in house.points} == {104298000, EDGE}


@pytest.mark.parametrize(
    "broken",
    [
        way(2, (1, 2, 3), building="yes"),
        way(2, (1, 2, 99, 1), building="yes"),
        way(2, (1, 3, 2, 4, 1), building="yes"),
    ],
)
def test_leaves_out_what_is_open_cut_off_or_crosses_itself(broken):
    found = read_map([osm(HOUSE + broken)], BOX)
    assert (len(found.shapes), found.left_out) == (1, 1)


def test_leaves_out_points_and_broken_polygons():
    given = json.loads(houses(square(10.425, 55.405), square(10.426, 55.406)[:-1]))
    given["features"] += [
        {"geometry": {"type": "Point", "coordinates": [10.42, 55.4]}},
        None,
        {"geometry": 3},
    ]
    found = read_map([json.dumps(given).encode()], BOX)
    assert (len(found.shapes), found.left_out) == (1, 4)


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE osm [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><osm><way id="1"><tag k="name" v="&c;"/></way></osm>'
)
OUTSIDE = b'<!DOCTYPE osm SYSTEM "file:///etc/passwd"><osm/>'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (BOMB, "document type"),
        (OUTSIDE, "document type"),
        (osm(HOUSE)[:-30], "broken"),
        (b"<html><body>Sign in</body></html>", "no OpenStreetMap extract"),
        (b"<osm>" + b"<a>" * 100_000, "no OpenStreetMap extract"),
        (b'<osm><node id="1" lat="99" lon="1"/></osm>', "no place"),
        (b'<osm><node lat="9" lon="1"/></osm>', "no number"),
        (b'<osm><node id="1" lat="nan" lon="1"/></osm>', "no place"),
        (b"\x00\x00\x00\x0d\x0a\x09OSMHeader\x18\x7c", "packed"),
        (b"", "no GeoJSON"),
        (b'{"type": "Polygon"}', "no list of buildings"),
        (b"[" * 50_000, "no GeoJSON"),
        (houses(square(55.405, 10.425)), "latitude first"),
        (houses(square(9.1, 54.9)), "Nothing in the file lies"),
        (osm(way(2, (1, 2, 3), building="yes")), "Nothing in the file can be drawn"),
    ],
)
def test_answers_a_bad_file_with_a_sentence(content, says):
    with pytest.raises(BadMap) as refused:
        read_map([content], BOX)
    assert says in str(refused.value)


def test_stops_reading_a_file_of_two_hundred_megabytes():
    taken = 0

    def pieces():
        nonlocal taken
        yield b"<osm>"
        for piece in repeat(b" " * 1_000_000, 200):
            taken += len(piece)
            yield piece

    with pytest.raises(BadMap, match="25 MB"):
        read_map(pieces(), BOX)
    assert taken <= MOST_BYTES + 1_000_000


def test_stops_where_there_are_too_many_corners():
    nodes = "".join(f'<node id="{number}" lat="1" lon="1"/>' for number in range(500_001))
    with pytest.raises(BadMap, match="too large"):
        read_map([b"<osm>", nodes.encode()], BOX)


def test_refuses_more_than_a_phone_can_draw():
    many = houses(*(square(10.42 + number * 1e-6, 55.405, 1e-6) for number in range(4_001)))
    with pytest.raises(BadMap, match="phone"):
        read_map([many], BOX)


def test_refuses_half_a_country_where_no_boundary_says_what_is_meant():
    with pytest.raises(BadMap, match="kilometres"):
        read_map([houses(square(9, 55), square(11, 56))], None)
