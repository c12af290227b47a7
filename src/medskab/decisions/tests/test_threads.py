"""Decisions on the thread of what led to what."""

from django.urls import reverse

from medskab.common.clock import now
from medskab.threads.actions import link

from . import factories


def test_stands_on_the_thread_once_it_is_public(client, freja):
    first, hidden, last = (
        factories.vote_of_homes(freja, title=title, is_published=title != "Hidden")
        for title in ("First", "Hidden", "Last")
    )
    link(first, hidden, why="was asked again", now=now())
    link(first, last, why="was asked again", now=now())
    address = reverse("thread", args=["engen", "decisions.decision", last.pk])
    assert "First" in client.get(address).content.decode()
    assert "Hidden" not in client.get(address).content.decode()
    factories.sign_in(client, freja)
    assert "First" in client.get(address).content.decode()


def test_is_reached_from_its_page(client, freja):
    decision = factories.vote_of_homes(freja, is_published=True)
    page = client.get(reverse("decision", args=["engen", decision.slug])).content.decode()
    thread = reverse("thread", args=["engen", "decisions.decision", decision.pk])
    assert thread in page
    assert client.get(thread).status_code == 200
