"""Every address × everybody × every state × GET and POST: opens to whom it should, and to nobody else.

The real site is asked, through all its middleware, with one change: where a view would begin its work it
answers "opened" instead. So the matrix can knock with POST at every door and change nothing.
"""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from django.conf import settings
from django.test import TestCase
from django.urls import NoReverseMatch, reverse

from medskab.common.clock import now
from medskab.decisions.tests import factories as decisions
from medskab.decisions.tests import open_votes
from medskab.fieldwork.tests import coding_factories as coding
from medskab.fieldwork.tests import factories as fieldwork
from medskab.gatherings.actions import hand_in_motion
from medskab.gatherings.models import ItemKind
from medskab.gatherings.tests import factories as meetings
from medskab.initiatives.tests.factories import initiative
from medskab.mandates.tests.factories import mandate
from medskab.needs.tests import factories as needs
from medskab.noticeboard.tests import factories as board
from medskab.notifications.unsubscribing import stop_link
from medskab.people.models import (
    AccessRenewal,
    JoinCode,
    Membership,
    Organisation,
    Person,
    RoleKind,
)
from medskab.people.tests import factories as people
from medskab.places import actions as places
from medskab.places.models import Boundary, Place, PlaceKind
from medskab.places.tests import factories as ground
from medskab.resources.tests import factories as money
from medskab.rounds.tests import factories as rounds
from medskab.statements.tests import factories as statements
from medskab.surveys.tests import factories as surveys
from medskab.tools.jobs.models import Job
from tests.trust.cast import EVERYBODY, cast_of
from tests.trust.door import STATES
from tests.trust.doors import DOORS
from tests.trust.knocking import (
    OPENED,
    OURS,
    all_work_left_out,
    is_as,
    patterns,
    plain_refusals,
    refusal,
    signed_in,
)

OF_A_VOTE = ("decision-vote", "decision-receipt", "decision-board", "decision-verifier", "decision-cast-json")


def test_has_a_row_for_every_address_and_no_other():
    assert {one.name for one in OURS} == set(DOORS)


def test_leaves_no_address_without_a_rule():
    unruled = {one.name for one in patterns() if not hasattr(one.callback, "policy")}
    assert set(settings.PAGES_OF_LIBRARIES) <= unruled
    known = {name for name in unruled if name.startswith(("account_", "mfa_"))} | {"set_language"}
    assert unruled == known


def test_keeps_pages_of_libraries_closed_that_nobody_named(client, db):
    area = decisions.area()
    client.force_login(decisions.facilitator(area).account)
    ours = {str(one.pattern) for one in OURS}
    closed = {
        one.name
        for one in patterns()
        if one.name
        and one.name.startswith(("account_", "mfa_"))
        and one.name not in settings.PAGES_OF_LIBRARIES
    }
    assert len(closed) >= 8
    for name in closed:
        address = _library_address(name)
        if address.lstrip("/") not in ours:  # there our own page answers
            assert client.get(address).status_code == 403, name


def _library_address(name: str) -> str:
    for given in ({}, {"key": "x"}, {"uidb36": "a", "key": "b-c"}, {"pk": 1}):
        try:
            return reverse(name, kwargs=given)
        except Exception:  # noqa: S112 (the next set of words may fit)
            continue
    raise AssertionError(f"no address for {name}")


