"""By which door somebody came stays with what they say."""

import pytest
from django.http import HttpResponse

from medskab.common.arriving import Arrival, Channel, came_by
from medskab.needs.models import Input
from medskab.people.tests import factories as people

from .handing_in import at, form


def _came(client, area, channel, place=None):
    client.cookies.update(came_by(HttpResponse(), area, Arrival(channel, place)).cookies)


@pytest.mark.parametrize(
    ("came", "kept"),
    [(Channel.QR, "qr"), (Channel.KIOSK, "kiosk"), (Channel.MEETING, "meeting"), (Channel.PHONE, "web")],
)
def test_keeps_the_door_and_begins_at_its_place(client, area, came, kept):
    place = people.place(area)
    _came(client, area, came, place.pk)
    assert f'<option value="{place.pk}" selected>' in client.get(at("say")).text
    client.post(at("say"), form(place=place.pk))
    assert Input.objects.get().channel == kept


def test_remembers_the_code_on_the_wall(client, area):
    client.get(at("say-at", people.place(area).pk))
    client.post(at("say"), form())
    assert Input.objects.get().channel == Channel.QR


def test_leaves_a_screen_a_screen(client, area):
    place = people.place(area)
    _came(client, area, Channel.KIOSK, place.pk)
    client.post(at("say-at", place.pk), form())
    assert Input.objects.get().channel == Channel.KIOSK
