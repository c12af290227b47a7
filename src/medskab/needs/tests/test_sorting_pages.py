"""What staff do on their pages, and nobody else."""

import pytest
from django.urls import reverse

from medskab.common.clock import now
from medskab.needs import actions
from medskab.needs.models import Input, InputState
from medskab.people.models import RoleKind
from medskab.people.tests import factories as people

from . import factories
from .handing_in import at, code_on, file_of, form, kept, photo


@pytest.mark.parametrize(
    ("deed", "words"), [("answer", {"answer": "It is mended."}), ("decline", {"because": "Not our path."})]
)
def test_ends_with_words_on_the_receipt(client, area, staff, deed, words):
    code = code_on(client.post(at("say"), form(), follow=True).text)
    row = Input.objects.get()
    assert (
        "This field is required"
        in staff.post(at("need-input-do", row.pk, deed), {"idempotency_key": "x"}).text
    )
    staff.post(at("need-input-do", row.pk, deed), {**words, "idempotency_key": "y"})
    row.refresh_from_db()
    assert row.state in {InputState.ANSWERED, InputState.DECLINED}
    assert next(iter(words.values())) in client.post(at("need-receipt"), {"code": code}, follow=True).text


def test_leads_from_one_to_the_next_and_past_what_is_hidden(client, area, staff, freja):
    moment = now()
    first, hidden, second = (factories.said(area, words, at=moment) for words in ("One", "Two", "Three"))
    actions.hide_input(row=hidden, reason="threat", by=freja, now=now())
    for row, following in ((first, at("need-input", second.pk)), (second, at("need-queue"))):
        answer = {"answer": "Yes", "idempotency_key": f"{row.pk}"}
        assert staff.post(at("need-input-do", row.pk, "answer"), answer).url == following


def test_redacts_what_is_hidden_before_it_is_joined(client, area, staff, settings, when_it_stands):
    client.post(at("say"), form("Hans in 4B drinks", publish_own_words="on", photo=photo()))
    row, need = Input.objects.get(), factories.need(area, people.facilitator(area, "Mia"))
    staff.post(at("need-input-do", row.pk, "hide"), {"reason": "third-person", "idempotency_key": "a"})
    page = staff.get(at("need-input", row.pk)).text
    assert "It names somebody else" in page
    assert "Join it to a need" not in page
    joining = {"need": need.pk, "idempotency_key": "b"}
    assert "cannot be joined" in staff.post(at("need-input-do", row.pk, "join"), joining).text
    redacting = {"words": "Somebody needs help", "photo": "on", "idempotency_key": "c"}
    with when_it_stands():
        staff.post(at("need-input-do", row.pk, "redact"), redacting)
    staff.post(at("need-input-do", row.pk, "join"), {**joining, "idempotency_key": "d"})
    row.refresh_from_db()
    assert (row.state, row.photo, row.care) == (InputState.JOINED, "", "")
    assert not kept(settings)
    for address in (at("needs"), need.get_absolute_url(), at("area")):
        assert "Somebody needs help" not in client.get(address).text


def test_gives_photo_and_voice_to_staff_alone(client, area, staff, ida):
    client.post(at("say"), form(photo=photo(), voice=file_of("a.ogg", b"OggS\x00" + b"\x00" * 60)))
    row = Input.objects.get()
    names = ("need-input-photo", "need-input-photo-large", "need-input-voice")
    for name, kind in zip(names, ("image/jpeg", "image/jpeg", "audio/ogg"), strict=True):
        answer = staff.get(at(name, row.pk))
        assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (
            200,
            kind,
            "no-store",
        )
        assert "sandbox" in answer["Content-Security-Policy"]
        assert answer.content
        assert client.get(at(name, row.pk)).status_code == 302
    part = staff.get(at("need-input-voice", row.pk), headers={"Range": "bytes=0-3"})
    assert (part.status_code, part.content, part["Content-Range"]) == (206, b"OggS", "bytes 0-3/65")
    people.sign_in(client, ida)
    assert client.get(at(names[0], row.pk)).status_code == 403
    staff.post(at("need-input-do", row.pk, "voice-text"), {"text": "It is dark", "idempotency_key": "t"})
    assert "It is dark" in staff.get(at("need-input", row.pk)).text
    assert staff.get(at(names[0], factories.said(area).pk)).status_code == 404


def test_is_closed_to_the_staff_of_another_area(client, area, freja):
    row = factories.said(area)
    factories.need(area, freja)
    people.sign_in(client, people.facilitator(people.area("skoven"), "Nadia"))
    for address in (
        at("need-queue"),
        at("need-input", row.pk),
        at("need-input-do", row.pk, "answer"),
        at("need-new"),
    ):
        assert client.get(address).status_code == 404
    beyond = reverse("need-input", args=["skoven", row.pk])
    assert client.get(beyond).status_code == 404


def test_changes_a_need_and_keeps_its_address(client, area, staff, freja, ida):
    need = factories.need(area, freja, "New")
    assert need.slug == "need-new"
    words = {"title": "Lamps", "kind": "asset", "state": "done", "idempotency_key": "a"}
    assert staff.post(at("need-change", need.slug), words).url == need.get_absolute_url()
    page = client.get(need.get_absolute_url()).text
    assert "Lamps" in page
    assert "Asset" in page
    people.sign_in(client, people.person(area, "Bo", RoleKind.BOARD_MEMBER))
    assert client.get(at("need-change", need.slug)).status_code == 403


def test_filters_the_queue(client, area, staff, freja):
    factories.said(area, "By web")
    factories.said(area, "By phone", by=freja, channel="phone")
    hidden = factories.said(area, "With care")
    actions.hide_input(row=hidden, reason="child", by=freja, now=now())
    for only, shown in (
        ("phone", "By phone"),
        ("web", "By web"),
        ("care", "Looked at with care"),
        ("late", "Nothing waits"),
    ):
        assert shown in staff.get(f"{at('need-queue')}?only={only}").text
    assert "By web" not in staff.get(f"{at('need-queue')}?only=phone").text
    assert "With care</bdi>" not in staff.get(at("need-queue")).text
