"""What every test of this room starts with."""

import pytest
from django.core.cache import cache
from django.utils import translation

from medskab.people.tests import factories as people


@pytest.fixture(autouse=True)
def _fresh(client, db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
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
    return people.person(area)


@pytest.fixture
def staff(client, area, freja):
    """A browser of somebody who works here."""
    return people.sign_in(type(client)(HTTP_ACCEPT_LANGUAGE="en"), freja)


@pytest.fixture
def when_it_stands(django_capture_on_commit_callbacks):
    """Do also what is done once the deed stands."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
