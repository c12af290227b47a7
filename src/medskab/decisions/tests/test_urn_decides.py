"""What came out of the urn stands: no other rule, no hand and no bin is stronger."""

import pytest
from django.test import Client
from django.urls import reverse

from medskab.common.clock import now
from medskab.decisions import actions
from medskab.decisions.actions import Order
from medskab.decisions.models import Decision, PollState, Ruling
from medskab.decisions.refusals import RuleIsAgreed, UrnDecides
from medskab.people.models import Person, RoleKind
from medskab.tools.jobs.queries import jobs_about
from medskab.tools.jobs.tests.factories import run_pending_jobs

from .factories import area, facilitator, person, sign_in
from .open_votes import OpenVote, open_vote

pytestmark = pytest.mark.django_db


def opened(shape: str = "approval") -> tuple[Decision, Person]:
    """A decision whose urn was opened in front of three."""
    vote: OpenVote = open_vote(facilitator(area()), shape)
    choice = {"answer": "yes"} if shape == "yes-no" else {"approve": ["bench"]}
    for code in vote.codes(3):
        actions.cast(poll=vote.poll, code=code, choice=choice, idem_key=code, now=now())
    actions.close_poll(poll=vote.poll, by=None, now=vote.poll.closes_at)
    facts = {"private_key": vote.private_key, "witnesses": ["Ida", "Karl", "Mona"]}
    actions.open_urn(poll=vote.poll, by=vote.by, now=vote.poll.closes_at, **facts)
    return Decision.objects.select_related("area").get(pk=vote.decision.pk), vote.by


def test_is_counted_by_the_rule_on_the_board_and_by_no_other() -> None:
    decision, freja = opened()
    for order in (Order("greedy-votes"), Order("equal-shares", minimum_votes=5)):
        with pytest.raises(RuleIsAgreed):
            actions.order_count(decision=decision, orders=[order], by=freja, now=now())
    orders = [Order("equal-shares", completion="add1"), Order("greedy-votes")]
    assert actions.order_count(decision=decision, orders=orders, by=freja, now=now()).pk


def test_offers_no_other_rule_on_the_page_of_the_count(client: Client) -> None:
    decision, freja = opened()
    sign_in(client, freja)
    at = reverse("decision-count", args=[decision.area.slug, decision.slug])
    page = client.get(at)
    assert "The rule was fixed before the vote" in page.content.decode()
    assert 'name="rule"' not in page.content.decode()
    sent = {"idempotency_key": "once", "rule": "greedy-votes", "compare": ["phragmen"]}
    assert client.post(at, sent).status_code == 302
    run_pending_jobs()
    job = jobs_about(decision).get()
    assert job.done_url == reverse("decision-work", args=[decision.area.slug, decision.slug])
    counts = decision.counts.order_by("id").values_list("rule", "is_information")
    assert list(counts) == [("equal-shares", False), ("phragmen", True)]


def test_is_neither_decided_by_hand_nor_thrown_away() -> None:
    decision, freja = opened()
    words = {"reason": "We like it", "decided_by": "The board"}
    with pytest.raises(UrnDecides):
        actions.decide_by_hand(
            decision=decision, project="party", ruling=Ruling.FUND, words=words, by=freja, now=now()
        )
    with pytest.raises(UrnDecides):
        actions.discard_draft(decision=decision, by=freja, now=now())
    assert Decision.objects.filter(pk=decision.pk).exists()


def test_keeps_the_numbers_of_the_homes_as_they_came_out() -> None:
    decision, freja = opened("yes-no")
    counted = decision.household_votes.get()
    vote = {"yes": 1, "no": 2, "blank": 0, "invalid": 0, "homes": 3, "votes_per_home": 1}
    vote |= {"majority": counted.majority, "gathering": counted.gathering, "held_on": counted.held_on}
    with pytest.raises(UrnDecides):
        actions.correct_vote(replaced=counted, vote=vote, because="Recounted", by=freja, now=now())
    assert decision.household_votes.count() == 1


def test_lets_everybody_who_may_type_papers_begin_a_bundle(client: Client) -> None:
    vote = open_vote(facilitator(area()))
    type(vote.poll).objects.filter(pk=vote.poll.pk).update(state=PollState.CLOSED)
    at = reverse("decision-batches", args=[vote.poll.area.slug, vote.decision.slug])
    sign_in(client, person(vote.poll.area, "birgit", RoleKind.BOARD_MEMBER))
    assert "A new bundle" in client.get(at).content.decode()
    begun = client.post(at, {"idempotency_key": "a", "papers": "3", "box": "House"})
    assert client.get(begun["Location"]).status_code == 200
    sign_in(client, person(vote.poll.area, "yusuf", RoleKind.RESIDENT))
    assert client.get(at).status_code == 403


def test_shows_its_own_staff_no_more_than_tens_while_people_vote(client: Client) -> None:
    vote = open_vote(facilitator(area()))
    for code in vote.codes(25)[:13]:
        choice = {"approve": ["bench"]}
        actions.cast(poll=vote.poll, code=code, choice=choice, idem_key=code, now=now())
    sign_in(client, vote.by)
    for name in ("decision-poll", "decision-urn"):
        page = client.get(reverse(name, args=[vote.poll.area.slug, vote.decision.slug])).content.decode()
        assert "13" not in page.split("<main", 1)[1].split("</main>")[0]
    assert (
        "At least 10 have voted so far."
        in client.get(
            reverse("decision-poll", args=[vote.poll.area.slug, vote.decision.slug])
        ).content.decode()
    )
