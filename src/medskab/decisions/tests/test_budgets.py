"""What a page costs."""

import gzip
import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from . import factories

WIRE = 60_000


def queries_for(client, address):
    client.get(address)  # the session notes the day once
    cache.clear()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("name", ["decision", "decision-work", "decision-json"])
def test_asks_as_often_for_many_proposals_as_for_few(client, freja, name):
    few = factories.published(freja, factories.many(16), "greedy-votes", "phragmen", title="Few")
    many = factories.published(freja, factories.many(160), "greedy-votes", "phragmen", title="Many")
    factories.sign_in(client, freja)
    asked = [queries_for(client, reverse(name, args=["engen", one.slug])) for one in (few, many)]
    assert asked[0] == asked[1] <= 12


def test_asks_as_often_for_many_results_as_for_few(client, freja):
    address = reverse("decisions", args=["engen"])
    factories.published(freja, title="One")
    few = queries_for(client, address)
    for number in range(9):
        factories.vote_of_homes(freja, is_published=True, title=f"Vote {number}")
    assert queries_for(client, address) == few <= 6


def test_answers_again_without_drawing_again(client, freja):
    decision = factories.published(freja)
    address = reverse("decision", args=["engen", decision.slug])
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    assert len(asked) == 2  # the area, and the decision with the digest of what was published


def test_keeps_languages_and_decisions_apart(client, freja):
    address = reverse("decision", args=["engen", factories.published(freja).slug])
    english = client.get(address).content.decode()
    danish = client.get(address, headers={"Accept-Language": "da"}).content.decode()
    assert "kr 100" in english.replace("\u00a0", " ")
    assert "100 kr" in danish.replace("\u00a0", " ")
    assert "kr.." not in danish
    other = factories.published(freja, title="Other")
    page = client.get(reverse("decision", args=["engen", other.slug])).content.decode()
    assert f"/decisions/{other.slug}/what-if/" in page


def test_is_light_with_160_proposals(client, freja):
    decision = factories.published(freja, factories.many(160), "greedy-votes", "phragmen")
    packed = {"Accept-Encoding": "gzip"}
    page = client.get(reverse("decision", args=["engen", decision.slug]), headers=packed)
    assert page["Content-Encoding"] == "gzip"
    html = gzip.decompress(page.content).decode()
    loaded = re.findall(r'(?:href|src)="(/(?:style|script)\.[^"]+)"', html)
    assert len(loaded) == 2
    assert len(page.content) + sum(len(client.get(one, headers=packed).content) for one in loaded) <= WIRE
