"""What phones send is taken in once, whatever happens on the way."""

from base64 import b64encode
from datetime import timedelta

import pytest

from medskab.common.clock import now
from medskab.fieldwork.models import Source, SourceKind, SourceState
from medskab.needs.models import Input
from medskab.rounds import actions, opening, queries, records
from medskab.rounds.models import Bag, BagState, DoorStatus, Phone, Status
from medskab.rounds.tests import factories
from medskab.statements.models import Vote
from medskab.statements.tests import factories as conversations
from medskab.tools.media import keeping

SOUND = b"OggS\x00" + bytes(40)


@pytest.fixture
def door(walk):
    return factories.door_of(walk)


def test_takes_in_a_need_from_the_door(send, walk, door, freja):
    send(factories.sealed(walk, factories.need(door)))
    said = Input.objects.get()
    assert (said.words, said.channel, said.typed_by) == ("The lamp is out", "doorstep", freja)
    assert said.place == door.stop.stairwell.parent


def test_takes_in_what_the_walker_saw_as_a_field_note_still_to_finish(send, walk, door, freja):
    bags = [factories.sealed(walk, factories.note(door))] * 2
    send(*bags)
    note = Source.objects.get()
    assert (note.kind, note.state, note.author) == (SourceKind.NOTE, SourceState.DRAFT, freja)
    assert note.place == door.stop.stairwell.parent
    assert b"Three lamps" not in bytes(note.draft)
    assert note.draft_number == 1


def test_lets_the_walker_finish_the_field_note_where_it_was_left(send, walk, door, staff):
    send(factories.sealed(walk, factories.note(door)))
    note = Source.objects.get()
    words = {"reason": "To finish it", "write": "1", "idempotency_key": "one"}
    assert "Three lamps are out" in staff.post(note.get_absolute_url(), words, follow=True).text


def test_refuses_a_field_note_that_says_nothing(send, walk, door):
    send(factories.sealed(walk, factories.note(door, words=" ")))
    assert Bag.objects.get().state == BagState.REFUSED
    assert not Source.objects.exists()


def test_keeps_a_recording(send, walk, door):
    send(factories.sealed(walk, factories.need(door, words="", voice=b64encode(SOUND).decode())))
    assert keeping.voice_of(Input.objects.get().voice) == SOUND


