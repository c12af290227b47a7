"""The second factor: asked of staff before any page of their area opens."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from medskab.people.models import RoleKind
from medskab.people.signing_in import device_of

from .factories import area, facilitator, person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english(client, settings):
    cache.clear()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


@pytest.fixture
def here():
    return area()


@pytest.fixture
def freja(here):
    return facilitator(here, email="freja@example.org")


def code_for(secret, steps=0):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def set_up_app(client):
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": code_for(secret)})
    return secret


@pytest.mark.parametrize("name", ["area", "people", "mine", "about"])
def test_leads_staff_to_set_one_up_whatever_page_they_open(client, here, freja, name):
    sign_in(client, freja, second_factor=False)
    address = reverse(name, args=[here.slug])
    for answer in (client.get(address), client.post(address)):
        assert answer.status_code == 302
        assert answer.url.startswith(reverse("second-factor"))
    page = client.get(client.get(address).url).content.decode()
    assert reverse("mfa_add_webauthn") in page
    assert reverse("mfa_activate_totp") in page


def test_lets_residents_in_without(client, here):
    ida = person(here, "Ida", RoleKind.RESIDENT)
    assert sign_in(client, ida, second_factor=False).get(f"/{here.slug}/").status_code == 200


def test_asks_for_it_only_where_somebody_works(client, here, freja):
    there = area("birken")
    person(there, "Freja", account=freja.account)
    assert sign_in(client, freja, second_factor=False).get(f"/{there.slug}/").status_code == 200


def test_opens_the_page_after_the_app_is_set_up(client, here, freja, monkeypatch):
    # In a test nothing is ever committed; the library tells what it did after the commit.
    monkeypatch.setattr("django.db.transaction.on_commit", lambda function, **_: function())
    sign_in(client, freja, second_factor=False)
    client.get(client.get(reverse("people", args=[here.slug])).url)
    set_up_app(client)
    codes = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert len(re.findall(r"<code[^>]*>\d{8}</code>", codes)) == 10
    assert client.get(reverse("security-done")).url == reverse("people", args=[here.slug])
    assert client.get(reverse("people", args=[here.slug])).status_code == 200
    assert [letter.subject for letter in mail.outbox] == ["How you sign in was changed"]


def test_stores_no_secret_that_can_be_read(client, freja):
    sign_in(client, freja, second_factor=False)
    secret = set_up_app(client)
    assert secret not in str(Authenticator.objects.get(type="totp").data)


def test_is_asked_for_at_the_next_sign_in(client, here, freja, monkeypatch):
    sign_in(client, freja, second_factor=False)
    secret = set_up_app(client)
    client.post(reverse("account_logout"))
    client.post(reverse("account_login"), {"login": "freja@example.org"})
    code = re.search(r"\d{4}-\d{4}", mail.outbox[-1].body).group()
    answer = client.post(reverse("account_confirm_login_code"), {"code": code})
    assert answer.url == reverse("mfa_authenticate")
    assert client.get(answer.url).status_code == 200
    assert "_auth_user_id" not in client.session
    client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "_auth_user_id" not in client.session
    client.post(reverse("mfa_authenticate"), {"code": code_for(secret)})
    assert client.get(reverse("people", args=[here.slug])).status_code == 200


def test_takes_a_spare_code_once(client, here, freja):
    sign_in(client, freja, second_factor=False)
    set_up_app(client)
    spare = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    for is_in in (True, False):
        client.post(reverse("account_logout"))
        client.post(reverse("account_login"), {"login": "freja@example.org"})
        code = re.search(r"\d{4}-\d{4}", mail.outbox[-1].body).group()
        client.post(reverse("account_confirm_login_code"), {"code": code})
        client.post(reverse("mfa_authenticate"), {"code": spare})
        assert ("_auth_user_id" in client.session) is is_in


def test_is_shown_again_where_this_browser_has_not_shown_it(client, here, freja):
    sign_in(client, freja, second_factor=False)
    set_up_app(client)
    other = sign_in(type(client)(), freja, second_factor=False)
    led = other.get(reverse("people", args=[here.slug]))
    assert other.get(led.url).url.startswith(reverse("mfa_reauthenticate"))


def test_is_asked_for_again_before_the_locks_are_changed(client, freja):
    sign_in(client, freja, second_factor=False)
    set_up_app(client)
    other = sign_in(type(client)(), freja)
    for name in ("mfa_deactivate_totp", "mfa_add_webauthn", "mfa_view_recovery_codes"):
        answer = other.get(reverse(name))
        assert answer.status_code == 302
        assert reverse("mfa_reauthenticate") in answer.url


def test_counts_no_more_once_it_is_taken_away(client, here, freja):
    sign_in(client, freja, second_factor=False)
    secret = set_up_app(client)
    address = f"{reverse('mfa_reauthenticate')}?next={reverse('mfa_deactivate_totp')}"
    cache.clear()
    client.post(address, {"code": code_for(secret, steps=1)})
    client.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.exists()
    assert client.get(reverse("people", args=[here.slug])).status_code == 302


def test_offers_no_passkey_where_the_address_is_a_number(client, here, freja):
    sign_in(client, freja, second_factor=False)
    for name in ("second-factor", "security"):
        page = client.get(reverse(name), headers={"host": "127.0.0.1:8000"}).content.decode()
        assert reverse("mfa_add_webauthn") not in page


def test_belongs_to_one_account(client, here, freja):
    sign_in(client, person(here, "Ida"))
    sign_in(client, freja, second_factor=False)
    assert client.get(reverse("people", args=[here.slug])).status_code == 302


def test_knows_a_device_again_without_knowing_it_too_well():
    android = "Mozilla/5.0 (Android 14; Mobile; rv:131.0) Gecko/131.0 Firefox/131.0"
    windows = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML) Chrome/130.0 Safari/537.36 Edg/130"
    assert device_of(android) == "Firefox, Android"
    assert device_of(windows) == "Edge, Windows"
    assert device_of("") == ""
