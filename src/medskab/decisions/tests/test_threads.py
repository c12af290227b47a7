"""Decisions on the thread of what led to what."""

import pytest
from django.urls import reverse

from medskab.common.clock import now
from medskab.decisions import actions
from medskab.decisions.models import Decision
from medskab.decisions.refusals import NotYoursToDecide
from medskab.needs.tests import factories as needs
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


def test_is_led_to_by_the_need_that_it_answers(client, freja):
    need = needs.need(freja.area, freja, title="To be asked before the plan is drawn")
    factories.sign_in(client, freja)
    fields = {"idempotency_key": "a", "title": "The plan", "about": "Yes or no", "kind": "household"}
    fields |= {"nature": "hearing", "need": need.pk}
    assert client.post(reverse("decision-new-here", args=["engen"]), fields).status_code == 302
    decision = Decision.objects.get()
    thread = reverse("thread", args=["engen", "needs.need", need.pk])
    assert decision.title in client.get(thread).content.decode()
    client.logout()
    assert decision.title not in client.get(thread).content.decode()


def test_takes_no_need_of_another_area(freja):
    nadia = factories.facilitator(factories.area("birken"))
    need = needs.need(nadia.area, nadia)
    facts = {"title": "The plan", "kind": "household", "nature": "hearing"}
    with pytest.raises(NotYoursToDecide):
        actions.set_up(area=freja.area, facts=facts, need=need, by=freja, now=now())
    assert not Decision.objects.exists()
