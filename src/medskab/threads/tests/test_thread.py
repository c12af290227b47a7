"""What is on a thread, and for whom."""

from datetime import UTC, date, datetime

import pytest

from medskab.audit.models import Line
from medskab.common.append_only import WrittenForGood
from medskab.common.clock import now
from medskab.threads import actions, following, showing
from medskab.threads.models import Link
from medskab.threads.queries import Reason, thread_of

from .factories import SHOWING, thing, tie

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _shown(monkeypatch):
    monkeypatch.setattr(showing, "_showings", {})
    showing.register(Line, SHOWING)


def names(about, viewer=None):
    return [knot.name for month in thread_of(about, viewer) for knot in month.knots]


def test_shows_what_led_to_it_and_what_it_led_to():
    need, idea, vote, room = (thing(name) for name in ("need", "idea", "vote", "room"))
    tie(need, idea, vote, room)
    for each in (need, idea, vote, room):
        assert names(each) == ["need", "idea", "vote", "room"]


def test_does_not_show_the_siblings_of_a_cause():
    need, idea, other = thing("need"), thing("idea"), thing("other")
    tie(need, idea)
    tie(need, other)
    assert names(idea) == ["need", "idea"]
    assert names(need) == ["need", "idea", "other"]


def test_leaves_out_what_is_hidden_and_what_lies_behind_it():
    need, secret, vote = thing("need"), thing("secret", hidden=True), thing("vote")
    tie(need, secret, vote)
    assert names(need) == ["need"]
    assert names(vote) == ["vote"]
    assert names(need, "staff") == ["need", "secret", "vote"]


def test_shows_what_can_also_be_reached_in_the_open():
    need, secret, vote = thing("need"), thing("secret", hidden=True), thing("vote")
    tie(need, secret, vote)
    tie(need, vote)
    assert names(need) == ["need", "vote"]


def test_says_why_each_thing_is_there():
    need, wish, vote = thing("need"), thing("wish"), thing("vote")
    tie(need, vote)
    tie(wish, vote)
    ((month),) = thread_of(vote, None)
    assert month.knots[-1].reasons == (Reason("became", "need"), Reason("became", "wish"))
    assert [knot.is_here for knot in month.knots] == [False, False, True]


def test_groups_by_month_and_tells_no_finer_time():
    need, idea, vote = thing("need"), thing("idea"), thing("vote")
    tie(need, idea, at=datetime(2026, 3, 31, 23, 30, tzinfo=UTC))  # already April in Denmark
    tie(idea, vote, at=datetime(2026, 6, 2, tzinfo=UTC))
    assert [month.begins_on for month in thread_of(vote, None)] == [date(2026, 4, 1), date(2026, 6, 1)]


def test_stands_alone_without_links():
    assert names(thing("need")) == ["need"]


def test_ends_where_things_lead_in_a_circle():
    one, two = thing("one"), thing("two")
    tie(one, two, one)
    assert sorted(names(one)) == ["one", "two"]


def test_stays_within_the_area():
    with pytest.raises(ValueError, match="never leads out"):
        tie(thing("here"), thing("there", area_id=2))


def test_leaves_out_what_no_room_shows():
    need = thing("need")
    Link.objects.create(
        area_id=1,
        from_kind="audit.line",
        from_id=str(need.pk),
        to_kind="audit.access",
        to_id="1",
        why="",
        at=now(),
    )
    assert names(need) == ["need"]


def test_is_said_once_and_for_good():
    need, idea = thing("need"), thing("idea")
    first = actions.link(need, idea, why="became", now=now())
    assert actions.link(need, idea, why="became", now=now()) == first
    with pytest.raises(WrittenForGood):
        first.delete()


def test_takes_as_many_queries_for_many_things_as_for_few(django_assert_num_queries):
    need = thing("need")
    for number in range(3):
        tie(need, thing(f"idea {number}"))
    queries = 1 + 3  # nothing before; links, things, and nothing further on
    with django_assert_num_queries(queries):
        thread_of(need, None)
    for number in range(30):
        tie(need, thing(f"more {number}"))
    with django_assert_num_queries(queries):
        thread_of(need, None)


def test_stops_at_a_bound(monkeypatch):
    monkeypatch.setattr(following, "LONGEST", 5)
    chain = [thing(f"thing {number}") for number in range(9)]
    tie(*chain)
    assert names(chain[0]) == [f"thing {number}" for number in range(5)]


def test_goes_on_from_a_crossing_only_to_what_is_on_the_thread_anyway(monkeypatch):
    need, idea, decision, won, other = (thing(name) for name in ("need", "idea", "decision", "won", "other"))
    tie(need, idea, decision)
    tie(idea, won)
    tie(decision, won)
    tie(decision, other)
    monkeypatch.setattr(following, "is_crossing", lambda key: key[1] == str(decision.pk))
    assert names(need) == ["need", "idea", "decision", "won"]
    assert names(decision) == ["need", "idea", "decision", "won", "other"]
    reasons = {knot.name: len(knot.reasons) for month in thread_of(need, None) for knot in month.knots}
    assert reasons["won"] == 2
