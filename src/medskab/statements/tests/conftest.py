"""What every test of this room starts with."""

import pytest
from django.core.cache import cache
from django.utils import translation

from medskab.people.models import RoleKind
from medskab.people.tests import factories as people

from . import factories


@pytest.fixture(autouse=True)
def _fresh(client, db):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    cache.clear()
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
def ida(area):
    """Somebody who lives here."""
    return people.person(area, "Ida", RoleKind.RESIDENT)


@pytest.fixture
def yards(area, freja):
    """An open conversation without statements."""
    return factories.conversation(area, freja)


@pytest.fixture
def staff(client, freja):
    """A browser of somebody who works here."""
    return people.sign_in(type(client)(HTTP_ACCEPT_LANGUAGE="en"), freja)
