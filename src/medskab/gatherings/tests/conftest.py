"""What every test of this room starts with."""

import pytest
from django.core.cache import cache
from django.utils import translation

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
def bo(area):
    """A member of the area's board."""
    return factories.board_member(area)


@pytest.fixture
def ida(area):
    """Somebody who lives here."""
    return factories.resident(area)


@pytest.fixture
def outsiders(area, ida):
    """Who conducts no meeting here: a resident, and a board member of another area."""
    return [ida, factories.board_member(people.area("skoven"), "Nadia")]
