"""One answer from each home: codes are made once, handed out, typed or scanned."""

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.urls import reverse

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.flood import Flood
from medskab.people.tests import factories as people
from medskab.surveys import actions, code_in_hand, codes
from medskab.surveys.models import Response

from . import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    cache.clear()
    by = people.facilitator(people.area())
    made = factories.survey(by.area, by, one_answer_per="code")
    factories.question(made)
    return made


@pytest.fixture
def staff(client, survey):
    return people.sign_in(type(client)(HTTP_ACCEPT_LANGUAGE="en"), survey.made_by)


@pytest.fixture
def code(survey):
    made = codes.codes_for("form", 2)
    actions.make_codes(survey=survey, made=made, by=survey.made_by, now=now())
    factories.opened(survey)
    return made[0]


def _at(name, *words):
    return reverse(name, args=["engen", "safe-at-home", *words])


def _post(client, name, *words, **given):
    return client.post(_at(name, *words), given, follow=True)


def test_makes_codes_that_are_shown_once(staff, survey):
    made = _post(staff, "survey-codes", idempotency_key="one", count="3")
    again = codes.codes_for("one", 3)
    assert all(codes.shown(code) in made.text for code in again)
    table = _post(staff, "survey-codes", idempotency_key="one", count="3", **{"as": "csv"})
    assert codes.shown(again[2]) in table.content.decode()
    assert "no-store" in table["Cache-Control"]
    assert survey.codes.count() == 3
    assert not any(codes.shown(code) in staff.get(_at("survey-codes")).text for code in again)


def test_prints_slips_to_cut_out(staff, survey):
    made = _post(staff, "survey-codes", idempotency_key="one", count="12", **{"as": "pdf"})
    assert made["Content-Type"] == "application/pdf"
    assert made.content.startswith(b"%PDF")
    assert made["Content-Disposition"].endswith('filename="codes-safe-at-home.pdf"')


def test_answers_by_a_scanned_code_that_leaves_the_address(client, survey, code):
    scanned = client.get(_at("survey-code-open", code))
    assert (scanned.status_code, scanned["Referrer-Policy"]) == (302, "no-referrer")
    assert code not in scanned["Location"]
    _post(client, "survey-answer", idempotency_key="one")
    thanks = _post(client, "survey-answer-page", 1, idempotency_key="two", safe="yes")
    assert "Thank you. We have your answers." in thanks.text
    assert Response.objects.get().voice_key == codes.kept(survey, code)
    other = type(client)(HTTP_ACCEPT_LANGUAGE="en")
    assert "You have answered" in _post(other, "survey-code", code=codes.shown(code).lower()).text
    _post(other, "survey-answer", idempotency_key="three")
    assert Response.objects.count() == 1


def test_refuses_whoever_has_no_code(client, survey, code):
    assert "Type your code" in client.get(_at("survey-answer"), follow=True).text
    assert "does not know this code" in _post(client, "survey-code", code="ABCD-2345").text
    assert "could not be used" in client.get(_at("survey-code-open", "ABCD2345"), follow=True).text
    with pytest.raises(CannotAct, match="its own code"):
        actions.take_answers(
            survey=survey, given=actions.Given(answers={"safe": "yes"}), voice_key="x", by=None, now=now()
        )
    assert not Response.objects.exists()


def test_waits_a_minute_when_too_many_wrong_codes_come(client, survey, code, monkeypatch):
    monkeypatch.setattr("medskab.surveys.views.codes._WRONG", Flood("wrong-code", 2))
    for wrong in ("ABCD2345", "ABCD2346"):
        _post(client, "survey-code", code=wrong)
    assert "Wait a minute" in _post(client, "survey-code", code=code).text


def test_knows_no_code_of_another_survey_in_the_hand(rf, survey, code):
    other = factories.open_survey(survey.area, survey.made_by, "Other", one_answer_per="code")
    given = code_in_hand.give(HttpResponse(), survey, code)
    request = rf.get("/")
    request.COOKIES = {name: morsel.value for name, morsel in given.cookies.items()}
    assert (code_in_hand.held(request, survey), code_in_hand.held(request, other)) == (code, "")


def test_lets_staff_choose_codes_for_a_draft(staff, survey):
    words = {"title": "Tryg", "intro": "Alle", "kind": "survey", "one_answer_per": "browser"}
    page = _post(staff, "survey-change", idempotency_key="one", **words)
    survey.refresh_from_db()
    assert survey.one_answer_per == "browser"
    assert "Codes for homes" not in page.text
