"""A form that was open too long: nothing is done, and nothing that was written is lost."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from medskab.needs.models import Input
from medskab.people.tests.factories import area

pytestmark = pytest.mark.django_db
WORDS = "The lamp at the school path has been broken since May"


def sent(**headers: str) -> str:
    """What somebody sees whose form is too old."""
    at = reverse("say", args=[area().slug])
    answer = Client(enforce_csrf_checks=True).post(
        at, {"words": WORDS, "vote_code": "AB CD EF GH IJ KL MN OP"}, headers=headers
    )
    assert answer.status_code == 403
    assert not Input.objects.exists()
    return answer.content.decode()


def test_shows_the_words_again_and_no_code() -> None:
    page = sent(Origin=settings.SITE_ADDRESS)
    assert WORDS in page
    assert "AB CD" not in page
    assert reverse("say", args=["engen"]) in page


def test_shows_nothing_that_another_site_sent() -> None:
    assert WORDS not in sent(Origin="https://elsewhere.example")