def test_leaves_no_file_of_a_record_that_was_refused(send, walk, door, settings):
    send(factories.sealed(walk, factories.need(door, voice=b64encode(SOUND).decode(), code="?")))
    assert Bag.objects.get().state == BagState.REFUSED
    assert not [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


def test_takes_in_once_what_is_sent_twice(send, walk, door):
    bags = [factories.sealed(walk, factories.need(door)), factories.sealed(walk, factories.status(door))]
    first, second = send(*bags).json(), send(*bags).json()
    assert first["arrived"] == second["arrived"] == [one["id"] for one in bags]
    assert (Input.objects.count(), DoorStatus.objects.count(), Bag.objects.count()) == (1, 1, 2)


def test_keeps_nothing_readable_or_sealed_once_a_bag_is_opened(send, walk, door):
    send(factories.sealed(walk, factories.need(door)))
    assert bytes(Bag.objects.get().sealed) == b""


def test_keeps_what_was_sealed_for_another_round(send, walk, door, area, freja):
    other = factories.planned(area, freja, name="Engvej 6", block="Block 2")
    bag = factories.sealed(walk, factories.need(door), key_of=other)
    assert send(bag).json()["arrived"] == [bag["id"]]
    kept = Bag.objects.get()
    assert kept.state == BagState.REFUSED
    assert "not sealed for this round" in kept.why
    assert b64encode(bytes(kept.sealed)).decode() == bag["sealed"]


@pytest.mark.parametrize(
    "change",
    [{"kind": "spell"}, {"door": 10**9}, {"door": "1"}, {"status": "gone"}, {"at": "noon"}, {"count": -1}],
)
def test_keeps_a_record_that_makes_no_sense(send, walk, door, change):
    send(factories.sealed(walk, factories.status(door) | change))
    assert Bag.objects.get().state == BagState.REFUSED
    assert not DoorStatus.objects.exists()


def test_one_bad_bag_holds_up_no_other(send, walk, door):
    bad = factories.sealed(walk, {"kind": "spell"})
    send(bad, factories.sealed(walk, factories.need(door)))
    assert Input.objects.count() == 1


def test_opens_at_the_next_sending_what_a_dead_server_left(send, walk, door, monkeypatch):
    bag = factories.sealed(walk, factories.need(door))
    with monkeypatch.context() as patch:
        patch.setitem(records._HANDLERS, "need", lambda *_: 1 / 0)
        assert send(bag).json()["arrived"] == [bag["id"]]
    assert Bag.objects.get().state == BagState.WAITING
    send(bag)
    assert (Input.objects.count(), Bag.objects.get().state) == (1, BagState.OPENED)


def test_spoken_beats_not_home_whichever_comes_first(send, walk, door):
    spoken = factories.sealed(walk, factories.status(door, "spoken", at="2026-11-24T09:00:00Z"))
    away = factories.sealed(walk, factories.status(door, "not-home", at="2026-11-24T10:00:00Z"))
    send(spoken, mark="aaaa-0001")
    assert send(away, mark="aaaa-0002").json()["statuses"] == {str(door.pk): "spoken"}


def test_follows_the_phones_own_count_and_not_its_clock(send, walk, door):
    first = factories.status(door, "spoken", count=1, at="2026-11-24T11:00:00Z")
    then = factories.status(door, "not-home", count=2, at="2026-11-24T10:00:00Z")
    answer = send(factories.sealed(walk, then), factories.sealed(walk, first))
    assert answer.json()["statuses"] == {str(door.pk): "not-home"}


def test_forgets_not_home_after_a_day(send, walk, door):
    send(factories.sealed(walk, factories.status(door, "not-home")))
    later = now() + timedelta(hours=24)
    assert queries.statuses(walk, later - timedelta(minutes=5)) == {door.pk: Status.NOT_HOME}
    assert queries.statuses(walk, later) == {}
    actions.forget_not_home(by=None, now=later)
    assert not DoorStatus.objects.exists()


def test_tells_a_lost_phone_to_forget_until_it_has(send, walk, freja):
    assert send().json()["erase"] is False
    actions.ask_to_erase(phone=Phone.objects.get(), by=freja, now=now())
    assert send().json()["erase"] is True
    assert send(erased=True).json()["erase"] is False
    assert Phone.objects.get().erased_at is not None
    assert send().json()["erase"] is False


def test_opens_again_what_was_refused(send, walk, door, freja, monkeypatch):
    with monkeypatch.context() as patch:
        patch.delitem(records._HANDLERS, "need")
        send(factories.sealed(walk, factories.need(door)))
    actions.try_again(bag=Bag.objects.get(state=BagState.REFUSED), by=freja, now=now())
    opening.open_waiting(Bag.objects.all(), now())
    assert Input.objects.count() == 1


@pytest.mark.parametrize(
    "body", [[], {}, {"phone": "x", "bags": []}, {"phone": "aaaa-bbbb", "bags": [{"id": "!"}]}]
)
def test_takes_nothing_that_our_page_did_not_write(staff, walk, body):
    answer = staff.post(f"/engen/rounds/{walk.pk}/door/sync/", body, content_type="application/json")
    assert answer.status_code == 400
    assert not Phone.objects.exists()


def test_takes_in_votes_as_one_voice_at_the_door(send, area, freja):
    about = conversations.conversation(area, freja)
    statements = conversations.statements(about, 2)
    walk = factories.planned(area, freja, name="Engvej 8", block="Block 8", conversation=about)
    votes = {str(statements[0].pk): 1, str(statements[1].pk): -1, "0": 1}
    record = {"kind": "votes", "stop": walk.stops.get().pk, "votes": votes}
    bag = factories.sealed(walk, record)
    send(bag, to=walk)
    send(bag, to=walk)
    assert sorted(Vote.objects.values_list("choice", flat=True)) == [-1, 1]
    voice = about.voices.get()
    assert (voice.channel, voice.place) == ("doorstep", walk.stops.get().stairwell.parent)
