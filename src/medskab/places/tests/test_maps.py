"""Maps of what stands on the ground: taken in, replaced, taken back, drawn."""

import gzip
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from medskab.audit.queries import lines_about
from medskab.places import actions, ground
from medskab.places.actions import refusals
from medskab.places.area_drawing import drawn_area
from medskab.places.map_forms import MapForm
from medskab.places.models import MapFile

from .factories import MOMENT, area, block, facilitator, houses, map_file, outline, resident, square

pytestmark = pytest.mark.django_db
TODAY = MOMENT.date()


@pytest.fixture
def engparken():
    return area()


def take_back(kept, by):
    return actions.take_back_map(map_file=kept, by=by, now=MOMENT)


def test_comes_back_as_it_was_when_the_later_one_is_taken_back(engparken):
    by = facilitator(engparken)
    first, second = map_file(engparken, by), map_file(engparken, by)
    assert ground.map_in_use(engparken) == second
    take_back(second, by)
    assert ground.map_in_use(engparken) == first
    with pytest.raises(refusals.MapNotInUse):
        take_back(second, by)
    assert {line.kind for line in lines_about(second)} == {
        "map_file.uploaded",
        "map_file.taken_in",
        "map_file.taken_back",
    }


def test_is_drawn_nowhere_before_it_is_taken_in(engparken):
    by = facilitator(engparken)
    kept = map_file(engparken, by, taken_in=False)
    assert drawn_area(ground.ground_of(engparken, TODAY)) is None
    actions.drop_map(map_file=kept, by=by, now=MOMENT)
    with pytest.raises(refusals.MapIsOver):
        actions.take_in_map(map_file=kept, by=by, now=MOMENT)
    assert not MapFile.objects.exists()


def test_is_brought_in_only_by_those_who_work_there(engparken):
    kept = map_file(engparken, facilitator(engparken), taken_in=False)
    for deed in (actions.take_in_map, actions.drop_map, actions.take_back_map):
        with pytest.raises(refusals.NotYoursToChange):
            deed(map_file=kept, by=resident(engparken), now=MOMENT)


def test_knows_a_block_by_its_name(engparken):
    standing = block(engparken, "Blok 1")
    kept = map_file(engparken, facilitator(engparken), houses(square(10.425, 55.405), name="BLOK 1"))
    assert kept.features.get().place == standing


def test_draws_houses_and_pins_to_the_outline(engparken):
    by = facilitator(engparken)
    outline(engparken, by)
    map_file(engparken, by)
    drawing = drawn_area(
        ground.ground_of(engparken, TODAY), [(55.405, 10.425, "need"), (55.41, 10.43, "asset")]
    )
    ((kind, path),) = drawing.layers
    assert (kind, path.endswith("z"), drawing.outline.startswith("M")) == ("building", True, True)
    middle, corner = drawing.spots
    assert middle.x == drawing.width / 2
    assert corner.y == 12
    assert drawing.owed == "The surveyor, free to use"


def test_sends_the_ground_once_and_then_says_that_nothing_is_new(engparken, client):
    by = facilitator(engparken)
    outline(engparken, by)
    map_file(engparken, by)
    address = reverse("base-map", args=[engparken.slug])
    first = client.get(address, headers={"accept-encoding": "gzip"})
    found = json.loads(gzip.decompress(first.content))
    assert [one["properties"]["kind"] for one in found["features"]] == ["outline", "building"]
    assert client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 304
    map_file(engparken, by)
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, len(again.json()["features"])) == (200, 2)


def test_refuses_a_huge_file_by_its_size_and_opens_it_not():
    huge = SimpleUploadedFile("map.osm", b"<osm/>")
    huge.size, huge.chunks = 200_000_000, None
    form = MapForm({"idempotency_key": "a"}, {"file": huge}, box=None)
    assert "25 MB" in str(form.errors["file"])
