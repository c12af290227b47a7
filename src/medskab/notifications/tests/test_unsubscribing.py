"""The link that stops the mails."""

import pytest
from django.core import mail, signing
from django.test import Client
from django.urls import reverse

from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.notifications import actions, queries
from medskab.notifications.models import Rhythm
from medskab.notifications.unsubscribing import stop_link
from medskab.people.actions import erase
from medskab.people.tests.factories import area, person
from medskab.tools.jobs.tests.factories import run_pending_jobs

pytestmark = pytest.mark.django_db


@pytest.fixture
def ida():
    who = person(area(), "Ida")
    choice = actions.Choice(rhythm=Rhythm.DAILY)
    actions.choose_news(person=who, choice=choice, by=who, now=now())
    return who


def path_of(link):
    return link.partition("127.0.0.1:8000")[2]


def test_stops_the_mails_signed_out_after_asking(client, ida):
    path = path_of(stop_link(ida))
    assert client.get(path).status_code == 200
    assert queries.subscription_of(ida).is_on
    assert client.post(path, {"idempotency_key": "a"}).status_code == 200
    assert not queries.subscription_of(ida).is_on
    assert Line.objects.filter(kind="notifications.stopped").count() == 1
    client.post(path, {"idempotency_key": "b"})
    assert Line.objects.filter(kind="notifications.stopped").count() == 1


def test_signs_nobody_in(client, ida):
    client.post(path_of(stop_link(ida)), {"idempotency_key": "a"})
    assert "_auth_user_id" not in client.session
    assert client.get(reverse("mine", args=[ida.area.slug])).status_code == 302


@pytest.mark.parametrize(
    "token", ["", "1", "1:x", signing.Signer(salt="another purpose").sign("1"), signing.Signer().sign("1")]
)
def test_takes_no_other_token(client, ida, token):
    assert client.post(f"/{ida.area.slug}/news/stop/{token or '-'}/").status_code == 404
    assert queries.subscription_of(ida).is_on


def test_stops_nothing_in_another_area_and_for_nobody_who_is_gone(client, ida):
    path = path_of(stop_link(ida))
    area("birken")
    assert client.post(path.replace("/engen/", "/birken/")).status_code == 404
    erase(person=ida, by=ida, now=now())
    assert client.get(path).status_code == 404


def test_stops_at_one_press_in_the_mail_program(ida):
    program = Client(enforce_csrf_checks=True)
    answer = program.post(path_of(stop_link(ida)), {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not queries.subscription_of(ida).is_on


def test_names_that_button_in_each_mail(ida):
    actions.tell(people=[ida], kind="decisions/opened", about=ida.area, by=None, now=now())
    subscription = queries.subscription_of(ida)
    actions.send_digest(subscription=subscription, by=None, now=now())
    run_pending_jobs()
    headers = mail.outbox[0].extra_headers
    assert headers["List-Unsubscribe"] == f"<{stop_link(ida)}>"
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
