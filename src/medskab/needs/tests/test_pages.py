"""The walk: said without an account, read by staff, joined, and followed by its receipt."""

import pytest
from django.urls import reverse

from medskab.common.clock import now
from medskab.needs import actions
from medskab.needs.models import Channel, Input, InputState, Need
from medskab.needs.views.saying import SAID
from medskab.noticeboard.tests import factories as board
from medskab.people.actions import make_join_code
from medskab.people.tests import factories as people
from medskab.places.models import Place, PlaceKind
from medskab.threads.actions import link
from medskab.threads.queries import thing_at

from . import factories
from .handing_in import at, code_on, file_of, form, kept, photo


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


def test_deletes_what_is_taken_back_by_its_receipt(client, area, staff, settings, when_it_stands):
    client.post(at("say"), form(photo=photo(), contact="20 30 40 50"))
    assert "Take back what I said" in client.get(at("need-receipt")).text
    assert "deleted for good" in client.get(at("need-receipt-take-back")).text
    assert staff.get(at("need-receipt-take-back")).url == at("need-receipt")  # no receipt in hand
    with when_it_stands():
        client.post(at("need-receipt-take-back"), {"idempotency_key": "back"})
    row = Input.objects.get()
    assert (row.words, row.photo, row.contact, row.state) == ("", "", "", InputState.DECLINED)
    assert not kept(settings)
    assert "It was taken back" in client.get(at("need-receipt")).text
    assert "Nothing waits here" in staff.get(at("need-queue")).text


def test_tells_those_who_gave_their_name_and_shows_them_the_answer(client, area, ida, freja):
    people.sign_in(client, ida)
    client.post(at("say"), form(with_name="on"))
    factories.said(area, "Of somebody else")
    assert "Waits for an answer" in client.get(at("needs-mine")).text
    row, need = Input.objects.get(said_by=ida), factories.need(area, freja)
    actions.join_input(row=row, need=need, by=freja, now=now())
    assert "There is news of something that you said" in client.get(at("news")).text
    page = client.get(at("needs-mine")).text
    assert need.get_absolute_url() in page
    assert "Of somebody else" not in page


def test_finds_nothing_under_a_wrong_code(client, area):
    for _hand in ("empty", "holds another"):
        assert "We find nothing" in client.post(at("need-receipt"), {"code": "00000-00000"}).text
        client.post(at("say"), form())


def test_takes_a_form_that_is_sent_twice_once(client, area, settings):
    pages = [client.post(at("say"), form(photo=photo()), follow=True).text for _time in range(2)]
    assert Input.objects.count() == 1
    assert code_on(pages[0]) == code_on(pages[1])
    assert len(kept(settings)) == 2  # the photo and the small one


def test_keeps_the_words_where_a_photo_is_refused(client, area, settings):
    page = client.post(at("say"), form(photo=file_of("x.jpg", b"no photo"))).text
    assert "The lamp by the gate is out" in page
    assert "could not be read" in page
    assert not Input.objects.exists()
    page = client.post(at("say"), form(photo=photo(), voice=file_of("x.mp3", b"text"))).text
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
        SAID.note(area)
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


def test_opens_from_a_code_on_the_wall(client, area, freja):
    place = people.place(area)
    opens = f"say/at/{place.pk}/"
    made = make_join_code(area=area, opens=opens, place=place, by=freja, now=now())
    page = client.get(reverse("follow-code", args=[made.code]), follow=True)
    assert page.redirect_chain[-1][0] == at("say-at", place.pk)
    assert place.name in page.text


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


def test_says_what_came_of_a_need_as_far_as_everybody_may_see_it(client, area, freja):
    need, row = factories.need(area, freja), factories.said(area)
    assert "Nobody has started anything" in client.get(need.get_absolute_url()).text
    notice = board.notice(area, freja, "Lamps are put up")
    link(need, notice, why="led to", now=now())
    actions.join_input(row=row, need=need, by=freja, now=now())
    page = client.get(need.get_absolute_url()).text
    assert "Lamps are put up" in page
    assert notice.get_absolute_url() in page
    assert row.words not in page


def test_leads_on_a_thread_from_needs_and_never_from_inputs(client, area, freja):
    row, need = factories.said(area), factories.need(area, freja)
    actions.join_input(row=row, need=need, by=freja, now=now())
    for viewer in (None, freja):
        assert thing_at("needs.input", str(row.pk), area_id=area.pk, viewer=viewer) is None
        assert thing_at("needs.need", str(need.pk), area_id=area.pk, viewer=viewer) == need
    assert "Light on the paths" in client.get(at("thread", "needs.need", need.pk)).text
    assert client.get(at("thread", "needs.input", row.pk)).status_code == 302  # as where nothing is


@pytest.mark.parametrize(
    ("query", "shown"),
    [("", {"A", "B"}), ("?kind=asset", {"B"}), ("?kind=no", {"A", "B"}), ("?place=", {"A", "B"})],
)
def test_shows_the_board_by_kind(client, area, freja, query, shown):
    factories.need(area, freja, "A")
    factories.need(area, freja, "B", kind="asset")
    page = client.get(at("needs") + query).text
    assert {title for title in ("A", "B") if f">{title}<" in page} == shown