class World:
    """An area with something of everything, and the area next door."""

    def __init__(self) -> None:
        self.area, self.other = decisions.area("engen"), decisions.area("vangen")
        self.accounts = cast_of(self.area, self.other)
        by = Person.objects.for_area(self.area).get(account=self.accounts["facilitator"])
        make = {
            "read": decisions.draft,
            "imported": decisions.imported,
            "counted": decisions.counted,
            "published": decisions.published,
            "withdrawn": self._withdrawn,
        }
        self.decisions = {state: make[state](by, title=f"Budget {state}") for state in STATES}
        top = Place.objects.create(area=self.area, kind=PlaceKind.AREA, name="Engen")
        Boundary.objects.create(
            area=self.area,
            name="Engen",
            definition="The estate",
            source="Minutes",
            valid_from=now().date(),
            outline="",
            homes=10,
            counted_on=now().date(),
        )
        content = b"Afdeling;Blok;Opgang;Adresse;Etage;D\xc3\xb8r\r\nA;1;1A;Engvej 1;st;tv\r\n"
        homes = places.upload_list(area=self.area, file_name="a.csv", content=content, by=by, now=now())
        vote = open_votes.open_vote(by).decision
        right = {"mandate_slug": mandate(self.area, by).slug}
        self.words = {
            **self._of_people(by),
            "place": {"pk": top.pk},
            "dwelling-list": {"pk": homes.pk},
            "boundary": {"pk": Boundary.objects.get().pk},
            "map-file": {"pk": ground.map_file(self.area, by).pk},
            **{one.name: {"slug": vote.slug} for one in OURS if one.name.startswith(OF_A_VOTE)},
            **open_votes.words_of_everything(vote, self.whom),
            **self._of_meetings(by),
            **dict.fromkeys(("mandate", "mandate-extend", "mandate-take-back"), right),
            **self._of_the_board(by),
            **self._of_money(by, top),
            **self._of_initiatives(),
            **self._of_needs(by),
            **self._of_efforts(by),
            **self._of_opinions(by, top),
            **self._of_surveys(by, top),
            **self._of_rounds(by),
            **self._of_fieldwork(by),
            "say-at": {"pk": top.pk},
            "job": {"ref": Job.objects.filter(area_id=self.area.pk).first().ref},
        }

    def _of_people(self, by: Person) -> dict[str, dict[str, Any]]:
        """Somebody whom none of the cast is, and what they hold."""
        whom = self.whom = decisions.person(self.area, "target", RoleKind.RESIDENT)
        organisation = Organisation.objects.create(area=self.area, name="The club")
        membership = Membership.objects.create(
            area=self.area, organisation=organisation, person=whom, begins_on=now().date()
        )
        code = JoinCode.objects.create(area=self.area, code_hmac="x", made_by=by, made_at=now())
        renewal = AccessRenewal.objects.create(
            area=self.area, person=whom, email="new@test.invalid", asked_by=by, asked_at=now()
        )
        of_whom = {"pk": whom.pk}
        return {
            "join-organisation": {"pk": organisation.pk},
            "leave-organisation": {"pk": membership.pk},
            "end-join-code": {"pk": code.pk},
            "end-role": {"pk": whom.roles.get().pk},
            "answer-renewal": {"pk": renewal.pk},
            "person": of_whom,
            "give-role": of_whom,
            "write-consent": of_whom,
            "renew-access": of_whom,
            "erase-person": of_whom,
        }

    def _of_meetings(self, by: Person) -> dict[str, dict[str, Any]]:
        """A called meeting with an item, and a motion that waits."""
        meeting = meetings.gathering(self.area, by, state="called")
        item = meetings.item(meeting, ItemKind.OTHER)
        words = {"title": "Benches", "text": "We need somewhere to sit."}
        motion = hand_in_motion(gathering=meeting, words=words, by=self.whom, now=now())
        of_items = ("gathering-item", "gathering-vote", "gathering-election")
        named = (one.name for one in OURS if one.name.startswith(("gathering", "motion")))
        return {
            name: {"slug": meeting.slug}
            | ({"pk": item.pk} if name.startswith(of_items) else {"pk": motion.pk})
            for name in named
        }

    def _of_money(self, by: Person, source: Place) -> dict[str, dict[str, Any]]:
        """A budget line, what is promised from it, and a bill."""
        line = money.line(self.area, by)
        bill = money.bill(line, by, source)
        of_bill = ("money-bill", "money-confirm", "money-take-back")
        of_line = ("money-line", "money-pay", "money-give-back", "money-movements", "money-movements-csv")
        return {
            **{name: {"pk": line.pk} for name in of_line},
            **{name: {"pk": bill.pk} for name in of_bill},
            "money-close": {"pk": bill.commitment_id},
        }

    def _of_initiatives(self) -> dict[str, dict[str, Any]]:
        """An open initiative of somebody whom none of the cast is."""
        made = initiative(self.area, people.person(self.area, "Lise", RoleKind.RESIDENT))
        words = {"slug": made.slug, "step": "idea"}
        return {one.name: words for one in OURS if one.name.startswith("initiative")}

    def _of_needs(self, by: Person) -> dict[str, dict[str, Any]]:
        """Something that waits for an answer, and a need on the board."""
        words = {"pk": needs.said(self.area).pk, "need_slug": needs.need(self.area, by).slug, "deed": "join"}
        moved = {"need-move-undo": {"pk": needs.merged(self.area, by).pk}}
        brought = {"pk": needs.brought(self.area, by).pk}
        moved |= {"need-file": brought, "need-file-do": brought}
        wall = needs.wall(self.area, by)
        moved |= {one.name: {"pk": wall.pk} for one in OURS if one.name.startswith("need-wall")}
        seen = {"wall_code": wall.code}
        moved |= {"wall": seen, "wall-notes": seen}
        return {one.name: words for one in OURS if one.name.startswith("need")} | moved

    def _of_opinions(self, by: Person, top: Place) -> dict[str, dict[str, Any]]:
        """An open conversation with a statement."""
        asked = statements.conversation(self.area, by)
        said = statements.statement(asked)
        statements.counted(asked)
        words = {"conversation_slug": asked.slug, "statement_pk": said.pk, "pk": top.pk}
        found = {one.name: words for one in OURS if one.name.startswith(("conversation", "statement"))}
        return found | {"conversation-import-look": {"pk": statements.brought(self.area, by).pk}}

    def _of_surveys(self, by: Person, top: Place) -> dict[str, dict[str, Any]]:
        """An open survey."""
        asked = surveys.open_survey(self.area, by)
        words = {"survey_slug": asked.slug, "number": 1, "deed": "close", "key": "trust", "pk": top.pk}
        words |= {"kind": "text", "code": "ABCD1234"}
        surveys.response(asked, answers={"safe": "yes"})
        question, section = asked.questions.get(), asked.sections.get()
        of_question = {**words, "pk": question.pk}
        of_parts = {"survey-question-do": of_question, "survey-question": of_question}
        of_parts["survey-section"] = {**words, "pk": section.pk}
        return {one.name: words for one in OURS if one.name.startswith("survey")} | of_parts

    def _of_fieldwork(self, by: Person) -> dict[str, dict[str, Any]]:
        """A speaker, and an interview with them."""
        interview = fieldwork.interview(self.area, by)
        of_speaker = ("fieldwork-subject", "fieldwork-interview")
        found = {
            one.name: {"pk": interview.subject_id if one.name.startswith(of_speaker) else interview.pk}
            for one in OURS
            if one.name.startswith("fieldwork")
        }
        code = {"pk": coding.code(self.area, by).pk}
        return found | dict.fromkeys(("fieldwork-code", "fieldwork-passages"), code)

    def _of_efforts(self, by: Person) -> dict[str, dict[str, Any]]:
        """Something that was tried before."""
        words = {"pk": needs.effort(self.area, by).pk}
        return {one.name: words for one in OURS if one.name.startswith("effort")}

    def _of_rounds(self, by: Person) -> dict[str, dict[str, Any]]:
        """A round, its phone, and a bag that did not open."""
        bag = rounds.kept_bag(self.area, by)
        words = {one.name: {"pk": bag.round_id} for one in OURS if one.name.startswith("round")}
        of_bag = {"pk": bag.pk}
        bags = {"round-bag-again": of_bag, "round-bag-remove": of_bag}
        return words | bags | {"round-phone-erase": {"pk": bag.phone_id}}

    def _of_the_board(self, by: Person) -> dict[str, dict[str, Any]]:
        """What hangs on the noticeboard, each by its number."""
        hung = {
            "notice": board.notice(self.area, by),
            "contact": board.contact(self.area, by),
            "document": board.document(self.area, by),
        }
        return {
            one.name: {"pk": thing.pk}
            for word, thing in hung.items()
            for one in OURS
            if one.name == word or one.name.startswith(f"{word}-")
        }

    @staticmethod
    def _withdrawn(by: Person, **words: Any) -> Any:
        decision = decisions.published(by, **words)
        decisions.actions.withdraw(decision=decision, because="A mistake", by=by, now=now())
        decision.refresh_from_db()
        return decision

    def address(self, name: str, state: str) -> str:
        """Where the thing in this state is."""
        decision = self.decisions[state]
        pattern = next(one for one in OURS if one.name == name).pattern
        given: dict[str, Any] = {
            "area_slug": self.area.slug,
            "slug": decision.slug,
            "mark": "x",
            "number": 1,
            "token": "x",
            "code": "x",
        }
        if name == "stop-news":
            given["token"] = stop_link(self.whom).rstrip("/").rsplit("/", 1)[-1]
        if name == "thread":
            given |= {"kind": "decisions.decision", "pk": str(decision.pk)}
        for part, values in self.words.items():
            if (
                name == part
                or (name.startswith(part) and part in {"place", "boundary", "dwelling-list", "map-file"})
                or (part == "job" and name == "stop-job")
            ):
                given |= values
        own = {word: given[word] for word in pattern.converters if word != "area_slug"}
        try:
            return reverse(name, kwargs={**own, "area_slug": self.area.slug})
        except NoReverseMatch:  # an address outside the areas
            return reverse(name, kwargs=own)


