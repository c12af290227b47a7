"""Another mail address."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from medskab.audit import actions as audit
from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.people import actions
from medskab.people.refusals import AddressIsTaken
from medskab.tools.post.models import Message

from .factories import account, area, person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english(client, settings):
    cache.clear()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


@pytest.fixture
def ida(client):
    who = person(area(), "Ida", email="old@example.org")
    sign_in(client, who)
    return who


def ask(client, email="new@example.org"):
    return client.post(reverse("change-mail"), {"email": email, "idempotency_key": "a"})


def confirm(client, code, key="b"):
    return client.post(reverse("change-mail-code"), {"code": code, "idempotency_key": key})


def code():
    return re.search(r"\d{4}-\d{4}", mail.outbox[-1].body).group()


def address_of(who):
    who.account.refresh_from_db()
    return who.account.email


def test_is_used_once_the_code_from_there_came_back(client, ida):
    assert ask(client).url == reverse("change-mail-code")
    assert mail.outbox[0].to == ["new@example.org"]
    assert address_of(ida) == "old@example.org"
    confirm(client, code())
    assert address_of(ida) == "new@example.org"
    assert Line.objects.filter(kind="people.mail_changed").exists()
    assert [letter.to for letter in Message.objects.all()] == ["old@example.org"]


def test_needs_the_right_code_within_three_tries(client, ida):
    ask(client)
    right = code()
    wrong = "1111-1111" if right != "1111-1111" else "2222-2222"
    for number in range(3):
        confirm(client, wrong, key=f"k{number}")
    assert confirm(client, right).url == reverse("change-mail")
    assert address_of(ida) == "old@example.org"


def test_takes_no_sign_in_code_for_it(client, ida):
    other = type(client)()
    other.post(reverse("account_login"), {"login": "old@example.org"})
    sign_in_code = code()
    ask(client)
    if code() != sign_in_code:
        confirm(client, sign_in_code)
    assert address_of(ida) == "old@example.org"


def test_refuses_an_address_that_opens_another_account(client, ida):
    account("new@example.org")
    with pytest.raises(AddressIsTaken):
        actions.change_mail(account=ida.account, email="New@example.org", by=None, now=now())
    ask(client)
    confirm(client, code())
    assert address_of(ida) == "old@example.org"


def test_sends_few_codes(client, ida):
    answers = [ask(client).status_code for _ in range(4)]
    assert answers == [302, 302, 302, 200]
    assert len(mail.outbox) == 3


def test_changes_nothing_when_it_fails_halfway(ida, monkeypatch):
    monkeypatch.setattr(audit, "record", lambda *_args, **_given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        actions.change_mail(account=ida.account, email="new@example.org", by=None, now=now())
    assert address_of(ida) == "old@example.org"
