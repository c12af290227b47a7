"""It keeps every name a code had, puts codes together and apart again, and counts what was given."""

import pytest

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.fieldwork import actions, envelopes, refusals
from medskab.fieldwork.tests import coding_factories as coding
from medskab.fieldwork.tests import factories
from medskab.people.tests import factories as people

pytestmark = pytest.mark.django_db


@pytest.fixture
def area():
    return people.area()


@pytest.fixture
def staff(area):
    return people.facilitator(area)


def test_keeps_the_names_a_code_had(area, staff):
    code = coding.code(area, staff)
    facts = {"definition": "Too little light", "memo": "Ask the board", "by": staff, "now": now()}
    actions.change_code(code=code, name="Dark corners", **facts)
    actions.change_code(code=code, name="Dark corners", **facts | {"memo": "Asked"})
    assert [(one.number, one.name) for one in code.versions.all()] == [(2, "Dark corners"), (1, "Darkness")]


def test_refuses_the_same_name_twice(area, staff):
    coding.code(area, staff)
    with pytest.raises(CannotAct):
        coding.code(area, staff, "darkness")


def test_puts_codes_together_and_apart_again(area, staff):
    light, dark = coding.code(area, staff, "Light"), coding.code(area, staff)
    given = coding.coding(factories.interview(area, staff), staff, dark)
    actions.merge_codes(code=dark, into=light, by=staff, now=now())
    with pytest.raises(CannotAct):
        actions.merge_codes(code=light, into=dark, by=staff, now=now())
    actions.split_again(code=dark, by=staff, now=now())
    given.refresh_from_db()
    assert given.code == dark
    assert dark.merged_into is None


def test_gives_no_code_that_is_retired_until_it_is_taken_up_again(area, staff):
    source, code = factories.interview(area, staff), coding.code(area, staff)
    actions.retire_code(code=code, is_retired=True, by=staff, now=now())
    with pytest.raises(CannotAct):
        coding.coding(source, staff, code)
    actions.retire_code(code=code, is_retired=False, by=staff, now=now())
    assert coding.coding(source, staff, code).code == code


def test_gives_the_same_code_once_and_takes_it_off_with_undo(area, staff):
    source, code = factories.interview(area, staff), coding.code(area, staff)
    first = coding.coding(source, staff, code, memo="Says it twice")
    assert coding.coding(source, staff, code) == first
    assert envelopes.open_note(source, first.memo) == "Says it twice"
    actions.take_code(coding=first, is_taken=True, by=staff, now=now())
    again = coding.coding(source, staff, code)
    with pytest.raises(CannotAct):
        actions.take_code(coding=first, is_taken=False, by=staff, now=now())
    assert again != first


def test_lets_nobody_take_off_what_another_gave(area, staff):
    given = coding.coding(factories.interview(area, staff), staff)
    with pytest.raises(CannotAct):
        actions.take_code(coding=given, is_taken=True, by=people.facilitator(area, "Lis"), now=now())


def test_refuses_a_passage_outside_the_text(area, staff):
    source, code = factories.interview(area, staff), coding.code(area, staff)
    for place in ((5, 5), (9, 3), (0, len(factories.WORDS) + 1)):
        with pytest.raises(CannotAct):
            actions.give_code(source=source, code=code, place=place, memo="", by=staff, now=now())


def test_codes_nothing_of_a_speaker_who_did_not_agree_to_it(area, staff):
    source = factories.interview(area, staff, whom=factories.subject(area, staff, "stored"))
    with pytest.raises(refusals.NotAllowedToAnalyse):
        coding.coding(source, staff)


def test_is_closed_to_residents(area, staff):
    with pytest.raises(refusals.NotForYou):
        coding.code(area, people.person(area))
