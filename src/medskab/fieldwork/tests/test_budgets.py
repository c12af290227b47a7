"""The list of what was heard asks the database no more often when there is more on it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from medskab.fieldwork.tests import factories
from medskab.people.tests import factories as people

pytestmark = pytest.mark.django_db


def _heard(area, by, names):
    for name in names:
        factories.interview(area, by, "The lamp is out.", factories.subject(area, by, pseudonym=name))


def _asked(client, address):
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(address)
    return len(asked)


def test_asks_no_more_often_for_more_speakers(area, by, client):
    people.sign_in(client, by)
    address = reverse("fieldwork", args=[area.slug])
    _heard(area, by, ["Birk"])
    few = _asked(client, address)
    _heard(area, by, ["Eg", "Ask", "Lind"])
    assert _asked(client, address) == few
