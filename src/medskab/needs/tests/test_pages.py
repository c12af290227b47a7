"""The walk: said without an account, read by staff, joined, and followed by its receipt."""

import io
import re

import pytest
from django.urls import reverse
from PIL import Image

from medskab.common.clock import now
from medskab.needs import actions, flood
from medskab.needs.models import Channel, Input, InputState, Need
from medskab.people.models import RoleKind
from medskab.people.tests import factories as people
from medskab.places.models import Place, PlaceKind
from medskab.threads.queries import thing_at

from . import factories


def at(name, *words):
    return reverse(name, args=["engen", *words])


def form(words="The lamp by the gate is out", key="one", **more):
    return {"words": words, "kind": "need", "idempotency_key": key, **more}


def photo():
    content = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(content, "PNG")
    return _file("lamp.png", content.getvalue())


def _file(name, content):
    file = io.BytesIO(content)
    file.name = name
    return file


def kept(settings):
    return [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


def code_on(page):
    found = re.search(r'receipt__code"[^>]*><span>(\w{5})</span><span>(\w{5})</span>', page)
    return "".join(found.groups()) if found else ""


@pytest.fixture
def staff(client, area, freja):
    """A browser of somebody who works here."""
    return people.sign_in(type(client)(HTTP_ACCEPT_LANGUAGE="en"), freja)


def test_walks_from_a_word_to_what_became_of_it(client, area, staff):
    page = client.post(at("say"), form(), follow=True)
    assert page.redirect_chain == [(at("need-receipt"), 302)]
    code, row = code_on(page.text), Input.objects.get()
    assert len(code) == 10
    assert "within 7 days" in page.text
    assert "The lamp" in staff.get(at("need-queue")).text
    assert "Make a new one of it" in staff.get(at("need-input", row.pk)).text
    words = {"title": "Light on the paths", "kind": "need", "state": "open", "idempotency_key": "two"}
    assert staff.post(f"{at('need-new')}?input={row.pk}", words).url == at("need-queue")
    need = Need.objects.get()
    other = type(client)(HTTP_ACCEPT_LANGUAGE="en")
    assert "What became of what I said?" in other.get(at("need-receipt")).text
    page = other.post(at("need-receipt"), {"code": f"{code[:5]} {code[5:].lower()}"}, follow=True).text
    assert "Joined to a need" in page
    assert need.get_absolute_url() in page
    assert "The lamp" not in page
    other.post(at("need-receipt"), {"put-away": "yes"})
    assert code not in other.get(at("need-receipt")).text


def test_finds_nothing_under_a_wrong_code(client, area):
    assert "We find nothing" in client.post(at("need-receipt"), {"code": "00000-00000"}).text


def test_takes_a_form_that_is_sent_twice_once(client, area, settings):
    pages = [client.post(at("say"), form(photo=photo()), follow=True).text for _time in range(2)]
    assert Input.objects.count() == 1
    assert code_on(pages[0]) == code_on(pages[1])
    assert len(kept(settings)) == 2  # the photo and the small one


def test_keeps_the_words_where_a_photo_is_refused(client, area, settings):
    page = client.post(at("say"), form(photo=_file("x.jpg", b"no photo"))).text
    assert "The lamp by the gate is out" in page
    assert "could not be read" in page
    assert not Input.objects.exists()
    page = client.post(at("say"), form(photo=photo(), voice=_file("x.mp3", b"text"))).text
    assert "Choose it again" in page
    assert not kept(settings)


def test_drops_the_photo_where_the_deed_refuses(client, area, settings, monkeypatch):
    def refuse(**_facts):
        raise actions.saying.CannotAct("No.")

    monkeypatch.setattr(actions, "say", refuse)
    assert "No." in client.post(at("say"), form(photo=photo())).text
    assert not kept(settings)


def test_asks_everybody_to_wait_when_it_is_flooded(client, area):
    for _time in range(60):
        flood.note(area)
    page = client.post(at("say"), form()).text
    assert "Wait a minute" in page
    assert "The lamp by the gate is out" in page
    assert not Input.objects.exists()


def test_says_what_is_missing(client, area):
    assert "Write something" in client.post(at("say"), form(" ")).text


def test_begins_with_the_block_where_the_code_hangs(client, area):
    department = people.place(area, "D", PlaceKind.DEPARTMENT)
    block = Place.objects.create(area=area, kind=PlaceKind.BLOCK, name="Block 4", parent=department)
    stair = Place.objects.create(area=area, kind=PlaceKind.STAIRWELL, name="4B", parent=block)
    for address in (at("say-at", stair.pk), f"{at('say')}?place={stair.pk}"):
        assert f'<option value="{block.pk}" selected>' in client.get(address).text
    client.post(at("say-at", stair.pk), form(place=block.pk))
    row = Input.objects.get()
    assert (row.place, row.channel) == (block, Channel.QR)
    assert client.get(at("say-at", 999)).status_code == 404
    assert client.get(f"{at('say')}?place=' or 1=1").status_code == 200


def test_knows_who_it_was_only_where_they_say_so(client, area, ida, staff, freja):
    people.sign_in(client, ida)
    client.post(at("say"), form(key="a"))
    client.post(at("say"), form(key="b", with_name="on", contact="20 30 40 50"))
    client.post(at("say"), form(key="c", channel="phone"))  # what only staff are asked
    assert [row.said_by for row in Input.objects.all()] == [None, ida, None]
    assert "20 30 40 50" in staff.get(at("need-input", Input.objects.all()[1].pk)).text
    staff.post(at("say"), form(key="d", channel="phone"))
    row = Input.objects.last()
    assert (row.typed_by, row.channel, row.said_by) == (freja, Channel.PHONE, None)


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


@pytest.fixture
def when_it_stands(django_capture_on_commit_callbacks):
    """Do also what is done once the deed stands."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_redacts_what_is_hidden_before_it_is_joined(client, area, staff, settings, when_it_stands):
    client.post(at("say"), form("Hans in 4B drinks", publish_own_words="on", photo=photo()))
    row, need = Input.objects.get(), factories.need(area, people.facilitator(area, "Mia"))
    staff.post(at("need-input-do", row.pk, "hide"), {"reason": "third-person", "idempotency_key": "a"})
    page = staff.get(at("need-input", row.pk)).text
    assert "It names somebody else" in page
    assert "Join it to a need" not in page
    joining = {"need": need.pk, "idempotency_key": "b"}
    assert "cannot be joined" in staff.post(at("need-input-do", row.pk, "join"), joining).text
    redacting = {"words": "Somebody needs help", "without": "photo", "idempotency_key": "c"}
    with when_it_stands():
        staff.post(at("need-input-do", row.pk, "redact"), redacting)
    staff.post(at("need-input-do", row.pk, "join"), {**joining, "idempotency_key": "d"})
    row.refresh_from_db()
    assert (row.state, row.photo, row.care) == (InputState.JOINED, "", "")
    assert not kept(settings)
    for address in (at("needs"), need.get_absolute_url(), at("area")):
        assert "Somebody needs help" not in client.get(address).text


def test_shows_own_words_only_where_they_may_be_shown(client, area, staff, freja):
    need = factories.need(area, freja)
    for words, may in (("Words to show", True), ("Words to keep", False), ("Waits still", True)):
        row = factories.said(area, words, publish_own_words=may)
        if words != "Waits still":
            actions.join_input(row=row, need=need, by=freja, now=now())
    page = client.get(need.get_absolute_url()).text
    assert [words in page for words in ("Words to show", "Words to keep", "Waits still")] == [
        True,
        False,
        False,
    ]


def test_gives_photo_and_voice_to_staff_alone(client, area, staff, ida):
    client.post(at("say"), form(photo=photo(), voice=_file("a.ogg", b"OggS\x00" + b"\x00" * 60)))
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


def test_leads_on_a_thread_from_needs_and_never_from_inputs(client, area, freja):
    row, need = factories.said(area), factories.need(area, freja)
    actions.join_input(row=row, need=need, by=freja, now=now())
    for viewer in (None, freja):
        assert thing_at("needs.input", str(row.pk), area_id=area.pk, viewer=viewer) is None
        assert thing_at("needs.need", str(need.pk), area_id=area.pk, viewer=viewer) == need
    assert "Light on the paths" in client.get(at("thread", "needs.need", need.pk)).text
    assert client.get(at("thread", "needs.input", row.pk)).status_code == 302  # as where nothing is


def test_changes_a_need_and_keeps_its_address(client, area, staff, freja, ida):
    need = factories.need(area, freja, "New")
    assert need.slug == "new-2"
    words = {"title": "Lamps", "kind": "asset", "state": "done", "idempotency_key": "a"}
    assert staff.post(at("need-change", need.slug), words).url == need.get_absolute_url()
    page = client.get(need.get_absolute_url()).text
    assert "Lamps" in page
    assert "Asset" in page
    people.sign_in(client, people.person(area, "Bo", RoleKind.BOARD_MEMBER))
    assert client.get(at("need-change", need.slug)).status_code == 403


@pytest.mark.parametrize(
    ("query", "shown"),
    [("", {"A", "B"}), ("?kind=asset", {"B"}), ("?kind=no", {"A", "B"}), ("?place=", {"A", "B"})],
)
def test_shows_the_board_by_kind(client, area, freja, query, shown):
    factories.need(area, freja, "A")
    factories.need(area, freja, "B", kind="asset")
    page = client.get(at("needs") + query).text
    assert {title for title in ("A", "B") if f">{title}<" in page} == shown


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
