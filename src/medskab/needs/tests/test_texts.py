"""Text messages that a gateway hands over, and recordings that a program proposes words for."""

import pytest
from django.urls import reverse

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.needs import actions
from medskab.needs.actions.texting import MOST_IN_AN_HOUR
from medskab.needs.models import Channel, Input
from medskab.people.tests import factories as people
from medskab.tools.media import keeping
from medskab.tools.post.models import Message

from . import factories

pytestmark = pytest.mark.django_db

SOUND = b"OggS\x00" + b"\x01" * 60
_TOKEN = "a-token-of-a-gateway"


class Hears:
    """A program that hears."""

    def text_of(self, sound, kind, language):
        return f"{len(sound)} bytes of {kind}"


class Fails:
    """A program that fails."""

    def text_of(self, sound, kind, language):
        raise OSError


@pytest.fixture
def gateway(area, client, settings):
    settings.TEXTS_TOKEN = _TOKEN

    def post(token=_TOKEN, **given):
        sent = {"from": "+4520000000", "text": "Lampen er gået", "id": "1"} | given
        address = reverse("need-texts", args=[area.slug])
        return client.post(
            address, sent, content_type="application/json", headers={"Authorization": f"Bearer {token}"}
        )

    return post


def test_takes_in_a_message_once_and_answers_with_its_code(area, gateway):
    assert [gateway().status_code, gateway().status_code] == [201, 201]
    row = Input.objects.for_area(area).get()
    assert (row.words, row.channel, row.contact) == ("Lampen er gået", Channel.SMS, "+4520000000")
    answer = Message.objects.get()
    assert (answer.channel, answer.to) == ("sms", "+4520000000")
    assert f"/{area.slug}/needs/receipt/" in answer.body
    assert "Lampen" not in answer.body


@pytest.mark.parametrize("token", ["", "another"])
def test_opens_to_the_gateway_alone(gateway, token):
    assert gateway(token=token).status_code == 401
    assert not Input.objects.exists()


def test_is_not_there_where_no_gateway_is_named(gateway, settings):
    settings.TEXTS_TOKEN = ""
    assert gateway(token="").status_code == 404


@pytest.mark.parametrize("wrong", [{"text": ""}, {"text": 5}, {"id": "x" * 81}, {"from": None}])
def test_says_what_is_missing(gateway, wrong):
    assert gateway(**wrong).status_code == 400


def test_takes_no_flood_from_one_number(area, gateway):
    for number in range(MOST_IN_AN_HOUR):
        assert gateway(id=str(number)).status_code == 201
    assert gateway(id="more").status_code == 409
    assert gateway(id="other", **{"from": "+4530000000"}).status_code == 201


def test_refuses_a_message_without_words(area):
    with pytest.raises(CannotAct, match="no words"):
        actions.receive_text(area=area, number="+4520000000", words="  ", ref="1", now=now())


@pytest.fixture
def heard(area, client):
    people.sign_in(client, people.facilitator(area))
    row = factories.said(area, words="", voice=keeping.keep_voice(SOUND))
    return reverse("need-input-do", args=[area.slug, row.pk, "voice-text"])


def test_proposes_words_and_keeps_none(client, heard, settings):
    settings.TRANSCRIBER = f"{__name__}.Hears"
    assert f"{len(SOUND)} bytes of audio/ogg" in client.get(heard, {"propose": "1"}).text
    assert not Input.objects.get().voice_text


def test_leaves_the_writing_to_a_person_where_the_program_fails(client, heard, settings):
    settings.TRANSCRIBER = f"{__name__}.Fails"
    assert "Write it down yourself" in client.get(heard, {"propose": "1"}).text


def test_offers_no_program_where_none_is_named(client, heard):
    assert "propose=1" not in client.get(heard).text
