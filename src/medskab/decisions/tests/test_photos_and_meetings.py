"""What was carried out is shown in photos, and a vote stands beside its point of a meeting."""

import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from medskab.common.clock import now
from medskab.decisions import actions, attached
from medskab.decisions.models import Decision, Delivery, DeliveryNews, DeliveryPhoto
from medskab.decisions.printing.tests.factories import HAS_READER, read
from medskab.decisions.refusals import NotYoursToDecide
from medskab.gatherings.models import AgendaItem
from medskab.gatherings.tests import factories as meetings
from medskab.tools.media import keeping

from . import factories
from .open_votes import open_vote


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def delivery(freja) -> Delivery:
    decision = factories.published(freja)
    return Delivery.objects.create(
        area=decision.area,
        decision=decision,
        proposal=decision.proposals.first(),
        carried_out_by="Bente",
        due_on=now().date() + timedelta(days=30),
    )


@pytest.fixture
def signed_in(client, freja):
    factories.sign_in(client, freja)
    return client


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, "PNG")
    return out.getvalue()


def tell(client, delivery: Delivery, content: bytes, key: str = "1", **changed: str):
    address = reverse("decision-deliver", args=["engen", delivery.decision.slug, delivery.proposal.number])
    told = {"idempotency_key": key, "state": "under-way", "text": "Ordered.", "due_on": delivery.due_on}
    return client.post(address, told | changed | {"photo": SimpleUploadedFile("a.png", content)})


def files(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*") if one.is_file()]


def test_shows_a_photo_with_the_news_made_anew(client, signed_in, delivery):
    assert tell(signed_in, delivery, picture()).status_code == 302
    client.logout()
    page = client.get(reverse("decision-delivery", args=["engen", delivery.decision.slug]))
    address = reverse(
        "decision-delivery-photo",
        args=["engen", delivery.decision.slug, DeliveryPhoto.objects.get().pk],
    )
    assert f'src="{address}?size=small"' in page.content.decode()
    for size in ("", "?size=small"):
        answer = client.get(address + size)
        assert answer["Content-Type"] == "image/jpeg"
        assert Image.open(io.BytesIO(answer.content)).format == "JPEG"


def test_says_what_is_wrong_with_a_photo_and_tells_nothing(signed_in, delivery, folder):
    answer = tell(signed_in, delivery, b"no picture")
    assert "could not be read" in answer.content.decode()
    assert not DeliveryNews.objects.exists()
    assert not files(folder)


def test_drops_the_photo_of_a_refused_deed_and_of_a_second_try(signed_in, delivery, folder):
    tell(signed_in, delivery, picture(), state="no such state")
    assert not files(folder)
    for _time in range(2):
        assert tell(signed_in, delivery, picture()).status_code == 302
    assert (DeliveryPhoto.objects.count(), len(files(folder))) == (1, 2)


def test_takes_a_photo_down_for_good_and_keeps_the_news(
    signed_in, delivery, folder, django_capture_on_commit_callbacks
):
    tell(signed_in, delivery, picture())
    photo = DeliveryPhoto.objects.get()
    address = reverse("decision-photo-down", args=["engen", delivery.decision.slug, photo.pk])
    with django_capture_on_commit_callbacks(execute=True):
        signed_in.post(address, {"idempotency_key": "2"})
    assert (DeliveryPhoto.objects.count(), DeliveryNews.objects.count(), files(folder)) == (0, 1, [])


def test_lets_nobody_else_take_it_down(signed_in, delivery, outsiders):
    tell(signed_in, delivery, picture())
    photo = DeliveryPhoto.objects.get()
    for who in outsiders[:2]:
        with pytest.raises(NotYoursToDecide):
            actions.take_photo_down(photo=photo, by=who, now=now())
    assert keeping.path_of(photo.name).exists()


@pytest.fixture
def item(area) -> AgendaItem:
    meeting = meetings.gathering(area, meetings.board_member(area), state="called")
    return meeting.items.first()


def attach(client, decision: Decision, item: AgendaItem | str):
    address = reverse("decision-meeting", args=["engen", decision.slug])
    return client.post(address, {"idempotency_key": f"to {item}", "item": getattr(item, "pk", item)})


def test_stands_beside_the_point_it_is_about_until_it_is_taken_away(client, signed_in, freja, item):
    vote = open_vote(freja).decision
    assert attach(signed_in, vote, item).status_code == 302
    page = client.get(item.gathering.get_absolute_url()).content.decode()
    assert vote.get_absolute_url() in page
    assert [one.state for _pk, one in attached.to_items([item])] == ["Open"]
    attach(signed_in, vote, "")
    assert not list(attached.to_items([item]))


@pytest.mark.skipif(not HAS_READER, reason="poppler-utils is not installed")
def test_stands_on_the_printed_agenda_too(client, freja, item):
    vote = open_vote(freja).decision
    actions.attach_to_item(decision=vote, item=item, by=freja, now=now())
    answer = client.get(reverse("gathering-agenda-pdf", args=["engen", item.gathering.slug]))
    assert "Vote: Our budget (Open)" in read(answer.content)


def test_tells_there_what_came_out(freja, item):
    decision = factories.published(freja)
    actions.attach_to_item(decision=decision, item=item, by=freja, now=now())
    assert [one.state for _pk, one in attached.to_items([item])] == ["2 of 5 proposals will be carried out"]


def test_shows_there_nothing_that_is_not_public(freja, item):
    hidden = factories.draft(freja)
    actions.attach_to_item(decision=hidden, item=item, by=freja, now=now())
    assert not list(attached.to_items([item]))


def test_attaches_to_no_meeting_of_another_area(freja, item):
    elsewhere = factories.area("skoven")
    theirs = meetings.gathering(elsewhere, meetings.board_member(elsewhere, "Karl"), state="called")
    with pytest.raises(NotYoursToDecide):
        actions.attach_to_item(
            decision=factories.draft(freja), item=theirs.items.first(), by=freja, now=now()
        )
