"""The board is put in order, and back, and nothing that anybody said is lost on the way."""

import pytest

from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.needs import actions, queries
from medskab.needs.models import InputState, Need
from medskab.people.tests import factories as people
from medskab.threads.actions import link
from medskab.threads.queries import thread_of

from . import factories
from .handing_in import at


@pytest.fixture
def do(freja):
    return lambda deed, **facts: deed(**facts, by=freja, now=now())


@pytest.fixture
def heard(area, freja, do):
    """A need, and what was heard in it."""

    def made(title, *words):
        need = factories.need(area, freja, title)
        rows = [factories.said(area, word) for word in words]
        for row in rows:
            do(actions.join_input, row=row, need=need)
        return need, rows

    return made


def voices(need):
    return set(queries.said_about(need))


def names(need):
    return [knot.name for month in thread_of(need, None) for knot in month.knots]


def test_moves_the_voices_and_counts_whoever_said_both_once(area, heard, do):
    (lamps, rows), (light, others) = heard("Lamps", "a", "b"), heard("Light", "c")
    do(actions.join_input, row=rows[0], need=light)
    do(actions.merge_need, need=lamps, into=light)
    lamps.refresh_from_db()
    assert voices(light) == {*rows, *others}
    assert not voices(lamps)
    assert list(queries.on_board(area)) == [light]
    assert queries.goes_on_as(lamps) == light


def test_undoes_a_merge_to_what_it_was(area, heard, do):
    (lamps, rows), (light, others) = heard("Lamps", "a", "b"), heard("Light", "c")
    do(actions.join_input, row=rows[0], need=light)
    move = do(actions.merge_need, need=lamps, into=light)
    later = factories.said(area, "d")
    do(actions.join_input, row=later, need=light)
    do(actions.undo_move, move=move, because="Not the same")
    assert voices(lamps) == set(rows)
    assert voices(light) == {rows[0], *others, later}
    assert set(queries.on_board(area)) == {lamps, light}
    assert Line.objects.get(kind="needs/merge-undone").because == "Not the same"


def test_divides_and_undoes_it(area, heard, do):
    need, rows = heard("Lamps", "a", "b", "c")
    worded = actions.Worded(title="Benches")
    made = do(actions.split_need, need=need, worded=worded, inputs=rows[:2])
    assert (voices(made), voices(need)) == (set(rows[:2]), {rows[2]})
    do(actions.undo_move, move=queries.moves_of(made).get(), because="One thing after all")
    made.refresh_from_db()
    assert (voices(need), made.merged_into) == (set(rows), need)
    assert list(queries.on_board(area)) == [need]


def test_leads_on_the_thread_until_it_is_undone(heard, do):
    (lamps, _rows), (light, _others) = heard("Lamps", "a"), heard("Light", "b")
    move = do(actions.merge_need, need=lamps, into=light)
    assert names(lamps) == ["Lamps", "Put together", "Light"] == names(light)
    do(actions.undo_move, move=move, because="Not the same")
    assert (names(lamps), names(light)) == (["Lamps"], ["Light"])


def test_tells_what_came_of_both_from_the_one_receipt(area, heard, do, freja):
    (lamps, (row,)), (light, _others) = heard("Lamps", "a"), heard("Light", "b")
    link(lamps, factories.need(area, freja, "Benches"), why="led to", now=now())
    do(actions.merge_need, need=lamps, into=light)
    assert queries.heard_in(row) == [light]
    assert [knot.name for knot in queries.came_of(light, None)] == ["Benches"]


def test_undoes_the_last_first(heard, do):
    (one, _a), (two, _b), (three, _c) = heard("One", "a"), heard("Two", "b"), heard("Three", "c")
    first = do(actions.merge_need, need=one, into=two)
    last = do(actions.merge_need, need=two, into=three)
    assert queries.goes_on_as(Need.objects.get(pk=one.pk)) == three
    with pytest.raises(CannotAct, match="Undo the last first"):
        do(actions.undo_move, move=first, because="No")
    do(actions.undo_move, move=last, because="No")
    do(actions.undo_move, move=first, because="No")
    with pytest.raises(CannotAct, match="undone already"):
        do(actions.undo_move, move=first, because="No")
    assert [len(voices(need)) for need in (one, two, three)] == [1, 1, 1]


