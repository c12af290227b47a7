"""What voting costs, and which statement comes next."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from medskab.statements.calculations import routing
from medskab.statements.models import Choice

from . import factories


def asked_by(client, method, address, **facts):
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        assert getattr(client, method)(address, facts).status_code in {200, 302}
    return len(asked)


def at(name):
    return reverse(name, args=["engen", "our-yards"])


def test_asks_as_often_for_many_as_for_few(client, yards):
    statements = factories.statements(yards, 5)
    client.get(at("conversation-vote"))
    client.post(at("conversation-vote"), {"statement": statements[0].pk, "choice": "1"})
    card = asked_by(client, "get", at("conversation-vote"))
    vote = asked_by(client, "post", at("conversation-vote"), statement=statements[1].pk, choice="1")
    more = factories.statements(yards, 100)
    factories.votes(factories.voices(yards, 50), more, lambda one, two: (one + two) % 3 - 1)
    assert asked_by(client, "get", at("conversation-vote")) == card <= 12
    facts = {"statement": statements[2].pk, "choice": "1"}
    assert asked_by(client, "post", at("conversation-vote"), **facts) == vote <= 14


@pytest.mark.parametrize("name", ["conversation", "conversation-mine", "conversation-say", "conversations"])
def test_stays_cheap_and_light_on_every_page(client, yards, name):
    statements = factories.statements(yards, 200)
    client.get(at("conversation-vote"))
    client.post(at("conversation-vote"), {"statement": statements[0].pk, "choice": "1"})
    address = reverse(name, args=["engen"]) if name == "conversations" else at(name)
    assert asked_by(client, "get", address) <= 9
    assert len(client.get(address).content) < 40_000


def test_counts_all_statements_in_two_questions(yards, django_assert_num_queries):
    statements = factories.statements(yards, 3)
    factories.votes(factories.voices(yards, 4), statements[:2], lambda one, two: (1, 1, -1, 0)[one])
    with django_assert_num_queries(2):
        found = routing.counts(yards)
    assert found == {one.pk: (2, 1, 4) for one in statements[:2]}


def test_draws_what_is_new_more_often_and_never_what_is_answered(yards):
    old, new = factories.statements(yards, 2)
    factories.votes(factories.voices(yards, 30), [old], lambda _one, _two: Choice.PASS)
    shown = [old.pk, new.pk]
    drawn = [routing.drawn_next(yards, shown, set(), step / 100) for step in range(100)]
    assert drawn.count(new.pk) > 90
    assert routing.drawn_next(yards, shown, {new.pk}, 0.5) == old.pk
    assert routing.drawn_next(yards, shown, {new.pk, old.pk}, 0.5) is None
    assert routing.drawn_next(yards, [], set(), 0.5) is None
