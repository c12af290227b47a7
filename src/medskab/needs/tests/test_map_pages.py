"""The pages on which staff bring in what stands on the ground."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from medskab.places.models import MapFile, MapFileState
from medskab.places.tests.factories import houses, square

pytestmark = pytest.mark.django_db


def test_takes_in_an_extract_by_its_pages_and_says_whose_it_is(area, staff):
    spots = enumerate([(55.4, 10.4), (55.41, 10.4), (55.4, 10.41)], 1)
    body = "".join(f'<node id="{at}" lat="{lat}" lon="{lon}"/>' for at, (lat, lon) in spots)
    refs = "".join(f'<nd ref="{one}"/>' for one in (1, 2, 3, 1))
    content = f'<osm>{body}<way id="1">{refs}<tag k="building" v="yes"/></way></osm>'.encode()
    page = reverse("map-files", args=[area.slug])
    looked = staff.post(page, {"file": _upload(content), "idempotency_key": "a"}, follow=True)
    kept = MapFile.objects.get()
    staff.post(reverse("map-file-take-in", args=[area.slug, kept.pk]), {"idempotency_key": "b"})
    assert "© OpenStreetMap contributors, ODbL" in looked.content.decode()
    kept.refresh_from_db()
    assert kept.state == MapFileState.IN_USE
    assert "map__building" in staff.get(page).content.decode()
    staff.post(reverse("map-file-take-back", args=[area.slug, kept.pk]), {"idempotency_key": "c"})
    kept.refresh_from_db()
    assert kept.state == MapFileState.TAKEN_BACK


def test_says_on_the_page_what_is_wrong_with_a_file(area, staff):
    page = reverse("map-files", args=[area.slug])
    unnamed = staff.post(page, {"file": _upload(houses(square(10.4, 55.4))), "idempotency_key": "a"})
    assert "Say who drew it" in unnamed.content.decode()
    assert not MapFile.objects.exists()


def _upload(content):
    return SimpleUploadedFile("map.osm", content)
