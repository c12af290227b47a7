"""Decisions that end without being carried out: in public, and with their money free again."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from medskab.common.clock import now
from medskab.decisions import actions, queries
from medskab.decisions.models import Decision, PollState, State
from medskab.decisions.refusals import (
    DecisionIsNotOpen,
    NotPublic,
    NotYoursToDecide,
    ReasonIsMissing,
    VoteHasBegun,
)
from medskab.mandates.tests.factories import mandate
from medskab.people.models import Person, RoleKind
from medskab.resources.queries import available_ore
from medskab.resources.tests.factories import line

from .factories import MEANING, area, facilitator, person, sign_in
from .open_votes import open_vote

pytestmark = pytest.mark.django_db
ALL = 25_000_000


@pytest.fixture
def freja() -> Person:
    return facilitator(area())


@pytest.fixture
def running(freja: Person) -> Decision:
    """Opened, with 100,000 kr. put aside."""
    right = mandate(freja.area, freja, ceiling_ore=20_000_000)
    money = line(freja.area, freja, mandate=right)
    facts: dict[str, Any] = {"title": "Our budget", "about": "For the courtyards", "kind": "budget"}
    facts |= {"nature": "decision", "mandate": right, "budget_line": money, "budget": 10_000_000}
    decision = actions.set_up(area=freja.area, facts=facts, by=freja, now=now())
    dates = {"vote": (now() + timedelta(days=1), now() + timedelta(days=2))}
    actions.plan(decision=decision, dates=dates, by=freja, now=now())
    actions.write_words(decision=decision, words=MEANING | {"decided_on": None}, by=freja, now=now())
    decision.refresh_from_db()
    actions.open_decision(decision=decision, by=freja, now=now())
    decision.refresh_from_db()
    return decision


def test_is_called_off_in_public_and_gives_its_money_back(
    client: Client, running: Decision, freja: Person
) -> None:
    assert available_ore(running.budget_line) == ALL - 10_000_000
    sign_in(client, freja)
    at = reverse("decision-call-off", args=[running.area.slug, running.slug])
    work = client.get(reverse("decision-work", args=[running.area.slug, running.slug]))
    assert at in work.content.decode()
    sent = {"idempotency_key": "once", "because": "The money is needed for the roof"}
    for _press in range(2):
        assert client.post(at, sent).status_code == 302
    assert available_ore(running.budget_line) == ALL
    client.logout()
    page = client.get(running.get_absolute_url()).content.decode()
    assert "The money is needed for the roof" in page
    assert "It was called off." in page
    assert reverse("decision-propose", args=[running.area.slug, running.slug]) not in page
    assert not queries.doings(running.area, now())


def test_is_called_off_by_its_facilitator_only_and_with_a_reason(running: Decision, freja: Person) -> None:
    with pytest.raises(ReasonIsMissing):
        actions.call_off(decision=running, because=" ", by=freja, now=now())
    poul = person(running.area, "poul", RoleKind.PROJECT_LEADER)
    with pytest.raises(NotYoursToDecide):
        actions.call_off(decision=running, because="No", by=poul, now=now())
    actions.call_off(decision=running, because="Roof", by=freja, now=now())
    with pytest.raises(DecisionIsNotOpen):
        actions.call_off(decision=running, because="Roof", by=freja, now=now())


def test_is_not_called_off_once_people_vote() -> None:
    vote = open_vote(facilitator(area()))
    with pytest.raises(VoteHasBegun):
        actions.call_off(decision=vote.decision, because="We dislike it", by=vote.by, now=now())
    vote.decision.refresh_from_db()
    assert vote.decision.state == State.RUNNING


def test_is_not_set_aside_unseen_after_the_vote() -> None:
    vote = open_vote(facilitator(area()), "yes-no")
    Decision.objects.filter(pk=vote.decision.pk).update(state=State.COUNTED)
    type(vote.poll).objects.filter(pk=vote.poll.pk).update(state=PollState.CLOSED)
    with pytest.raises(NotPublic):
        actions.withdraw(decision=vote.decision, because="We dislike it", by=vote.by, now=now())
