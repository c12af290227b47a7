"""The walk of a voter, of somebody who adds words, and of staff."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from medskab.common.clock import now
from medskab.needs.tests import factories as needs
from medskab.people.tests import factories as people
from medskab.statements.models import Conversation, ConversationState, Statement, StatementState, Voice, Vote

from . import factories


def at(name, *words):
    return reverse(name, args=["engen", *words])


def of(name, *words):
    return at(name, "our-yards", *words)


def pk_on(page):
    return re.search(r'name="statement" value="(\d+)"', page.text).group(1)


def test_walks_through_all_cards_and_back(client, yards):
    factories.statements(yards, 3)
    assert "3 statements" in client.get(of("conversation")).text
    for done in range(1, 4):
        page = client.get(of("conversation-vote"))
        assert f"{done} of 3" in page.text
        last = pk_on(page)
        assert client.post(of("conversation-vote"), {"statement": last, "choice": "1"}).url == of(
            "conversation-vote"
        )
    page = client.get(of("conversation-vote")).text
    assert "You have answered all of them" in page
    assert "You have answered all of them" in client.get(of("conversation")).text
    page = client.get(f"{of('conversation-vote')}?statement={last}&mine")
    assert "You said: Agree." in page.text
    assert "Back to the one before" in page.text
    facts = {"statement": last, "choice": "-1", "to_mine": "on"}
    assert client.post(of("conversation-vote"), facts).url == of("conversation-mine")
    assert client.get(of("conversation-mine")).text.count(">Disagree<") == 1
    assert (Voice.objects.count(), Vote.objects.count()) == (1, 3)


def test_counts_no_vote_of_a_browser_that_keeps_no_cookie(client, yards):
    pk = factories.statement(yards).pk
    page = client.post(of("conversation-vote"), {"statement": pk, "choice": "1"})
    assert "Send it once more" in page.text
    assert not Vote.objects.exists()
    client.cookies.clear()
    page = client.post(of("conversation-vote"), {"statement": pk, "choice": "1", "again": "on"})
    assert "Your browser keeps no cookies" in page.text
    assert not Vote.objects.exists()
    client.post(of("conversation-vote"), {"statement": pk, "choice": "1", "again": "on"})
    assert Vote.objects.count() == 1


def test_is_one_voice_for_a_person_in_two_browsers(client, ida, yards):
    pk = factories.statement(yards).pk
    for browser in (client, type(client)(HTTP_ACCEPT_LANGUAGE="en")):
        people.sign_in(browser, ida).post(of("conversation-vote"), {"statement": pk, "choice": "1"})
    assert (Voice.objects.count(), Vote.objects.count()) == (1, 1)


@pytest.mark.parametrize("sent", [{}, {"statement": "x", "choice": "1"}, {"statement": "²"}, {"choice": "7"}])
def test_goes_on_after_nonsense(client, yards, sent):
    factories.statement(yards)
    client.get(of("conversation-vote"))
    assert client.post(of("conversation-vote"), sent).url == of("conversation-vote")
    assert not Vote.objects.exists()


def test_remembers_the_block_of_a_code_on_the_wall(client, area, yards):
    place, pk = people.place(area), factories.statement(yards).pk
    assert client.get(of("conversation-at", place.pk)).url == of("conversation")
    client.get(of("conversation-vote"))
    client.post(of("conversation-vote"), {"statement": pk, "choice": "0"})
    assert list(Voice.objects.values_list("channel", "place")) == [("qr", place.pk)]
    assert client.get(of("conversation-at", 99999)).status_code == 404


def test_leads_to_the_front_while_it_takes_no_votes(client, area, freja):
    one = factories.conversation(area, freja, closes_at=now() - timedelta(hours=1))
    pk = factories.statement(one).pk
    assert client.get(of("conversation-vote")).url == of("conversation")
    assert client.post(of("conversation-vote"), {"statement": pk, "choice": "1"}).url == of("conversation")
    assert client.get(of("conversation-say")).url == of("conversation")
    assert "It is closed" in client.get(of("conversation")).text
    assert "You have not voted here yet" in client.get(of("conversation-mine")).text


def test_shows_what_is_alike_before_it_takes_a_statement(client, yards):
    near = factories.statement(yards, "We need more benches in the yard")
    client.get(of("conversation-say"))
    facts = {"words": "We need benches in the yard", "idempotency_key": "one"}
    page = client.post(of("conversation-say"), facts).text
    assert f"?statement={near.pk}" in page
    assert Statement.objects.count() == 1
    assert client.post(of("conversation-say"), {**facts, "anyway": "yes"}).url == of("conversation-mine")
    row = Statement.objects.get(state=StatementState.WAITING)
    assert "Waits for a check" in client.get(of("conversation-mine")).text
    assert "1 statement waits for a check" in client.get(of("conversation")).text
    other = type(client)(HTTP_ACCEPT_LANGUAGE="en")
    take_back = of("statement-take-back", row.pk)
    other.post(take_back, {"idempotency_key": "x"})
    assert Statement.objects.filter(state=StatementState.WAITING).exists()
    client.post(take_back, {"idempotency_key": "two"})
    assert not Statement.objects.filter(state=StatementState.WAITING).exists()


def test_asks_a_new_browser_to_send_a_statement_once_more(client, yards):
    facts = {"words": "Fewer cars", "idempotency_key": "one"}
    assert "Send it once more" in client.post(of("conversation-say"), facts).text
    assert not Statement.objects.exists()
    assert client.post(of("conversation-say"), facts).url == of("conversation-mine")


def test_lets_staff_make_fill_open_and_close_one(client, staff, area, freja):
    need = needs.need(area, freja)
    facts = {"title": "Our yards", "question": "What now?", "days_to_check": "3", "takes_statements": "on"}
    page = staff.post(at("conversation-new"), {**facts, "idempotency_key": "one"})
    assert page.url == of("conversation-seeds")
    assert "Light on the paths</textarea>" in staff.get(f"{page.url}?need={need.slug}").text
    facts = {"lines": "Fewer cars\n\nA slide", "heard_in": need.slug, "idempotency_key": "two"}
    assert staff.post(page.url, facts).url == of("conversation")
    assert "our-yards" not in client.get(at("conversations")).text
    assert client.get(of("conversation")).status_code == 302
    staff.post(of("conversation-state"), {"idempotency_key": "three"})
    assert "our-yards" in client.get(at("conversations")).text
    assert "2 statements" in client.get(of("conversation")).text
    assert "Our yards" in staff.get(of("conversation-change")).text
    staff.post(of("conversation-state"), {"idempotency_key": "four", "because": "Enough"})
    assert Conversation.objects.get().state == ConversationState.CLOSED
    assert "Say why" in staff.post(of("conversation-state"), {"idempotency_key": "five"}).text


def test_keeps_the_days_that_staff_typed(staff, yards):
    facts = {"title": "Yards", "days_to_check": "5", "opens_on": "2026-01-02", "closes_on": "2026-01-09"}
    staff.post(of("conversation-change"), {**facts, "idempotency_key": "one"})
    page = staff.get(of("conversation-change")).text
    assert 'value="2026-01-02"' in page
    assert 'value="2026-01-09"' in page


def test_leads_staff_through_what_waits(client, staff, yards):
    old = now() - timedelta(days=5)
    rows = [
        factories.statement(yards, f"Car {n}", state=StatementState.WAITING, proposed_at=old)
        for n in range(2)
    ]
    assert "2 statements have waited too long" in client.get(of("conversation")).text
    assert "Car 1" in staff.get(of("statement-queue")).text
    page = staff.post(of("statement-check", rows[0].pk), {"show": "yes", "idempotency_key": "one"})
    assert page.url == of("statement-check", rows[1].pk)
    assert "Say why" in staff.post(page.url, {"because": "", "idempotency_key": "two"}).text
    page = staff.post(page.url, {"because": "It names Bo", "idempotency_key": "three"})
    assert page.url == of("statement-queue")
    assert "Car 1" in staff.get(f"{page.url}?state=declined").text
    assert "Car 1" not in client.get(of("conversation-vote")).text


def test_says_so_where_nothing_is_asked(client, area):
    assert "Nothing is asked just now" in client.get(at("conversations")).text
