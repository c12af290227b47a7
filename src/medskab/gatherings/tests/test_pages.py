"""Every page of a meeting opens in every state to whom it should, and says what it must."""

import pytest
from django.urls import reverse

from medskab.common.clock import now
from medskab.common.models import DeedReceipt
from medskab.gatherings import actions, queries
from medskab.gatherings.models import ItemKind, Kind, State
from medskab.gatherings.urls import urlpatterns
from medskab.people.tests import factories as people

from . import factories

PUBLIC = {"gathering", "gathering-calendar", "gathering-agenda-pdf", "gathering-check-in"}
OF_MEETING = [
    one.name
    for one in urlpatterns
    if "<slug:slug>" in str(one.pattern) and "<int:pk>" not in str(one.pattern)
]
OF_ITEM = [one.name for one in urlpatterns if "items/<int:pk>" in str(one.pattern)]


def address(meeting, name, **also):
    return reverse(name, kwargs={"area_slug": meeting.area.slug, "slug": meeting.slug, **also})


@pytest.mark.parametrize("state", [State.DRAFT, State.CALLED, State.UNDER_WAY, State.HELD, State.WRITTEN])
def test_opens_to_the_board_in_each_state(client, area, bo, state):
    meeting = factories.gathering(area, bo, state=state)
    people.sign_in(client, bo)
    closed = {"gathering-sign"} if state != State.WRITTEN else set()
    closed |= {"motion-new"} if state == State.DRAFT else set()
    for name in OF_MEETING:
        expected = {200} if name not in closed else {403, 404}
        assert client.get(address(meeting, name)).status_code in expected, name
    point = factories.item(meeting, ItemKind.ELECTION)
    for name in OF_ITEM:
        answer = client.get(address(meeting, name, pk=point.pk))
        assert answer.status_code in {200, 302}, name


def test_hides_a_draft_from_everybody_else(client, area, bo, ida):
    meeting = factories.gathering(area, bo)
    assert client.get(address(meeting, "gathering")).status_code == 302
    people.sign_in(client, ida)
    for name in OF_MEETING:
        assert client.get(address(meeting, name)).status_code == 403, name


def test_shows_a_called_meeting_to_everybody_and_keeps_the_work_closed(client, area, bo, ida):
    meeting = factories.gathering(area, bo, state=State.CALLED)
    for name in PUBLIC:
        assert client.get(address(meeting, name)).status_code == 200, name
    people.sign_in(client, ida)
    for name in set(OF_MEETING) - PUBLIC - {"motion-new"}:
        assert client.get(address(meeting, name)).status_code == 403, name


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (Kind.LAWFUL, "This is an afdelingsmøde: what is decided here binds."),
        (Kind.INFORMAL, "This is a beboermøde: we talk, and nothing is decided."),
        (Kind.EVENT, "This is an event"),
    ],
)
def test_says_which_it_is(client, area, bo, kind, sentence):
    meeting = factories.gathering(area, bo, kind=kind, state=State.CALLED)
    assert sentence in client.get(address(meeting, "gathering")).text


def test_shows_results_and_signatures_once_published(client, area, bo):
    meeting = factories.gathering(area, bo, state=State.SIGNED)
    assert "Adopted." not in client.get(address(meeting, "gathering")).text
    factories._published(meeting, bo)
    page = client.get(address(meeting, "gathering")).text
    assert "Adopted. Show of hands: 3 yes, 1 no" in page
    assert "Karen Holm is elected with 3 votes." in page
    assert "2 homes, 4 votes" in page
    assert meeting.minutes_versions.get().sha256 in page


def test_asks_the_database_as_often_for_many_points_as_for_few(
    client, area, bo, django_assert_max_num_queries
):
    meeting = factories.gathering(area, bo)
    for number in range(40):
        point = {"title": f"Point {number}", "kind": ItemKind.VOTE}
        actions.add_item(gathering=meeting, words=point, by=bo, now=now())
    factories._called(meeting, bo)
    with django_assert_max_num_queries(12):
        assert "Point 39" in client.get(address(meeting, "gathering")).text


