"""What every test of this room starts with."""

import pytest
from django.core.cache import cache
from django.utils import translation

from medskab.audit import actions as audit

from . import factories


@pytest.fixture(autouse=True)
def _fresh(client, db):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    cache.clear()
    with translation.override("en"):
        yield


@pytest.fixture
def area():
    return factories.area()


@pytest.fixture
def freja(area):
    """The area's facilitator."""
    return factories.facilitator(area)


@pytest.fixture
def outsiders(area):
    """Who may read what is public and do nothing: a resident, another area's facilitator, nobody."""
    elsewhere = factories.area("skoven")
    return [factories.person(area, "ida", "resident"), factories.facilitator(elsewhere, "nadia"), None]


class _Broken(RuntimeError):
    pass


@pytest.fixture
def broken_halfway(monkeypatch):
    """Makes every deed break after its change: the log line cannot be written."""

    def arm():
        def refuse(*args, **kwargs):
            raise _Broken

        monkeypatch.setattr(audit, "record", refuse)
        return _Broken

    return arm
