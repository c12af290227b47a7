"""What a phone sends that our page never wrote is refused, and holds up nothing."""

import pytest
from django.urls import reverse

from medskab.rounds.models import Bag, BagState

from . import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("sent", [b"[" * 200_000, b'{"bags": [], "phone": "\\ud800"}', b"\xff", b"null"])
def test_answers_a_broken_sending_with_400(staff, walk, sent):
    address = reverse("round-sync", args=["engen", walk.pk])
    assert staff.post(address, sent, content_type="application/json").status_code == 400


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": ["need"]},
        {"kind": {"need": 1}},
        {"words": "a\0b"},
        {"words": "\ud800"},
        {"voice": "æ"},
        {"code": "²" * 10},
    ],
)
def test_refuses_a_record_that_is_not_as_our_page_writes_it(staff, walk, changed):
    bag = factories.sealed(walk, factories.need(factories.door_of(walk)) | changed)
    address = reverse("round-sync", args=["engen", walk.pk])
    sent = {"phone": "0000-1111", "bags": [bag]}
    assert staff.post(address, sent, content_type="application/json").status_code == 200
    assert Bag.objects.get().state == BagState.REFUSED
