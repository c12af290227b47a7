"""Who may see, set up and check; when votes are taken."""

from datetime import timedelta

import pytest

from medskab.common.clock import now
from medskab.people.tests import factories as people
from medskab.statements import rules
from medskab.statements.models import ConversationState, StatementState
from medskab.threads.queries import thing_at

from . import factories


def test_lets_only_staff_of_the_area_set_up(area, freja, ida, yards):
    elsewhere = people.facilitator(people.area("vangen"), "Olga")
    for thing in (area, yards, factories.statement(yards)):
        assert rules.may_set_up(freja, thing)
        assert not rules.may_set_up(ida, thing)
        assert not rules.may_set_up(elsewhere, thing)
        assert not rules.may_set_up(None, thing)


def test_hides_a_draft_from_all_but_staff(area, freja, ida, yards):
    draft = factories.conversation(area, freja, "Lamps", state=ConversationState.DRAFT)
    assert rules.may_see(freja, draft)
    assert not rules.may_see(ida, draft)
    assert not rules.may_see(None, draft)
    assert rules.may_see(None, yards)


@pytest.mark.parametrize("state", StatementState)
def test_shows_on_threads_what_was_checked_and_nothing_else(freja, ida, yards, state):
    statement = factories.statement(yards, state=state, because="It names somebody")
    for who in (freja, ida, None):
        assert rules.may_see_statement(who, statement) == (state == StatementState.SHOWN)
    anyone = {"area_id": yards.area_id, "viewer": None}
    assert thing_at("statements.conversation", str(yards.pk), **anyone) == yards
    seen = thing_at("statements.statement", str(statement.pk), **anyone)
    assert (seen is not None) == (state == StatementState.SHOWN)


def test_takes_votes_from_its_first_moment_to_its_last(area, freja):
    moment = now()
    one = factories.conversation(
        area, freja, opens_at=moment, closes_at=moment + timedelta(hours=1), takes_statements=False
    )
    assert rules.takes_votes(one, moment)
    assert not rules.takes_votes(one, moment - timedelta(seconds=1))
    assert not rules.takes_votes(one, moment + timedelta(hours=1))
    assert not rules.takes_words(one, moment)
    one.state = ConversationState.CLOSED
    assert not rules.takes_votes(one, moment)
