"""Every page of the room opens for who may see it, and for nobody else."""

import pytest
from django.urls import reverse

from medskab.people.models import RoleKind

from .factories import area, facilitator, person, sign_in

pytestmark = pytest.mark.django_db

STAFF_PAGES = ("people", "invite", "organisations", "join-codes")
OWN_PAGES = ("mine", "news", "news-choices", "my-data")
ACCOUNT_PAGES = ("security", "change-mail", "mfa_activate_totp", "mfa_add_webauthn", "account_logout")


@pytest.fixture(autouse=True)
def _english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


@pytest.mark.parametrize("name", STAFF_PAGES)
def test_shows_staff_pages_to_staff_only(client, name):
    here = area()
    address = reverse(name, args=[here.slug])
    assert client.get(address).status_code == 302
    assert sign_in(client, person(here, "Ida", RoleKind.RESIDENT)).get(address).status_code == 403
    assert sign_in(client, facilitator(area("birken"), "Nadia")).get(address).status_code == 404
    assert sign_in(client, facilitator(here)).get(address).status_code == 200


@pytest.mark.parametrize("name", OWN_PAGES)
def test_shows_everybody_their_own(client, name):
    here = area()
    address = reverse(name, args=[here.slug])
    assert client.get(address).status_code == 302
    assert sign_in(client, person(here, "Ida", RoleKind.RESIDENT)).get(address).status_code == 200


@pytest.mark.parametrize("name", ACCOUNT_PAGES)
def test_shows_account_pages_to_who_is_signed_in(client, name):
    who = person(area(), "Ida")
    assert client.get(reverse(name)).status_code == 302
    assert sign_in(client, who).get(reverse(name)).status_code == 200


def test_shows_a_person_to_staff_of_their_area_only(client):
    here, there = area(), area("birken")
    ida = person(here, "Ida", RoleKind.RESIDENT)
    address = reverse("person", args=[here.slug, ida.pk])
    assert "Ida" in sign_in(client, facilitator(here)).get(address).content.decode()
    assert client.get(reverse("person", args=[there.slug, ida.pk])).status_code == 404
    assert sign_in(client, ida).get(address).status_code == 403


@pytest.mark.parametrize("name", ["account_signup", "account_change_password", "account_set_password"])
def test_keeps_passwords_and_sign_up_closed(client, name):
    area()
    assert client.get(reverse(name)).status_code == 403
    assert client.post(reverse(name), {"email": "x@example.org"}).status_code == 403


def test_leads_from_my_things_to_the_only_area(client):
    here = area()
    sign_in(client, person(here, "Ida"))
    assert client.get(reverse("my_things")).url == reverse("mine", args=[here.slug])


def test_offers_a_choice_where_somebody_takes_part_in_two_areas(client):
    here, there = area(), area("birken")
    ida = person(here, "Ida")
    person(there, "Ida", account=ida.account)
    page = sign_in(client, ida).get(reverse("my_things")).content.decode()
    assert here.name in page
    assert there.name in page
