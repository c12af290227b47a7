"""What other rooms and the thread know of meetings, and what erasing leaves."""

from types import SimpleNamespace

from django.apps import apps

from medskab.common.clock import now
from medskab.gatherings import actions, queries, words
from medskab.gatherings.models import Candidate, Gathering, ItemKind, State
from medskab.gatherings.upwards import AttachedDecision
from medskab.people.actions import erase
from medskab.people.tests import factories as people
from medskab.threads.queries import thread_of

from . import factories

ATTACHED = "medskab.gatherings.tests.test_upwards.attached"


def attached(items):
    return [(items[0].pk, AttachedDecision("Vote on the bikes", "/engen/votes/1/", "open"))]


def test_shows_what_a_room_above_attaches_to_a_point(monkeypatch, area, bo):
    meeting = factories.gathering(area, bo)
    room = SimpleNamespace(item_decisions=(ATTACHED,))
    monkeypatch.setattr(apps, "get_app_configs", lambda: [room])
    shown = words.shown_items(queries.agenda(meeting), with_results=False)
    assert [one.title for one in shown[0].attached] == ["Vote on the bikes"]
    assert shown[1].attached == ()


def test_names_meetings_that_somebody_must_hand_over(area, bo):
    factories.gathering(area, bo, state=State.CALLED, title="Yearly meeting")
    factories.gathering(area, bo, state=State.CANCELLED, title="Gone")
    assert [duty.title for duty in queries.duties_of(bo)] == ["Yearly meeting"]


def test_lists_what_comes_without_drafts(area, bo):
    factories.gathering(area, bo)
    called = factories.gathering(area, bo, state=State.CALLED)
    assert list(queries.coming(area, now())) == [called]
    assert list(queries.past(area, called.ends_at)) == [called]


def test_leads_from_a_motion_to_its_point_on_the_thread(area, bo, ida):
    meeting = factories.gathering(area, bo, state=State.CALLED)
    given = {"title": "Bikes", "text": ""}
    motion = actions.hand_in_motion(gathering=meeting, words=given, by=ida, now=now())
    item = actions.put_on_agenda(motion=motion, by=bo, now=now())
    knots = [knot for month in thread_of(item, None) for knot in month.knots]
    assert [knot.kind_name for knot in knots] == ["Motion", "Point of an agenda"]


def test_forgets_names_and_unanswered_motions_of_who_is_erased(area, bo):
    people.facilitator(area)
    karen = factories.resident(area, "Karen Holm")
    called = factories.gathering(area, bo, state=State.CALLED)
    given = {"title": "Bikes", "text": "Mine rusts."}
    motion = actions.hand_in_motion(gathering=called, words=given, by=karen, now=now())
    meeting = factories.gathering(area, bo, state=State.PUBLISHED)
    before = meeting.minutes_versions.get().sha256
    assert queries.own_things(karen)["motions"][0]["motion"] == "Bikes"
    erase(person=karen, by=karen, now=now())
    motion.refresh_from_db()
    assert (motion.title, motion.text) == ("", "")
    assert not Candidate.objects.filter(name="Karen Holm").exists()
    assert not Gathering.objects.filter(chair_name="Karen Holm").exists()
    assert meeting.minutes_versions.get().sha256 == before
    lines = " ".join(words.results(factories.item(meeting, ItemKind.ELECTION)))
    assert "Somebody who is no longer here" in lines


def test_leaves_a_name_that_somebody_else_bears_too(area, bo):
    people.facilitator(area)
    one, _other = (
        factories.resident(area, "Karen Holm"),
        people.person(area, "Karen Holm", email="k@x.example"),
    )
    factories.gathering(area, bo, state=State.PUBLISHED)
    erase(person=one, by=one, now=now())
    assert Candidate.objects.filter(name="Karen Holm").exists()
