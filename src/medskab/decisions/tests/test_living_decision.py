"""A decision that is taken here, from its set-up to what became of it, as its facilitator walks it."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from medskab.common.clock import now
from medskab.common.codes import read_code
from medskab.decisions import actions
from medskab.decisions.models import Decision, Delivery, Phase, Poll, State
from medskab.decisions.refusals import HasBegun, NeverShorter
from medskab.mandates.tests.factories import mandate
from medskab.people.actions import Answer, answer_consent
from medskab.people.models import AgeBand, Person, Purpose, RoleKind
from medskab.resources.queries import available_ore
from medskab.resources.tests.factories import line
from medskab.tools.jobs.tests.factories import run_pending_jobs

from .factories import MEANING, area, facilitator, person, sign_in
from .open_votes import open_vote

pytestmark = pytest.mark.django_db


class Walk:
    """One browser, whoever sits before it."""

    def __init__(self, client: Client, decision: Decision | None = None) -> None:
        self.client, self.decision = client, decision

    def at(self, name: str, *args: Any) -> str:
        assert self.decision is not None
        return reverse(name, args=[self.decision.area.slug, self.decision.slug, *args])

    def send(self, name: str, *args: Any, **fields: Any) -> Any:
        page = self.client.get(self.at(name, *args))
        assert page.status_code == 200, name
        found = self.client.post(self.at(name, *args), {"idempotency_key": f"{name}{args}{now()}"} | fields)
        if found.status_code == 200 and "form" in (found.context or {}):
            assert not found.context["form"].errors, (name, found.context["form"].errors)
        return found


def dates() -> dict[str, tuple[Any, Any]]:
    """Everything soon after each other, the vote from tomorrow on."""
    moment = now()
    ends = [moment + timedelta(minutes=one) for one in (0, 10, 20, 30, 60, 70, 10**6)]
    kinds = ("propose", "shape", "capacity", "vote", "count", "deliver")
    return {kind: (ends[place], ends[place + 1]) for place, kind in enumerate(kinds)}


def make_now(decision: Decision, kind: str) -> None:
    """Let time pass until a phase is on."""
    rows = list(decision.phases.all())
    here = next(place for place, row in enumerate(rows) if row.kind == kind)
    for place, row in enumerate(rows):
        starts = now() + timedelta(hours=place - here) - timedelta(minutes=1)
        Phase.objects.filter(pk=row.pk).update(starts_at=starts, ends_at=starts + timedelta(minutes=59))


@pytest.fixture
def freja() -> Person:
    return facilitator(area())


@pytest.fixture
def walk(client: Client, freja: Person) -> Walk:
    """A decision that is open, with 100,000 kr. put aside."""
    right = mandate(freja.area, freja, ceiling_ore=20_000_000)
    money = line(freja.area, freja, mandate=right)
    facts = {"title": "Our budget", "about": "Money for the courtyards", "kind": "budget"}
    facts |= {"nature": "decision", "mandate": right, "budget_line": money, "budget": 10_000_000}
    decision = actions.set_up(area=freja.area, facts=facts, by=freja, now=now())
    later = {kind: (one + timedelta(days=1), two + timedelta(days=1)) for kind, (one, two) in dates().items()}
    actions.plan(decision=decision, dates=later, by=freja, now=now())
    actions.write_words(decision=decision, words=MEANING | {"decided_on": None}, by=freja, now=now())
    sign_in(client, freja)
    walk = Walk(client, decision)
    assert walk.send("decision-open").status_code == 302
    decision.refresh_from_db()
    return walk


def proposed(walk: Walk, by: Person, title: str) -> None:
    sign_in(walk.client, by)
    found = walk.send("decision-propose", title=title, text="For all of us", kroner="30000")
    assert found.status_code == 302


def test_opens_only_under_a_mandate_and_puts_the_money_aside(walk: Walk) -> None:
    decision = walk.decision
    assert decision is not None
    assert decision.state == State.RUNNING
    assert decision.authorization is not None
    assert decision.reservation is not None
    assert available_ore(decision.budget_line) == 25_000_000 - 10_000_000
    walk.client.logout()
    page = walk.client.get(decision.get_absolute_url())
    assert page.status_code == 200
    assert "are put aside for it" in page.content.decode()


def test_sets_up_and_plans_in_the_browser(client: Client, freja: Person) -> None:
    right = mandate(freja.area, freja, ceiling_ore=20_000_000)
    money = line(freja.area, freja, mandate=right)
    sign_in(client, freja)
    fields = {"idempotency_key": "a", "title": "Benches", "about": "Where to sit", "kind": "budget"}
    fields |= {"nature": "decision", "mandate": right.pk, "budget_line": money.pk, "kroner": "50000"}
    assert client.post(reverse("decision-new-here", args=[freja.area.slug]), fields).status_code == 302
    walk = Walk(client, Decision.objects.get())
    today = timezone.localdate()
    days = {"vote_from": today + timedelta(days=2), "vote_to": today + timedelta(days=9)}
    assert walk.send("decision-plan", **days).status_code == 302
    assert client.get(walk.at("decision-work")).status_code == 200
    page = client.get(walk.at("decision-open")).content.decode()
    assert "Missing" in page


def test_shows_who_proposed_only_while_they_agree(walk: Walk, freja: Person) -> None:
    amira = person(freja.area, "amira", RoleKind.RESIDENT)
    make_now(walk.decision, "propose")
    proposed(walk, amira, "Benches")
    address = walk.decision.drafts.get().get_absolute_url()
    own = walk.client.get(address).content.decode()
    walk.client.logout()
    assert "Proposed by amira" in own
    assert "Proposed by somebody who lives here" in walk.client.get(address).content.decode()
    amira.age_band = AgeBand.ADULT
    amira.save()
    answer = Answer(Purpose.PUBLISHED, True, amira, "en")
    answer_consent(person=amira, answer=answer, by=amira, now=now())
    assert "Proposed by amira" in walk.client.get(address).content.decode()


def test_goes_from_a_proposal_to_what_became_of_it(walk: Walk, freja: Person) -> None:
    decision = walk.decision
    assert decision is not None
    poul = person(freja.area, "poul", RoleKind.PROJECT_LEADER)
    amira = person(freja.area, "amira", RoleKind.RESIDENT)
    make_now(decision, "propose")
    for title in ("Benches", "A party"):
        proposed(walk, amira, title)
    sign_in(walk.client, freja)
    make_now(decision, "capacity")
    for draft in decision.drafts.all():
        check = {"can_be_done": "yes", "carried_out_by": "Bente, resident", "kroner": "40000"}
        check["done_by"] = timezone.localdate() + timedelta(days=90)
        assert walk.send("decision-draft-check", draft.pk, **check).status_code == 302
    assert walk.send("decision-ballot").status_code == 302
    shape = {"unit": "person", "minimum_age": "12", "codes_per_home": "2", "shape": "approval"}
    shape |= {"least": "1", "most": "2", "points": "10", "rule": "equal-shares"}
    assert walk.send("decision-poll-set-up", **shape).status_code == 302
    assert walk.send("decision-rehearsal", second=poul.pk).status_code == 302
    named = {"name_1": "Birgit", "side_1": "Board", "name_2": "Ole", "side_2": "Municipality"}
    sheets = walk.send("decision-keys", **named)
    key = "\n".join(sheets.context["lines"])
    desk = walk.send("decision-desk", count="12", because="For all", second=poul.pk)
    codes = [read_code(code) for code in desk.context["codes"]]
    make_now(decision, "vote")
    assert walk.send("decision-vote-open").status_code == 302
    poll = Poll.objects.get(is_rehearsal=False)
    for code in codes[:-1]:
        choice = {"approve": ["01"]}
        actions.cast(poll=poll, code=code, choice=choice, idem_key=code, now=now())
    assert walk.send("decision-check-in", code=codes[-1]).status_code == 200
    make_now(decision, "count")
    Poll.objects.filter(pk=poll.pk).update(closes_at=now())
    assert walk.client.get(walk.at("decision-poll")).status_code == 200
    counted(walk, poll, freja, poul, key)
    followed(walk, poll)


def counted(walk: Walk, poll: Poll, freja: Person, poul: Person, key: str) -> None:
    """Papers typed by two, the urn opened, the votes counted, the result published."""
    walk.send("decision-batches", papers="1", box="House")
    for who in (freja, poul):
        sign_in(walk.client, who)
        if who == poul:
            walk.client.get(walk.at("decision-batch", 1))
        walk.send("decision-batch", 1, kind="marked", marks="1 2")
        assert walk.send("decision-batch-finish", 1).status_code == 302
    sign_in(walk.client, freja)
    urn = walk.send("decision-urn", key_words=key, witnesses="Ida\nKarl\nMona")
    assert urn.status_code == 302
    decision = Decision.objects.get(pk=poll.decision_id)
    assert (decision.state, decision.voters) == (State.IMPORTED, 12)
    actions.order_count(decision=decision, orders=[actions.Order("equal-shares")], by=freja, now=now())
    run_pending_jobs()
    decision.refresh_from_db()
    actions.publish(decision=decision, by=freja, now=now())


def followed(walk: Walk, poll: Poll) -> None:
    """What won has its money and somebody; everybody reads how far it is."""
    delivery = Delivery.objects.get(proposal__number=1)
    assert delivery.commitment.amount_ore == 4_000_000
    told = {"state": "under-way", "text": "The benches are ordered.", "due_on": delivery.due_on}
    assert walk.send("decision-deliver", 1, **told).status_code == 302
    walk.client.logout()
    page = walk.client.get(walk.at("decision-delivery")).content.decode()
    assert "The benches are ordered." in page
    assert poll.board.last().kind == "result"
    decision = Decision.objects.get(pk=poll.decision_id)
    line = decision.budget_line
    assert available_ore(line) == 25_000_000 - 8_000_000
    actions.withdraw(decision=decision, because="Wrong list", by=decision.created_by, now=now())
    assert available_ore(line) == 25_000_000


def test_reshapes_a_proposal_only_when_its_author_says_yes(walk: Walk, freja: Person) -> None:
    decision = walk.decision
    assert decision is not None
    amira = person(freja.area, "amira", RoleKind.RESIDENT)
    make_now(decision, "propose")
    for title in ("Benches", "Tables"):
        proposed(walk, amira, title)
    sign_in(walk.client, freja)
    make_now(decision, "shape")
    both = [draft.pk for draft in decision.drafts.all()]
    words = {"title_1": "Benches and tables", "text_1": "Together", "kroner_1": "50000", "because": "Alike"}
    assert walk.send("decision-shape", drafts=both, **words).status_code == 302
    sign_in(walk.client, amira)
    for asked in decision.shapings.get().answers.all():
        assert walk.send("decision-shape-answer", asked.pk, has_agreed="yes").status_code == 302
    titles = list(decision.drafts.filter(state="proposed").values_list("title", flat=True))
    assert titles == ["Benches and tables"]


def test_moves_a_phase_in_public_with_its_reason(walk: Walk) -> None:
    assert walk.decision is not None
    soon = timezone.localdate() + timedelta(days=3)
    phase = walk.decision.phases.get(kind="deliver")
    first = timezone.localdate(phase.starts_at)
    fields = {"first": first + timedelta(days=1), "last": soon + timedelta(days=400), "because": "Snow"}
    assert walk.send("decision-move", "deliver", **fields).status_code == 302
    walk.client.logout()
    assert "Snow" in walk.client.get(walk.decision.get_absolute_url()).content.decode()


def test_opens_a_vote_of_the_homes_that_binds(freja: Person) -> None:
    right = mandate(freja.area, freja)
    facts = {"title": "Shall we build?", "kind": "household", "nature": "decision", "mandate": right}
    decision = actions.set_up(area=freja.area, facts=facts, by=freja, now=now())
    moment = now() + timedelta(days=1)
    vote = {"vote": (moment, moment + timedelta(days=1))}
    actions.plan(decision=decision, dates=vote, by=freja, now=now())
    decision = actions.write_words(
        decision=decision, words=MEANING | {"decided_on": None}, by=freja, now=now()
    )
    decision = actions.open_decision(decision=decision, by=freja, now=now())
    assert (decision.state, decision.authorization.ceiling_ore) == (State.RUNNING, 0)


def test_makes_an_open_vote_longer_but_never_shorter_and_keeps_its_hour(walk: Walk, freja: Person) -> None:
    vote = open_vote(freja, slug="open")
    ends = timezone.make_aware(timezone.make_naive(now()).replace(hour=20, minute=0, second=0, microsecond=0))
    days = {"starts_at": now() - timedelta(days=1), "ends_at": ends + timedelta(days=3)}
    phase = Phase.objects.create(area=freja.area, decision=vote.decision, kind="vote", **days)
    Poll.objects.filter(pk=vote.poll.pk).update(closes_at=phase.ends_at)
    for first, last in ((0, 2), (1, 9)):
        moved = {
            "starts_at": phase.starts_at + timedelta(days=first),
            "ends_at": ends + timedelta(days=last),
        }
        with pytest.raises((NeverShorter, HasBegun)):
            actions.move_phase(phase=phase, **moved, because="Snow", by=freja, now=now())
    there = Walk(walk.client, vote.decision)
    today = timezone.localdate(phase.starts_at)
    last = timezone.localdate(phase.ends_at) + timedelta(days=4)
    assert there.send("decision-move", "vote", first=today, last=last, because="Snow").status_code == 302
    vote.poll.refresh_from_db()
    assert timezone.localtime(vote.poll.closes_at).strftime("%H:%M") == "20:00"
    walk.client.logout()
    page = walk.client.get(vote.decision.get_absolute_url()).content.decode()
    assert "Before:" in page
    assert "Now:" in page
