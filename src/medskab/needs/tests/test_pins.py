"""Pins: near the area or refused, seen by whom they are meant for, and the map that shows them."""

import pytest
from django.urls import reverse

from medskab.common.deed import CannotAct
from medskab.needs.models import Input, Need
from medskab.people.tests import factories as people
from medskab.places.tests import factories as ground

from . import factories

pytestmark = pytest.mark.django_db
HERE = (55.405, 10.425)
CLOSE_BY, FAR_OFF = (55.4143, 10.425), (55.4151, 10.425)


@pytest.fixture
def drawn(area, freja):
    """The area with an outline and a house."""
    ground.outline(area, freja)
    ground.map_file(area, freja)
    return area


def pin_of(row):
    return row.latitude, row.longitude


def test_keeps_a_pin_in_the_area_or_close_by(drawn, freja):
    assert pin_of(factories.said(drawn, pin=HERE)) == HERE
    assert pin_of(factories.need(drawn, freja, pin=CLOSE_BY)) == CLOSE_BY
    assert pin_of(factories.said(drawn)) == (None, None)


@pytest.mark.parametrize("pin", [FAR_OFF, (10.425, 55.405), (float("nan"), 10.4), (91.0, 10.4)])
def test_refuses_a_pin_far_off(drawn, freja, pin):
    with pytest.raises(CannotAct, match="outside the area"):
        factories.said(drawn, pin=pin)
    with pytest.raises(CannotAct, match="outside the area"):
        factories.need(drawn, freja, pin=pin)
    assert not Input.objects.exists()


def test_shows_needs_and_assets_on_the_map_and_never_what_one_person_said(drawn, freja, client):
    factories.need(drawn, freja, "Light on the paths", pin=HERE)
    factories.need(drawn, freja, "A kitchen", kind="asset", pin=CLOSE_BY)
    factories.need(drawn, freja, "No place")
    factories.said(drawn, pin=(55.4001, 10.4201))
    page = client.get(reverse("need-map", args=[drawn.slug])).content.decode()
    assert page.count("data-pin ") == 2
    assert "map__pin--need" in page
    assert "map__pin--asset" in page
    assert "The surveyor, free to use" in page
    assert "No place" not in page
    assert "10.4201" not in page


def test_says_where_nobody_has_drawn_the_area_yet(area, client):
    page = client.get(reverse("need-map", args=[area.slug])).content.decode()
    assert "Nobody has drawn this area yet." in page
    assert "pin-picker" not in client.get(reverse("say", args=[area.slug])).content.decode()


def test_takes_a_pin_with_what_is_said(drawn, client):
    address = reverse("say", args=[drawn.slug])
    page = client.get(address).content.decode()
    assert "<pin-picker" in page
    assert 'leaflet.js"></script>' not in page
    sent = {"words": "The lamp is broken", "kind": "need", "idempotency_key": "a"}
    client.post(address, {**sent, "latitude": "55.405", "longitude": "10.425"})
    assert pin_of(Input.objects.get()) == HERE


@pytest.mark.parametrize("half", [{"latitude": "55.4"}, {"latitude": "here", "longitude": "10.4"}])
def test_asks_again_for_a_pin_that_is_not_whole(drawn, client, half):
    sent = {"words": "The lamp is broken", "kind": "need", "idempotency_key": "a", **half}
    page = client.post(reverse("say", args=[drawn.slug]), sent).content.decode()
    assert "The pin was not understood" in page
    assert not Input.objects.exists()


def test_begins_a_need_with_the_pin_of_what_was_said_and_keeps_what_staff_choose(drawn, freja, staff):
    row = factories.said(drawn, pin=HERE)
    page = staff.get(reverse("need-input", args=[drawn.slug, row.pk])).content.decode()
    assert "map__pin--need" in page
    address = f"{reverse('need-new', args=[drawn.slug])}?input={row.pk}"
    assert 'value="55.405"' in staff.get(address).content.decode()
    sent = {"title": "Light", "kind": "need", "state": "open", "idempotency_key": "a"}
    staff.post(address, {**sent, "latitude": "55.406", "longitude": "10.426"})
    assert pin_of(Need.objects.get()) == (55.406, 10.426)


def test_takes_the_pin_away_with_what_must_not_be_read(drawn, staff):
    row = factories.said(drawn, pin=HERE)
    address = reverse("need-input-do", args=[drawn.slug, row.pk, "redact"])
    staff.post(address, {"words": "A lamp", "pin": "on", "idempotency_key": "a"})
    row.refresh_from_db()
    assert (row.words, pin_of(row)) == ("A lamp", (None, None))


def test_lets_pictures_in_only_from_the_host_that_the_operator_named(area, client, settings):
    address = reverse("need-map", args=[area.slug])
    assert "img-src 'self' data:;" in client.get(address)["Content-Security-Policy"]
    settings.TILES = "https://tiles.test.invalid/{z}/{x}/{y}.png"
    policy = client.get(address)["Content-Security-Policy"]
    assert "img-src 'self' data: https://tiles.test.invalid;" in policy


def test_puts_no_pin_for_somebody_of_another_area(drawn):
    stranger = people.facilitator(people.area("vangen"))
    with pytest.raises(CannotAct):
        factories.need(drawn, stranger, pin=HERE)
