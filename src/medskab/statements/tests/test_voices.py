"""Voting, saying, taking back, erasing."""

from datetime import timedelta

import pytest

from medskab.common.arriving import Channel
from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.voices import voice_of_person
from medskab.people.tests import factories as people
from medskab.places.models import Place, PlaceKind
from medskab.statements import actions, queries
from medskab.statements.actions import Voter, Words
from medskab.statements.calculations.routing import alike
from medskab.statements.models import ConversationState, Statement, StatementState, Voice, Vote

from . import factories

KEY = factories.key_of("me")


def cast(statement, choice=1, key=KEY, at=None, **facts):
    voter = Voter(key, **facts)
    return actions.cast_vote(statement=statement, choice=choice, voter=voter, by=None, now=at or now())


def say(about, words="Fewer cars", key=KEY, at=None):
    return actions.say_statement(
        conversation=about, said=Words(words, "da"), key=key, by=None, now=at or now()
    )


def test_counts_the_last_word_of_one_voice_once(yards):
    statement, later = factories.statement(yards), now() + timedelta(minutes=1)
    first = cast(statement, 1)
    assert cast(statement, 1, at=later).pk == first.pk
    assert Vote.objects.get().changed == 0
    cast(statement, -1, at=later)
    vote = Vote.objects.get()
    assert (vote.choice, vote.changed, vote.cast_at) == (-1, 1, later)
    cast(statement, 0, key=factories.key_of("you"))
    assert (Vote.objects.count(), Voice.objects.count()) == (2, 2)


def test_keeps_by_which_door_a_voice_came_and_no_finer_than_the_block(area, yards):
    top = people.place(area)
    department = Place.objects.create(area=area, kind=PlaceKind.DEPARTMENT, name="A", parent=top)
    block = Place.objects.create(area=area, kind=PlaceKind.BLOCK, name="1", parent=department)
    stairs = Place.objects.create(area=area, kind=PlaceKind.STAIRWELL, name="1A", parent=block)
    elsewhere = people.place(people.area("vangen"))
    statement = factories.statement(yards)
    cast(statement, channel=Channel.QR, place=stairs.pk)
    cast(statement, key=factories.key_of("you"), place=elsewhere.pk)
    assert list(Voice.objects.order_by("pk").values_list("channel", "place")) == [
        ("qr", block.pk),
        ("web", None),
    ]


@pytest.mark.parametrize("state", [ConversationState.DRAFT, ConversationState.CLOSED])
def test_refuses_votes_and_words_while_it_is_not_open(area, freja, state):
    one = factories.conversation(area, freja, state=state)
    with pytest.raises(CannotAct, match="not open"):
        cast(factories.statement(one))
    with pytest.raises(CannotAct, match="No statements"):
        say(one)
    assert not Voice.objects.exists()


def test_refuses_a_vote_on_what_is_not_shown_and_a_choice_that_there_is_not(yards):
    with pytest.raises(CannotAct, match="no longer here"):
        cast(factories.statement(yards, state=StatementState.WAITING))
    with pytest.raises(CannotAct, match="one of the three"):
        cast(factories.statement(yards), 2)
    assert not Vote.objects.exists()


def test_holds_back_a_flood_of_one_voice_but_not_of_its_neighbours(yards):
    for number in range(5):
        say(yards, f"Car {number}")
    with pytest.raises(CannotAct, match="still wait"):
        say(yards, "Car 6")
    Statement.objects.update(state=StatementState.SHOWN)
    with pytest.raises(CannotAct, match="within an hour"):
        say(yards, "Car 6")
    assert say(yards, "Car 6", at=now() + timedelta(hours=2)).number == 5
    for number in range(24):
        say(yards, f"Bike {number}", key=factories.key_of(number))
    with pytest.raises(CannotAct, match="Wait a minute"):
        say(yards, "Bike 26", key=factories.key_of("late"))


def test_takes_back_ones_own_until_others_have_voted(yards):
    row = say(yards)
    with pytest.raises(CannotAct, match="not yours"):
        actions.withdraw_statement(statement=row, key=factories.key_of("you"), by=None, now=now())
    with pytest.raises(CannotAct, match="not yours"):
        actions.withdraw_statement(statement=factories.statement(yards), key="", by=None, now=now())
    Statement.objects.filter(pk=row.pk).update(state=StatementState.SHOWN)
    other = cast(row, key=factories.key_of("you"))
    with pytest.raises(CannotAct, match="Others have voted"):
        actions.withdraw_statement(statement=row, key=KEY, by=None, now=now())
    other.delete()
    gone = actions.withdraw_statement(statement=row, key=KEY, by=None, now=now())
    assert (gone.state, gone.words) == (StatementState.WITHDRAWN, "")


def test_finds_what_says_nearly_the_same(yards):
    factories.statements(yards, 10, "The lamps by the gate number")
    near = factories.statement(yards, "We need more benches in the yard")
    factories.statement(yards, "More benches in our yard", state=StatementState.WAITING)
    assert alike(yards, "We need benches in the yard")[0] == near
    assert not alike(yards, "Dogs on a lead")


def test_erases_the_votes_and_the_mark_of_a_person_and_of_nobody_else(area, ida, yards):
    key = voice_of_person(ida, queries.about(yards))
    statement, waiting = factories.statement(yards), say(yards, "Secret", key=key)
    shown = say(yards, "Cars", key=key)
    Statement.objects.filter(pk=shown.pk).update(state=StatementState.SHOWN)
    cast(statement, key=key)
    cast(statement)
    told = queries.own_things(ida)
    assert ({one["words"] for one in told["statements"]}, len(told["opinions"])) == ({"Secret", "Cars"}, 1)
    actions.erase_from_statements(person=ida, by=None, now=now())
    assert list(Voice.objects.values_list("key", flat=True)) == [KEY]
    assert Vote.objects.count() == 1
    waiting.refresh_from_db()
    shown.refresh_from_db()
    assert (waiting.state, waiting.words, waiting.said_by_voice) == ("withdrawn", "", "")
    assert (shown.state, shown.words, shown.said_by_voice) == ("shown", "Cars", "")