def doors_in_states() -> list[tuple[str, str]]:
    """Each address once, and those of a decision once for each state that it can be in."""
    of_decisions = {one.name for one in OURS if "slug" in one.pattern.converters or one.name == "thread"}
    return [(name, state) for name in DOORS for state in (STATES if name in of_decisions else STATES[:1])]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    """One world for all who knock: none of them changes it."""
    with django_db_blocker.unblock():
        transaction = TestCase._enter_atomics()
        yield World()
        TestCase._rollback_atomics(transaction)


# Each change is knocked at by the likeliest of each sort; the whole cast is left to `make test-all`.
ALWAYS = {"anonymous", "resident", "facilitator", "other area's facilitator", "erased facilitator"}
KNOCKERS = [who if who in ALWAYS else pytest.param(who, marks=pytest.mark.slow) for who in EVERYBODY]


@pytest.mark.parametrize("who", KNOCKERS)
def test_opens_to_whom_it_should_and_to_nobody_else(world, who):
    wrong, cells, client = [], 0, signed_in(world.accounts[who])
    with all_work_left_out(), plain_refusals():
        for (name, state), method in product(doors_in_states(), ("get", "post")):
            answer = getattr(client, method)(world.address(name, state))
            expected = OPENED if DOORS[name].opens_to(who, state) else refusal(who)
            cells += 1
            if not is_as(answer, expected):
                wrong.append(f"{method} {name} ({state}): {answer.status_code}, not {expected}")
    assert not wrong, f"{len(wrong)} of {cells} as {who}:\n" + "\n".join(wrong[:40])
    assert cells * len(EVERYBODY) >= 5_000


@pytest.mark.parametrize("who", KNOCKERS)
def test_shows_each_refusal_as_a_page(world, who):
    client, refused = signed_in(world.accounts[who]), 0
    with all_work_left_out():
        for name, method in product(("people", "no such page"), ("get", "post")):
            address = world.address(name, STATES[0]) if name in DOORS else f"/{world.area.slug}/x/"
            answer = getattr(client, method)(address)
            if answer.status_code in {403, 404}:
                refused += 1
                assert b"</html>" in answer.content, (name, method)
    assert refused >= 2