def test_lists_what_comes_and_drafts_to_the_board_only(client, area, bo):
    factories.gathering(area, bo, state=State.CALLED, title="The yearly meeting")
    factories.gathering(area, bo, title="Not told yet")
    listing = reverse("gatherings", args=[area.slug])
    seen = client.get(listing).text
    assert "The yearly meeting" in seen
    assert "Not told yet" not in seen
    people.sign_in(client, bo)
    assert "Not told yet" in client.get(listing).text


def test_offers_the_beboermoede_where_a_call_is_too_late(client, area, bo):
    meeting = factories.gathering(area, bo, begins_at=factories.at(20))
    people.sign_in(client, bo)
    page = client.post(address(meeting, "gathering-call"), {"idempotency_key": "k"})
    assert "at least 28 days before" in page.text
    assert address(meeting, "gathering-call-informal") in page.text
    client.post(address(meeting, "gathering-call-informal"), {"idempotency_key": "l"})
    called = factories.again(meeting)
    assert (called.kind, called.state) == (Kind.INFORMAL, State.CALLED)


def test_lets_a_home_in_with_the_code_and_makes_guessers_wait(client, area, bo, ida):
    meeting = factories.gathering(area, bo, state=State.UNDER_WAY)
    people.sign_in(client, ida)
    factories.home(area, "mf")
    sent = {"code": "ZZZZZZ", "home": "Engvej 4, 1. mf", "votes": "2"}
    door = address(meeting, "gathering-check-in")
    assert "not the code on the wall" in client.post(door, sent | {"idempotency_key": "a"}).text
    right = sent | {"code": meeting.door_code}
    assert client.post(door, right | {"idempotency_key": "b"}).status_code == 302
    assert queries.attendance(meeting).homes == 3
    assert not DeedReceipt.objects.filter(by__contains=str(ida.pk), deed__endswith="check_in").exists()
    for number in range(30):
        client.post(door, sent | {"idempotency_key": f"x{number}"})
    assert "Wait a minute" in client.post(door, right | {"idempotency_key": "c"}).text


def test_runs_a_meeting_on_its_pages(client, area, bo):
    meeting = factories.gathering(area, bo, state=State.UNDER_WAY)
    people.sign_in(client, bo)
    budget, election = factories.item(meeting, ItemKind.BUDGET), factories.item(meeting, ItemKind.ELECTION)
    vote = {"method": "hands", "majority": "of-valid", "yes": 3, "no": 1, "blank": 0, "invalid": 0}
    chosen = {"seats": 1, "substitutes": 1, "term_until": "2028-09-30", "lots_drawn_by": ""}
    chosen |= {"name_1": "Karen Holm", "votes_1": 3, "name_2": "Per Lund", "votes_2": 1}
    for name, point, given in (("gathering-vote", budget, vote), ("gathering-election", election, chosen)):
        place = address(meeting, name, pk=point.pk)
        assert client.post(place, given | {"idempotency_key": name}).status_code == 302, name
    page = client.get(address(meeting, "gathering-run")).text
    assert "Adopted." in page
    assert "Karen Holm is elected with 3 votes." in page
    assert "Per Lund is substitute with 1 vote." in page


def test_prepares_a_meeting_from_an_empty_form(client, area, bo):
    people.sign_in(client, bo)
    given = {
        "heading": "Afdelingsmøde 2027",
        "kind": Kind.LAWFUL,
        "begins_at": "2027-09-10T19:00",
        "ends_at": "2027-09-10T21:00",
        "where": "The beboerhus",
        "ballot_share_percent": 25,
        "idempotency_key": "new",
    }
    new = reverse("gathering-new", args=[area.slug])
    assert "Choose it." in client.post(new, given).text
    department = factories.department(area)
    answer = client.post(new, given | {"department": department.pk})
    assert answer.url == reverse("gathering-work", args=[area.slug, "afdelingsmoede-2027"])
    again = client.post(new, given | {"department": department.pk})
    assert again.url == answer.url
