"""The page about money."""

import pytest
from django.urls import reverse

from medskab.mandates.tests.factories import mandate
from medskab.people.tests import factories as people
from medskab.resources.models import BudgetLine

pytestmark = pytest.mark.django_db


def test_takes_money_in_and_shows_it_to_everybody(client):
    area = people.area()
    freja = people.facilitator(area)
    right = mandate(area, freja)
    people.sign_in(client, freja)
    fields = {"idempotency_key": "a", "title": "Courtyards", "mandate": right.pk}
    fields |= {"kroner": "250000", "source": "The housing organisation"}
    assert client.post(reverse("money-new", args=[area.slug]), fields).status_code == 302
    assert BudgetLine.objects.get().title == "Courtyards"
    client.logout()
    page = client.get(reverse("money", args=[area.slug])).content.decode()
    assert "Courtyards" in page
    assert "The housing organisation" in page