def test_keeps_a_divided_need_that_others_joined(area, heard, do):
    need, rows = heard("Lamps", "a", "b")
    made = do(actions.split_need, need=need, worded=actions.Worded(title="Benches"), inputs=rows[:1])
    do(actions.join_input, row=factories.said(area), need=made)
    with pytest.raises(CannotAct, match="joined to the new one since"):
        do(actions.undo_move, move=queries.moves_of(made).get(), because="No")
    assert len(voices(made)) == 2


def test_refuses_what_makes_no_sense(area, heard, do, freja):
    (lamps, rows), (light, _others) = heard("Lamps", "a"), heard("Light", "b")
    asset = factories.need(area, freja, "Choir", kind="asset")
    worded = actions.Worded(title="Benches")
    for deed, facts in (
        (actions.merge_need, {"need": lamps, "into": lamps}),
        (actions.merge_need, {"need": lamps, "into": asset}),
        (actions.split_need, {"need": lamps, "worded": worded, "inputs": rows}),
        (actions.split_need, {"need": light, "worded": worded, "inputs": rows}),
    ):
        with pytest.raises(CannotAct):
            do(deed, **facts)
    move = do(actions.merge_need, need=lamps, into=light)
    for deed, facts in (
        (actions.merge_need, {"need": light, "into": lamps}),
        (actions.undo_move, {"move": move, "because": " "}),
        (actions.join_input, {"row": factories.said(area), "need": lamps}),
        (actions.edit_need, {"need": lamps, "worded": worded}),
    ):
        with pytest.raises(CannotAct):
            do(deed, **facts)


def test_is_for_staff_of_the_area_alone(area, heard, ida):
    (lamps, _rows), (light, _others) = heard("Lamps", "a"), heard("Light", "b")
    for by in (ida, people.facilitator(people.area("skoven"), "Nadia")):
        with pytest.raises(CannotAct):
            actions.merge_need(need=lamps, into=light, by=by, now=now())


def test_undoes_a_join_and_lets_it_wait_again(area, heard, do):
    (need, (row,)), (other, _rows) = heard("Lamps", "a"), heard("Light", "b")
    do(actions.join_input, row=row, need=other)
    assert do(actions.unjoin_input, row=row, need=other, because="Wrong").state == InputState.JOINED
    undone = do(actions.unjoin_input, row=row, need=need, because="Wrong")
    assert (undone.state, undone.days_to_end) == (InputState.NEW, None)
    assert row in queries.queue(area)
    with pytest.raises(CannotAct):
        do(actions.unjoin_input, row=row, need=need, because="Wrong")
    do(actions.join_input, row=row, need=need)
    with pytest.raises(CannotAct):
        do(actions.unjoin_input, row=row, need=need, because="")


def test_does_it_all_on_pages(client, area, heard, staff):
    (lamps, rows), (light, _others) = heard("Lamps", "The lamp", "A bench"), heard("Light", "b")
    divided = {"title": "Benches", "inputs": [rows[1].pk], "idempotency_key": "a"}
    assert "A bench" in staff.get(at("need-split", lamps.slug)).text
    assert staff.post(at("need-split", lamps.slug), divided).url == at("need", "benches")
    staff.post(at("need-merge", lamps.slug), {"into": light.pk, "idempotency_key": "b"})
    page = client.get(lamps.get_absolute_url()).text
    assert "It was put together with another" in page
    assert light.get_absolute_url() in page
    assert "Lamps</" not in client.get(at("needs")).text
    assert at("need-change", lamps.slug) not in staff.get(lamps.get_absolute_url()).text
    move = queries.moves_of(light).get()
    assert at("need-move-undo", move.pk) in staff.get(at("need-order", light.slug)).text
    undoing = {"because": "Not the same", "idempotency_key": "c"}
    assert staff.post(at("need-move-undo", move.pk), undoing).url == lamps.get_absolute_url()
    assert "It was put together" not in client.get(lamps.get_absolute_url()).text
