"""A flood of new voices waits a minute; what is one's own is kept by no browser."""

import pytest
from django.test import Client
from django.urls import reverse

from medskab.common.flood import Flood
from medskab.statements.models import Voice

from . import factories

pytestmark = pytest.mark.django_db


def _vote(client, yards, statement):
    address = reverse("conversation-vote", args=[yards.area.slug, yards.slug])
    client.get(address)
    return client.post(address, {"statement": statement.pk, "choice": 1}, follow=True)


def test_lets_new_voices_wait_in_a_flood_and_those_who_began_go_on(yards, monkeypatch):
    monkeypatch.setattr("medskab.statements.views.voting._BEGUN", Flood("begun", 1))
    first, second = factories.statement(yards), factories.statement(yards)
    one, other = (Client(HTTP_ACCEPT_LANGUAGE="en") for _client in range(2))
    _vote(one, yards, first)
    assert "Wait a minute" in _vote(other, yards, first).text
    assert "Wait a minute" not in _vote(one, yards, second).text
    assert [voice.votes.count() for voice in Voice.objects.all()] == [2]


@pytest.mark.parametrize("name", ["conversation", "conversation-vote", "conversation-mine"])
def test_lets_no_browser_keep_what_a_voice_said(client, yards, name):
    _vote(client, yards, factories.statement(yards))
    shown = client.get(reverse(name, args=[yards.area.slug, yards.slug]))
    assert "no-store" in shown["Cache-Control"]


@pytest.mark.parametrize("typed", ["²", "9" * 5000, "\0", "<script>", "1; DROP TABLE"])
def test_takes_an_odd_statement_for_none(client, yards, typed):
    factories.statement(yards)
    address = reverse("conversation-vote", args=[yards.area.slug, yards.slug])
    assert client.get(address, {"statement": typed}).status_code == 200
    assert client.post(address, {"statement": typed, "choice": 1}).status_code == 302
