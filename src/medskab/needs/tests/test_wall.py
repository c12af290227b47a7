"""A meeting's wall: what is said in the room, what the room sees, and when it ends."""

from uuid import uuid4

import pytest

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.needs import actions, receipts, walls
from medskab.needs.models import Channel, Input, InputState, WallNote
from medskab.people.tests import factories as people
from medskab.tools.live.models import LiveTopic

from . import factories
from .handing_in import at


@pytest.fixture
def wall(area, freja):
    return factories.wall(area, freja)


def _say(client, wall, words="We miss a bench", key="one"):
    return client.post(at("wall", wall.code), {"words": words, "idempotency_key": key}, follow=True).text


def _lead(staff, wall, step, **facts):
    given = {"step": step, "idempotency_key": uuid4().hex, **facts}
    return staff.post(at("need-wall", wall.pk), given, follow=True).text


def _write(staff, wall, notes="- A lamp\n- A bench", **facts):
    return _lead(staff, wall, "write", notes=notes, kind="need", **{"is_shown": "on", **facts})


def _seen(client, wall):
    return client.get(at("wall-notes", wall.code)).text


def _revisions(wall):
    kept = dict(LiveTopic.objects.values_list("key", "revision"))
    return kept.get(wall.topic, 0), kept.get(wall.topic_of_staff, 0)


def test_shows_what_the_room_says_only_after_a_tick(client, staff, wall):
    assert "once whoever leads the meeting has read it" in _say(client, wall)
    row = Input.objects.get()
    assert (row.channel, row.typed_by, row.said_by) == (Channel.MEETING, None, None)
    assert "We miss a bench" not in _seen(client, wall)
    assert _revisions(wall) == (0, 1)
    assert "We miss a bench" in staff.get(at("need-wall-notes", wall.pk)).text
    _lead(staff, wall, "show", note=row.wall_note.pk)
    assert "We miss a bench" in _seen(client, wall)
    assert _revisions(wall) == (1, 2)
    _lead(staff, wall, "down", note=row.wall_note.pk)
    assert "We miss a bench" not in _seen(client, wall)


def test_gives_a_receipt_to_who_spoke(client, wall):
    _say(client, wall)
    assert receipts.code_for("one")[:5] in client.get(at("need-receipt")).text
    _say(client, wall, "Nothing new", key="one")
    assert Input.objects.get().words == "We miss a bench"


def test_divides_what_is_written_down_and_shows_it_at_once(client, staff, freja, wall):
    _write(staff, wall)
    assert [row.typed_by for row in Input.objects.all()] == [freja, freja]
    page = _seen(client, wall)
    assert "A lamp" in page
    assert "2 things are on the wall" in page


def test_keeps_back_what_is_written_down_without_showing(client, staff, wall):
    _write(staff, wall, is_shown="")
    assert "A lamp" not in _seen(client, wall)


def test_keeps_words_being_written_when_a_tick_is_given(client, staff, wall):
    _say(client, wall)
    page = _lead(staff, wall, "show", note=WallNote.objects.get().pk, notes="Half a sen")
    assert "Half a sen</textarea>" in page


def test_groups_what_was_joined_under_its_need(client, area, staff, freja, wall):
    _write(staff, wall)
    need = factories.need(area, freja, "Light on the paths")
    actions.join_input(row=Input.objects.first(), need=need, by=freja, now=now())
    found = walls.board(wall)
    assert [(group.need, group.words) for group in found.groups] == [(need, ["A lamp"]), (None, ["A bench"])]
    assert "Light on the paths" in _seen(client, wall)
    assert _revisions(wall)[0] == 2


@pytest.mark.parametrize("how", ["taken back", "hidden"])
def test_takes_off_at_once_what_nobody_may_read(client, staff, freja, wall, how):
    _say(client, wall)
    row = Input.objects.get()
    _lead(staff, wall, "show", note=row.wall_note.pk)
    before = _revisions(wall)[0]
    if how == "hidden":
        actions.hide_input(row=row, reason="third-person", by=freja, now=now())
    else:
        actions.take_back(area=wall.area, code=receipts.code_for("one"), by=None, now=now())
    assert "We miss a bench" not in _seen(client, wall)
    assert _revisions(wall)[0] == before + 1


def test_takes_nothing_more_once_it_is_closed(client, staff, wall):
    _write(staff, wall)
    staff.post(at("need-wall-close", wall.pk), {"idempotency_key": "end"})
    _say(client, wall)
    assert Input.objects.count() == 2
    page = client.get(at("wall", wall.code)).text
    assert "<textarea" not in page
    assert "A lamp" in page


def test_answers_with_nothing_where_nothing_is_new(client, staff, wall):
    first = client.get(at("wall-notes", wall.code))
    again = {"If-None-Match": first["ETag"]}
    assert client.get(at("wall-notes", wall.code), headers=again).status_code == 304
    _write(staff, wall)
    assert client.get(at("wall-notes", wall.code), headers=again).status_code == 200


def test_opens_to_who_has_the_link_alone(client, wall):
    assert client.get(at("wall", wall.code.lower())).status_code == 200
    assert client.get(at("wall", "00000000")).status_code == 404


def test_lets_those_in_the_room_say_it_on_the_other_page_too(client, wall):
    client.get(at("wall", wall.code))
    client.post(at("say"), {"words": "A tree", "kind": "need", "idempotency_key": "two"})
    assert Input.objects.get().channel == Channel.MEETING


def test_is_led_by_who_works_here(area, ida, wall):
    with pytest.raises(CannotAct):
        actions.close_wall(wall=wall, by=ida, now=now())
    with pytest.raises(CannotAct):
        actions.begin_wall(area=area, title="Mine", gathering=None, by=ida, now=now())


def _elsewhere():
    area = people.area("other")
    return area, people.facilitator(area, "Other")


def test_takes_no_ticks_for_the_notes_of_another_wall(area, staff, freja, wall):
    other = factories.wall(*_elsewhere())
    note = WallNote.objects.create(area=other.area, wall=other, input=factories.said(area))
    assert "Tick at least one" in _lead(staff, wall, "show", note=note.pk)
    note.refresh_from_db()
    assert not note.is_on_wall


def test_asks_the_same_number_of_questions_however_much_hangs(
    client, staff, wall, django_assert_max_num_queries
):
    _write(staff, wall, "\n".join(f"- Thing {number}" for number in range(40)))
    assert Input.objects.filter(state=InputState.NEW).count() == 40
    with django_assert_max_num_queries(8):
        client.get(at("wall-notes", wall.code))
