"""Staff type sheets and calls, one after another, and take the last one out again."""

import pytest
from django.urls import reverse

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.people.tests import factories as people
from medskab.surveys import actions, codes
from medskab.surveys.models import Response

from . import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey():
    by = people.facilitator(people.area())
    made = factories.survey(by.area, by)
    factories.question(made, is_required=True)
    factories.question(made, "trust", "scale", least=0, most=10)
    return factories.opened(made)


@pytest.fixture
def staff(client, survey):
    return people.sign_in(type(client)(HTTP_ACCEPT_LANGUAGE="en"), survey.made_by)


def _at(name, *words):
    return reverse(name, args=["engen", "safe-at-home", *words])


def _type(client, key="one", **words):
    return client.post(_at("survey-type"), {"idempotency_key": key, "channel": "paper", **words}, follow=True)


def test_takes_one_sheet_after_another(staff, survey):
    place = people.place(survey.area)
    page = _type(staff, safe="no", trust="10", place=place.pk, on="2026-01-31")
    assert "Saved as number 1." in page.text
    assert page.request["QUERY_STRING"] == f"channel=paper&place={place.pk}&on=2026-01-31"
    assert f'<option value="{place.pk}" selected' in page.text
    assert "autofocus" in page.text
    assert "Saved as number 2." in _type(staff, "two", channel="phone").text
    first, second = Response.objects.all()
    assert dict(first.answers.values_list("question__key", "value")) == {"safe": "no", "trust": 10}
    assert (first.place, str(first.answered_on), first.typed_by) == (place, "2026-01-31", survey.made_by)
    assert (second.channel, second.is_complete, second.answers.count()) == ("phone", True, 0)


def test_counts_a_sheet_that_is_sent_twice_once(staff, survey):
    _type(staff, safe="no")
    _type(staff, safe="no")
    assert Response.objects.count() == 1


def test_takes_the_last_one_out_again(staff, survey):
    _type(staff, safe="no")
    _type(staff, "two", safe="yes")
    page = staff.post(
        _at("survey-type-undo", 2), {"idempotency_key": "three", "channel": "paper"}, follow=True
    )
    assert "Number 2 is taken out." in page.text
    assert Response.objects.get().number == 1
    assert survey.withdrawals.count() == 1


def test_takes_out_nothing_but_ones_own_last(survey):
    other = people.facilitator(survey.area, name="Poul")
    given = actions.Given(answers={"safe": "yes"}, channel="paper")
    facts = {"survey": survey, "given": given, "now": now()}
    first = actions.take_answers(**facts, voice_key="a", by=survey.made_by)
    theirs = actions.take_answers(**facts, voice_key="b", by=other)
    with pytest.raises(CannotAct, match=r"sidst|last"):
        actions.undo_typed(response=theirs, by=survey.made_by, now=now())
    with pytest.raises(CannotAct):
        actions.undo_typed(response=first, by=people.person(survey.area), now=now())
    actions.close_survey(survey=survey, by=other, now=now())
    with pytest.raises(CannotAct):
        actions.undo_typed(response=first, by=survey.made_by, now=now())
    assert Response.objects.count() == 2


def test_refuses_the_sheet_of_a_child_and_a_day_to_come(staff, survey):
    assert "13 or older" in _type(staff, age_band="under-13").text
    assert "still to come" in _type(staff, "two", on="2999-01-01").text
    assert not Response.objects.exists()


def test_asks_for_the_code_where_homes_answer_by_code(staff, survey):
    survey.one_answer_per = "code"
    survey.save()
    made = codes.codes_for("form", 1)
    actions.make_codes(survey=survey, made=made, by=survey.made_by, now=now())
    assert "does not know this code" in _type(staff, code="ABCD2345").text
    assert "Saved as number 1." in _type(staff, "two", code=made[0]).text
    assert "has answered already: number 1" in _type(staff, "three", code=made[0]).text


def test_is_typed_only_while_it_is_open(staff, survey):
    actions.close_survey(survey=survey, by=survey.made_by, now=now())
    assert "It must be open" in staff.get(_at("survey-type"), follow=True).text
