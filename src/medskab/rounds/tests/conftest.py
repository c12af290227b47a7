"""What every test of this room starts with."""

import json

import pytest
from django.urls import reverse
from django.utils import translation

from medskab.people.tests import factories as people
from medskab.rounds.tests import factories


@pytest.fixture(autouse=True)
def _fresh(db, client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    with translation.override("en"):
        yield


@pytest.fixture
def area():
    return people.area()


@pytest.fixture
def freja(area):
    """Somebody who works here."""
    return people.facilitator(area)


@pytest.fixture
def walk(area, freja):
    return factories.planned(area, freja)


@pytest.fixture
def staff(client, freja):
    return people.sign_in(client, freja)


@pytest.fixture
def send(staff, walk):
    """Send bags from a phone; the answer comes back."""

    def sent(*bags, mark="aaaa-bbbb", to=None, **more):
        where = reverse("round-sync", args=["engen", (to or walk).pk])
        body = json.dumps({"phone": mark, "bags": list(bags), **more})
        return staff.post(where, body, content_type="application/json")

    return sent
