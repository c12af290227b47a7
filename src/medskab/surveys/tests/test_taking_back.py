"""What people wrote is followed by a code; what they take back stays away; a shared screen forgets."""

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.urls import reverse

from medskab.common.arriving import Arrival, came_by
from medskab.common.clock import now
from medskab.common.flood import Flood
from medskab.needs.models import Input
from medskab.needs.queries import by_code
from medskab.people.tests import factories as people
from medskab.surveys import actions, restored
from medskab.surveys.handed_on import receipts_of
from medskab.surveys.models import Response, Withdrawal

from . import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    cache.clear()
    by = people.facilitator(people.area())
    made = factories.survey(by.area, by)
    factories.question(made, "words", "text", goes_to_needs=True)
    return factories.opened(made)


def _at(name, *words):
    return reverse(name, args=["engen", "safe-at-home", *words])


def _answer(client, words="The lamp is broken"):
    client.post(_at("survey-answer"), {"idempotency_key": "one"})
    last = {"idempotency_key": "two", "words": words}
    return client.post(_at("survey-answer-page", 1), last, follow=True)


def test_gives_a_code_for_words_that_are_handed_on(client, survey):
    page = _answer(client)
    (receipt,) = receipts_of(Response.objects.get())
    assert by_code(survey.area, receipt.code) == Input.objects.get()
    assert receipt.code[:4] in page.text
    assert "no-store" in page["Cache-Control"]
    assert receipt.code[:4] in client.get(_at("survey")).text
    assert "What you wrote" not in type(client)(HTTP_ACCEPT_LANGUAGE="en").get(_at("survey")).text


def test_gives_no_code_where_nothing_was_written(client, survey):
    assert "What you wrote gets an answer" not in _answer(client, "").text
    assert client.get(_at("survey-thanks")).status_code == 200
    assert not Input.objects.exists()


def test_takes_back_again_what_a_backup_brings_back(survey):
    given = actions.Given(answers={"words": "Dark"})
    facts = {"survey": survey, "voice_key": "one", "by": None, "now": now()}
    gone = actions.take_answers(given=given, **facts)
    old = {"pk": gone.pk, "voice_key": "one", "number": gone.number}
    actions.take_back_answers(**facts)
    again = actions.take_answers(given=given, **facts)
    carried = restored.collect()
    restored.replay(carried, now())
    assert Response.objects.get() == again
    Response.objects.all().delete()
    Withdrawal.objects.all().delete()
    factories.response(survey, **{name: value for name, value in old.items() if name != "voice_key"})
    restored.replay(carried, now())
    assert not Response.objects.exists()
    assert Withdrawal.objects.count() == 1


def test_forgets_who_answered_on_a_shared_screen(client, survey):
    client.cookies = came_by(HttpResponse(), survey.area, Arrival("kiosk")).cookies
    assert "Let the next one answer" in _answer(client).text
    client.get(_at("survey"))
    again = client.post(_at("survey-answer"), {"idempotency_key": "three"}, follow=True)
    assert "The lamp is broken" not in again.text
    assert set(Response.objects.values_list("channel", "is_complete")) == {("kiosk", True), ("kiosk", False)}


def test_waits_a_minute_when_far_too_many_begin(client, survey, monkeypatch):
    monkeypatch.setattr("medskab.surveys.views.answering._BEGUN", Flood("begun", 1))
    client.post(_at("survey-answer"), {"idempotency_key": "one"})
    other = type(client)(HTTP_ACCEPT_LANGUAGE="en")
    refused = other.post(_at("survey-answer"), {"idempotency_key": "two"})
    assert "Many answer just now." in refused.text
    assert Response.objects.count() == 1
