"""One's own page."""

import pytest
from django.urls import reverse

from medskab.common.clock import now
from medskab.people import actions
from medskab.people.models import AgeBand, Purpose, RoleKind
from medskab.people.tests.factories import area, facilitator, person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


@pytest.fixture
def here():
    return area()


@pytest.fixture
def ida(here):
    return person(here, "Ida", RoleKind.RESIDENT)


def seen_by(client, who):
    return sign_in(client, who).get(reverse("mine", args=[who.area.slug])).content.decode()


def say_yes(whom, by):
    answer = actions.Answer(purpose=Purpose.QUOTED, is_given=True, said_by=by, language="da")
    actions.answer_consent(person=whom, answer=answer, by=by, now=now())


def test_says_who_one_is_and_what_one_does(client, ida):
    page = seen_by(client, ida)
    assert "<bdi>Ida</bdi>" in page
    assert "Resident" in page
    assert f'"{reverse("people", args=["engen"])}"' not in page


def test_shows_staff_the_way_to_people_and_roles(client, here):
    assert f'"{reverse("people", args=["engen"])}"' in seen_by(client, facilitator(here))


def test_shows_what_was_agreed_to(client, ida):
    assert "Take it back" not in seen_by(client, ida)
    say_yes(ida, ida)
    assert seen_by(client, ida).count("Take it back") == 1


def test_asks_first_how_old_somebody_is(client, here):
    bo = person(here, "Bo", age_band="")
    assert "How old are you?" in seen_by(client, bo)
    sent = {"age_band": AgeBand.FROM_15, "idempotency_key": "k"}
    client.post(reverse("say-age", args=["engen"]), sent)
    page = seen_by(client, bo)
    assert "How old are you?" not in page
    assert "Say yes" in page


def test_tells_a_guardian_and_a_child_whose_yes_is_missing(client, here, ida):
    sofia = person(here, "Sofia", age_band=AgeBand.FROM_13, guardian=ida)
    say_yes(sofia, ida)
    assert "You said yes. One more must say yes" in seen_by(client, ida)
    assert "The other said yes. It counts when you do too." in seen_by(client, sofia)
    say_yes(sofia, sofia)
    assert "One more must say yes" not in seen_by(client, ida)


def test_shows_no_child_of_somebody_else(client, here, ida):
    person(here, "Sofia", age_band=AgeBand.FROM_13, guardian=person(here, "Bo"))
    assert "Sofia" not in seen_by(client, ida)
