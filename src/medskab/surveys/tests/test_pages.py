"""A neighbour answers without an account; staff put the questions together."""

from datetime import timedelta

import pytest
from django.urls import reverse

from medskab.common.clock import now
from medskab.people.tests import factories as people
from medskab.surveys.models import Response, Survey

from . import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def freja(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return people.facilitator(people.area())


@pytest.fixture
def staff(client, freja):
    return people.sign_in(type(client)(HTTP_ACCEPT_LANGUAGE="en"), freja)


def _at(name, *words):
    return reverse(name, args=["engen", *words])


def _post(client, address, key="one", **words):
    return client.post(address, {"idempotency_key": key, **words}, follow=True)


def test_leads_a_neighbour_from_the_wall_to_the_thanks(client, freja):
    survey = factories.survey(freja.area, freja)
    factories.question(survey, is_required=True)
    last = factories.section(survey, 2)
    factories.question(survey, "why", "text", section=last, shown_if={"question": "safe", "options": ["no"]})
    factories.opened(survey)
    place = people.place(freja.area)
    client.get(_at("survey-at", survey.slug, place.pk))
    page = _post(client, _at("survey-answer", survey.slug), age_band="18+").text
    assert "Do you feel safe here?" in page
    first = _at("survey-answer-page", survey.slug, 1)
    assert "Please answer this one." in _post(client, first, "two").text
    assert 'name="why"' in _post(client, first, "three", safe="no").text
    assert "checked" in client.get(first).text
    thanks = _post(client, _at("survey-answer-page", survey.slug, 2), "four", why="Dark")
    assert "Thank you. We have your answers." in thanks.text
    one = Response.objects.get()
    assert (one.is_complete, one.channel, one.place, one.age_band) == (True, "qr", place, "18+")
    assert dict(one.answers.values_list("question__key", "value")) == {"safe": "no", "why": "Dark"}
    _post(client, _at("survey-take-back", survey.slug), "five")
    assert not Response.objects.exists()


def test_takes_every_kind_of_answer(client, freja):
    survey = factories.survey(freja.area, freja)
    rows = [{"key": "day", "words": {"da": "Om dagen"}}]
    factories.question(survey, "trust", "scale", least=0, most=10)
    factories.question(survey, "did", "multiple")
    factories.question(survey, "first", "order")
    factories.question(survey, "many", "number", least=0, most=50)
    factories.question(survey, "lines", "grid", rows=rows)
    factories.opened(survey)
    _post(client, _at("survey-answer", survey.slug))
    page = _at("survey-answer-page", survey.slug, 1)
    typed = {"trust": "0", "did": ["no", "yes"], "first.yes": "2", "first.no": "2", "many": "7"}
    wrong = _post(client, page, "two", **typed).text
    assert "Give each its own place." in wrong
    assert 'value="7"' in wrong
    assert "Some questions are in Danish only." not in wrong
    _post(client, page, "three", **{**typed, "first.no": "1", "lines.day": "yes"})
    assert dict(Response.objects.get().answers.values_list("question__key", "value")) == {
        "trust": 0,
        "did": ["yes", "no"],
        "first": ["no", "yes"],
        "many": 7,
        "lines": {"day": "yes"},
    }


def test_asks_a_guardian_first_under_15(client, freja):
    survey = factories.open_survey(freja.area, freja)
    address = _at("survey-answer", survey.slug)
    assert "Ask a parent or guardian first." in _post(client, address, age_band="13-14").text
    assert "under 13" not in client.get(address).text
    assert not Response.objects.exists()
    _post(client, address, "two", age_band="13-14", guardian_agrees="on")
    assert Response.objects.get().age_band == "13-14"


def test_is_put_together_opened_and_asked_again(staff, freja):
    about = {"title": "Tryg", "intro": "For alle", "kind": "pulse", "one_answer_per": "browser"}
    assert "It has no questions." in _post(staff, _at("survey-new"), **about).text
    _post(staff, _at("survey-add", "tryg", "trust"), "two")
    survey = Survey.objects.get()
    last = survey.questions.last()
    _post(staff, _at("survey-question-do", "tryg", last.pk, "up"), "three")
    assert survey.questions.first() == last
    _post(staff, _at("survey-question-do", "tryg", last.pk, "remove"), "four")
    assert "Close it" in _post(staff, _at("survey-do", "tryg", "open"), "five").text
    refused = _post(staff, _at("survey-change", "tryg"), "six", **about)
    assert "nothing in it changes any more" in refused.text
    again = _post(staff, _at("survey-do", "tryg", "repeat"), "seven")
    assert "Ready question sets" not in again.text
    assert Survey.objects.get(wave=2).questions.get().key == survey.questions.get().key


def test_shows_neither_drafts_nor_closed_pages_to_answer(client, freja):
    draft = factories.survey(freja.area, freja, "Draft")
    over = factories.open_survey(freja.area, freja, "Over", closes_at=now() - timedelta(days=1))
    listed = client.get(_at("surveys")).text
    assert "Over" in listed
    assert "Draft" not in listed
    assert client.get(_at("survey", draft.slug)).status_code != 200
    assert client.get(_at("survey-answer", over.slug)).status_code == 404


def test_asks_what_opens_on_the_same_page_before_it_goes_on(client, freja):
    survey = factories.survey(freja.area, freja)
    factories.question(survey)
    factories.question(survey, "why", "text", shown_if={"question": "safe", "options": ["no"]})
    factories.opened(survey)
    _post(client, _at("survey-answer", survey.slug))
    page = _at("survey-answer-page", survey.slug, 1)
    assert 'name="why"' in _post(client, page, "two", safe="no").text
    assert not Response.objects.get().is_complete
    _post(client, page, "three", safe="no", why="Dark")
    assert Response.objects.get().is_complete
