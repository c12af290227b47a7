"""What a stranger sends to the address of the gateway is refused with a sentence."""

import pytest
from django.urls import reverse

from medskab.needs import walls
from medskab.needs.models import Input

from . import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(area, settings):
    settings.TEXTS_TOKEN = "a-token-of-a-gateway"
    return reverse("need-texts", args=[area.slug])


def test_refuses_a_token_of_other_signs(client, address):
    assert client.post(address, headers={"Authorization": "Bearer æøå"}).status_code == 401


@pytest.mark.parametrize(
    "sent",
    [
        b"[" * 200_000,
        b'{"from": "1", "id": "1", "text": "\\ud800"}',
        b'{"from": "1", "id": "1", "text": "a\\u0000b"}',
        b'{"from": "1", "id": ["1"], "text": "a"}',
    ],
)
def test_refuses_a_message_that_cannot_be_kept(client, address, sent):
    headers = {"Authorization": "Bearer a-token-of-a-gateway"}
    answer = client.post(address, sent, content_type="application/json", headers=headers)
    assert answer.status_code == 400
    assert not Input.objects.exists()


@pytest.mark.parametrize("named", ["²", "٣", "9" * 5000, "\0", "1 OR 1=1"])
def test_takes_an_odd_place_for_none(client, area, named):
    for name in ("needs", "say"):
        assert client.get(reverse(name, args=[area.slug]), {"place": named}).status_code == 200


def test_lists_walls_in_one_order_on_all_pages(area, freja):
    made = [factories.wall(area, freja, f"Meeting {number}") for number in range(3)]
    assert walls.walls(area).ordered
    assert list(walls.walls(area)) == made[::-1]
