"""The pages about rights."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from medskab.mandates.models import Mandate
from medskab.mandates.tests.factories import mandate
from medskab.people.tests import factories as people

pytestmark = pytest.mark.django_db


def test_says_to_everybody_who_decides_and_by_what_right(client):
    area = people.area()
    right = mandate(area, people.facilitator(area))
    page = client.get(right.get_absolute_url()).content.decode()
    assert right.legal_basis in page
    assert right.objection in page
    assert right.title in client.get(reverse("mandates", args=[area.slug])).content.decode()


def test_hands_a_right_over_and_takes_it_back(client):
    area = people.area()
    people.sign_in(client, people.facilitator(area))
    today = timezone.localdate()
    fields = {"title": "The courtyard", "field": "Benches", "holder": "All", "ceiling": "50000"}
    fields |= {"starts_on": today, "ends_on": today + timedelta(days=90), "legal_basis": "The meeting"}
    fields |= {"payee": "The department", "revocable_by": "The meeting", "objection": "Write to us"}
    fields |= {"idempotency_key": "a"}
    assert client.post(reverse("mandate-give", args=[area.slug]), fields).status_code == 302
    right = Mandate.objects.get()
    assert right.ceiling_ore == 5_000_000
    address = reverse("mandate-take-back", args=[area.slug, right.slug])
    assert client.post(address, {"idempotency_key": "b", "because": "Moved"}).status_code == 302
    right.refresh_from_db()
    assert right.revoked_because == "Moved"


def test_lets_a_right_hold_longer_and_says_so_to_everybody(client):
    area = people.area()
    freja = people.facilitator(area)
    right = mandate(area, freja)
    people.sign_in(client, freja)
    address = reverse("mandate-extend", args=[area.slug, right.slug])
    fields = {"idempotency_key": "a", "ends_on": right.ends_on, "because": "The trees are late"}
    assert client.post(address, fields).status_code == 200
    assert right.steps.count() == 1
    later = right.ends_on + timedelta(days=30)
    fields |= {"idempotency_key": "b", "ends_on": later}
    assert client.post(address, fields).status_code == 302
    right.refresh_from_db()
    assert right.ends_on == later
    client.logout()
    assert "The trees are late" in client.get(right.get_absolute_url()).content.decode()
