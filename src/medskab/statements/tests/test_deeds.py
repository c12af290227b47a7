"""Setting up, opening, seeding, checking."""

from datetime import timedelta

import pytest

from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.needs.tests import factories as needs
from medskab.people.tests import factories as people
from medskab.statements import actions, queries
from medskab.statements.actions import Plan, Words
from medskab.statements.models import ConversationState, Origin, StatementState
from medskab.threads.models import Link

from . import factories


def make(area, by, **facts):
    return actions.make_conversation(area=area, plan=Plan(**{"title": "New", **facts}), by=by, now=now())


def lines(*words):
    return [Words(one) for one in words]


def test_gives_each_conversation_an_address_that_no_page_has(area, freja):
    assert [make(area, freja).slug for _time in range(3)] == [
        "question-new",
        "question-new-2",
        "question-new-3",
    ]
    assert Line.objects.filter(kind="statements/conversation-made").count() == 3


def test_refuses_what_nobody_could_take_part_in(area, freja, ida):
    elsewhere = people.place(people.area("vangen"))
    for by, facts in (
        (ida, {}),
        (None, {}),
        (freja, {"title": " "}),
        (freja, {"place": elsewhere}),
        (freja, {"days_to_check": 0}),
        (freja, {"closes_at": now() - timedelta(days=1)}),
    ):
        with pytest.raises(CannotAct):
            make(area, by, **facts)


def test_opens_with_statements_closes_and_opens_again_for_a_reason(area, freja):
    one = make(area, freja)
    about = {"conversation": one, "by": freja, "now": now()}
    with pytest.raises(CannotAct, match="Write some statements"):
        actions.open_conversation(**about)
    actions.add_seeds(lines=lines("A", "B"), **about)
    assert actions.open_conversation(**about).state == ConversationState.OPEN
    with pytest.raises(CannotAct, match="open already"):
        actions.open_conversation(**about)
    assert actions.close_conversation(**about).state == ConversationState.CLOSED
    with pytest.raises(CannotAct, match="not open"):
        actions.close_conversation(**about)
    with pytest.raises(CannotAct, match="Say why"):
        actions.open_conversation(**about)
    assert actions.open_conversation(because="Many were away", **about).state == ConversationState.OPEN
    assert Line.objects.filter(kind="statements/opened", because="Many were away").count() == 1


def test_opens_again_what_ran_out(area, freja):
    over = factories.conversation(area, freja, closes_at=now() - timedelta(hours=1))
    factories.statement(over)
    about = {"conversation": over, "by": freja, "now": now()}
    assert actions.open_conversation(because="One more week", **about).closes_at is None


def test_changes_words_and_days_but_not_the_address(freja, yards):
    plan = Plan(title="The yards", days_to_check=7, takes_statements=False)
    changed = actions.change_conversation(conversation=yards, plan=plan, by=freja, now=now())
    assert (changed.slug, changed.title, changed.opens_at) == ("our-yards", "The yards", yards.opens_at)


def test_seeds_many_at_once_and_none_twice(freja, ida, yards):
    about = {"conversation": yards, "by": freja, "now": now()}
    actions.add_seeds(lines=lines("More benches", " ", "more  BENCHES", "Fewer cars"), **about)
    actions.add_seeds(lines=lines("Fewer cars", "A slide"), **about)
    found = list(yards.statements.values_list("number", "words", "origin"))
    assert found == [
        (0, "More benches", Origin.SEED),
        (1, "Fewer cars", Origin.SEED),
        (2, "A slide", Origin.SEED),
    ]
    for given in (lines("A slide"), lines("x" * 241), lines(*map(str, range(201)))):
        with pytest.raises(CannotAct):
            actions.add_seeds(lines=given, **about)
    with pytest.raises(CannotAct, match="work here"):
        actions.add_seeds(**{**about, "by": ida}, lines=lines("Mine"))


def test_says_in_which_need_a_seed_was_heard(area, freja, yards):
    need = needs.need(area, freja)
    about = {"conversation": yards, "by": freja, "now": now()}
    actions.add_seeds(lines=lines("Light on the paths"), heard_in=need, **about)
    assert Link.objects.filter(from_kind="needs.need", to_kind="statements.conversation").count() == 1
    other = people.area("vangen")
    foreign = needs.need(other, people.facilitator(other, "Olga"))
    with pytest.raises(CannotAct, match="belongs elsewhere"):
        actions.add_seeds(lines=lines("B"), heard_in=foreign, **about)


def test_shows_declines_and_takes_down_with_a_reason(freja, ida, yards):
    one = factories.statement(yards, state=StatementState.WAITING, origin=Origin.RESIDENT)
    about = {"statement": one, "by": freja, "now": now()}
    for refused in ({**about, "by": ida}, {**about, "by": None}):
        with pytest.raises(CannotAct, match="work here"):
            actions.show_statement(**refused)
    with pytest.raises(CannotAct, match="Say why"):
        actions.decline_statement(because=" ", **about)
    assert actions.decline_statement(because="It names Bo", **about).because == "It names Bo"
    assert actions.show_statement(**about).because == ""
    with pytest.raises(CannotAct, match="already"):
        actions.show_statement(**about)
    assert actions.decline_statement(because="It names Bo", **about).checked_by == freja
    assert Line.objects.filter(kind="statements/declined").count() == 2


def test_says_how_many_have_waited_too_long(yards):
    factories.statement(yards, state=StatementState.WAITING, proposed_at=now() - timedelta(days=4))
    factories.statement(yards, state=StatementState.WAITING)
    factories.statement(yards)
    found = queries.checking(yards, now())
    assert (found.waiting, found.overdue) == (2, 1)
    assert found.oldest < now() - timedelta(days=3)
