"""What every test of this room starts with."""

import pytest
from django.core.cache import cache

from medskab.people.models import RoleKind
from medskab.people.tests import factories as people


@pytest.fixture(autouse=True)
def _fresh(client, db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    cache.clear()


@pytest.fixture
def area():
    return people.area()


@pytest.fixture
def freja(area):
    """Somebody who works here."""
    return people.facilitator(area)


@pytest.fixture
def bo(area):
    """A member of the area's board."""
    return people.person(area, "Bo", RoleKind.BOARD_MEMBER)


@pytest.fixture
def ida(area):
    """Somebody who lives here."""
    return people.person(area, "Ida", RoleKind.RESIDENT)


@pytest.fixture
def strangers(ida):
    """Who keeps no board here: a resident, and a facilitator of another area."""
    return [ida, people.facilitator(people.area("skoven"), "Nadia")]
