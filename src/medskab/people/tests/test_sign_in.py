"""Signing in with a code by mail."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from medskab.people.models import Session

from .factories import area, person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english(client, settings):
    cache.clear()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


@pytest.fixture
def ida():
    return person(area(), "Ida", email="ida@example.org")


def ask(client, email="ida@example.org"):
    return client.post(reverse("account_login"), {"login": email}, follow=True)


def code_in(letter):
    return re.search(r"\b\d{4}-\d{4}\b", letter.body).group()


def confirm(client, code):
    return client.post(reverse("account_confirm_login_code"), {"code": code})


def is_signed_in(client):
    return "_auth_user_id" in client.session


def test_lets_in_who_has_the_code(client, ida):
    page = ask(client).content.decode()
    assert "If <bdi>ida@example.org</bdi> opens something here" in page
    answer = confirm(client, code_in(mail.outbox[0]))
    assert answer.url == reverse("my_things")
    assert is_signed_in(client)


def test_reads_the_code_with_spaces_and_without(client, ida):
    ask(client)
    confirm(client, code_in(mail.outbox[0]).replace("-", " "))
    assert is_signed_in(client)


def test_writes_a_neutral_letter_twice(client, ida):
    ask(client)
    letter = mail.outbox[0]
    assert (letter.subject, letter.to) == ("Your code", ["ida@example.org"])
    ((html, kind),) = letter.alternatives
    assert kind == "text/html"
    assert code_in(letter) in html
    assert "http" not in letter.body


def test_writes_in_the_language_of_the_browser(client, ida):
    ask(client)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "da"
    client.post(reverse("account_confirm_login_code"), {"action": "resend"})
    assert len(mail.outbox) == 2


def test_says_the_same_to_an_address_that_opens_nothing(client, ida):
    other = type(client)(HTTP_ACCEPT_LANGUAGE="en")
    known, unknown = ask(client), ask(other, "nobody@example.org")
    shown = [page.content.decode() for page in (known, unknown)]
    same = [re.sub(r"ida@|nobody@|value=\"[^\"]{40,}\"|[0-9a-f]{32}", "", text) for text in shown]
    assert known.redirect_chain == unknown.redirect_chain
    assert same[0] == same[1]
    assert [letter.subject for letter in mail.outbox] == ["Your code", "Signing in"]
    assert not re.search(r"\d{4}-\d{4}", mail.outbox[1].body)
    confirm(other, "0000-0000")
    assert not is_signed_in(other)


def test_works_once(client, ida):
    ask(client)
    code = code_in(mail.outbox[0])
    confirm(client, code)
    client.post(reverse("account_logout"))
    confirm(client, code)
    assert not is_signed_in(client)
    ask(client)
    confirm(client, code)
    assert not is_signed_in(client)


def test_works_in_the_browser_that_asked_only(client, ida):
    ask(client)
    other = type(client)(HTTP_ACCEPT_LANGUAGE="en")
    confirm(other, code_in(mail.outbox[0]))
    assert not is_signed_in(other)


def test_ends_after_three_wrong_codes(client, ida):
    ask(client)
    code = code_in(mail.outbox[0])
    wrong = "1111-1111" if code != "1111-1111" else "2222-2222"
    for _ in range(3):
        confirm(client, wrong)
    confirm(client, code)
    assert not is_signed_in(client)


def test_ends_after_fifteen_minutes(client, ida, monkeypatch):
    from allauth.account.internal.flows import code_verification

    ask(client)
    later = code_verification.time.time() + timedelta(minutes=16).total_seconds()
    monkeypatch.setattr(code_verification.time, "time", lambda: later)
    confirm(client, code_in(mail.outbox[0]))
    assert not is_signed_in(client)


def test_sends_few_codes_in_a_minute(client, ida):
    for _ in range(4):
        page = ask(type(client)(HTTP_ACCEPT_LANGUAGE="en"))
    assert "too many tries" in page.content.decode()
    assert len(mail.outbox) == 3


def test_keeps_the_code_unreadable_in_the_database(client, ida):
    ask(client)
    code = code_in(mail.outbox[0])
    rows = " ".join(Session.objects.values_list("session_data", flat=True))
    assert code not in rows
    assert client.session.session_key not in Session.objects.values_list("session_key", flat=True)


def test_goes_on_to_where_somebody_wanted_to_go(client, ida):
    address = reverse("mine", args=["engen"])
    page = client.get(address)
    assert page.status_code == 302
    client.post(page.url, {"login": "ida@example.org", "next": address})
    answer = client.post(
        reverse("account_confirm_login_code"), {"code": code_in(mail.outbox[0]), "next": address}
    )
    assert answer.url == address


def test_does_not_lead_away_from_the_site(client, ida):
    client.post(reverse("account_login"), {"login": "ida@example.org", "next": "https://evil.example/"})
    given = {"code": code_in(mail.outbox[0]), "next": "https://evil.example/"}
    assert client.post(reverse("account_confirm_login_code"), given).url == reverse("my_things")


def test_lets_somebody_write_another_address(client, ida):
    ask(client, "wrong@example.org")
    answer = client.post(reverse("account_logout"), {"next": reverse("account_login")})
    assert answer.url == reverse("account_login")
    ask(client)
    assert mail.outbox[-1].to == ["ida@example.org"]


def test_has_one_page_for_signing_in(client, ida):
    assert client.get(reverse("sign-in-again")).url == reverse("account_login")
