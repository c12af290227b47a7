"""A place for keys and recordings of one test alone, an area and somebody who works there."""

import pytest

from medskab.people.tests import factories as people


@pytest.fixture(autouse=True)
def _media(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def area(db):
    """The area."""
    return people.area()


@pytest.fixture
def by(area):
    """Somebody who works for the area."""
    return people.facilitator(area)
