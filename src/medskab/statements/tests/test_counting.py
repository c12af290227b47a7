"""When it is counted, what is kept of a count, and that anybody can make it again."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse

from medskab.common import clock
from medskab.statements import actions, results
from medskab.statements.calculations import routing
from medskab.statements.models import ConversationState, Snapshot
from medskab.statements.queries import keys_of_person
from medskab.tools.jobs.models import Job
from medskab.tools.jobs.tests.factories import run_pending_jobs

from . import factories

RESULT = ("conversation-result", ["engen", "our-yards"])


def look(client):
    cache.clear()
    return client.get(reverse(RESULT[0], args=RESULT[1])).text


def count(yards):
    actions.ask_for_count(conversation=yards, by=None, now=clock.now())
    run_pending_jobs()
    return yards.snapshots.get()


def test_is_counted_beside_the_page_however_many_look(client, yards):
    factories.camps(yards)
    assert "being counted" in look(client)
    look(client)
    assert Job.objects.count() == 1
    run_pending_jobs()
    assert "Most of us agree" in look(client)


def test_counts_again_after_a_minute_and_only_when_something_is_new(yards):
    factories.camps(yards)
    last, later = count(yards), clock.now() + timedelta(minutes=2)
    assert not results.is_stale(yards, last, later)
    factories.vote(factories.voice(yards), yards.statements.first())
    cache.clear()
    assert not results.is_stale(yards, last, clock.now())
    assert results.is_stale(yards, last, later)


def test_keeps_one_count_and_the_letters_of_the_groups(yards):
    some = factories.camps(yards)
    before = count(yards)
    newcomers = factories.voices(yards, 6)
    factories.votes(
        newcomers, list(yards.statements.all()), lambda who, what: 1 if what == 0 or what % 2 else -1
    )
    Job.objects.all().delete()
    after = count(yards)
    assert before.pk != after.pk
    assert len(before.group_of) == len(some)
    assert {voter: after.group_of[voter] for voter in before.group_of} == before.group_of


def test_counts_for_the_last_time_when_it_closes(yards, freja):
    factories.camps(yards)
    count(yards)
    actions.close_conversation(conversation=yards, by=freja, now=clock.now())
    run_pending_jobs()
    assert yards.snapshots.get().is_final


def test_closes_and_counts_at_night_what_is_over(yards):
    factories.camps(yards)
    yards.closes_at = clock.now() - timedelta(hours=1)
    yards.save()
    actions.close_and_count(now=clock.now())
    run_pending_jobs()
    yards.refresh_from_db()
    assert yards.state == ConversationState.CLOSED
    assert yards.snapshots.get().is_final


def test_gives_out_a_row_for_each_voice_with_its_group(client, yards):
    factories.camps(yards)
    last = count(yards)
    yards.state = ConversationState.CLOSED
    yards.save()
    rows = client.get(reverse("conversation-people-file", args=RESULT[1])).text.splitlines()
    found = {row.split(",")[0]: int(row.split(",")[1]) for row in rows[1:]}
    assert found == last.group_of


def test_shows_no_statement_that_was_taken_away_since(client, yards, freja):
    factories.camps(yards)
    count(yards)
    assert "Statement 3" in look(client)
    away = yards.statements.get(number=3)
    actions.decline_statement(statement=away, because="It names somebody.", by=freja, now=clock.now())
    assert "Statement 3" not in look(client)


def test_forgets_a_count_with_the_votes_of_somebody_who_is_erased(yards, ida, freja):
    factories.camps(yards)
    other = factories.conversation(yards.area, freja, "Lamps")
    count(yards)
    count(other)
    voice = factories.voice(yards, "ida")
    voice.key = keys_of_person(ida)[yards.pk]
    voice.save()
    actions.erase_from_statements(person=ida, by=None, now=clock.now())
    assert not yards.snapshots.exists()
    assert Snapshot.objects.filter(conversation=other).exists()


@pytest.mark.parametrize("is_counted", [False, True])
def test_shows_sooner_what_tells_people_apart_once_it_is_counted(yards, is_counted):
    factories.camps(yards)
    if is_counted:
        count(yards)
    cache.clear()
    shown = list(yards.statements.values_list("pk", flat=True))
    drawn = [routing.drawn_next(yards, shown, set(), step / 400) for step in range(400)]
    assert (drawn.count(shown[0]) < 60) == is_counted


def test_goes_on_paper_with_what_everybody_may_know(client, yards):
    factories.camps(yards)
    assert client.get(reverse("conversation-report", args=RESULT[1])).status_code == 404
    factories.counted(yards)
    answer = client.get(reverse("conversation-report", args=RESULT[1]))
    assert answer["Content-Type"] == "application/pdf"
    assert b"/StructTreeRoot" in answer.content
