"""What every test of this room starts with."""

import pytest
from django.core.cache import cache

from medskab.people.models import AgeBand, RoleKind
from medskab.people.tests import factories as people

from . import factories


@pytest.fixture(autouse=True)
def _fresh(client, db):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    cache.clear()


@pytest.fixture
def area():
    return people.area()


@pytest.fixture
def ida(area):
    """Who leads what is tested."""
    return people.person(area, "Ida", RoleKind.RESIDENT)


@pytest.fixture
def una(area):
    """Another who lives here."""
    return people.person(area, "Una", RoleKind.RESIDENT)


@pytest.fixture
def sami(area):
    """Somebody of 15."""
    return people.person(area, "Sami", RoleKind.RESIDENT, age_band=AgeBand.FROM_15)


@pytest.fixture
def freja(area):
    """Somebody who works here."""
    return people.facilitator(area)


@pytest.fixture
def nadia():
    """A facilitator of another area."""
    return people.facilitator(people.area("skoven"), "Nadia")


@pytest.fixture
def opened(area, ida):
    return factories.initiative(area, ida)
