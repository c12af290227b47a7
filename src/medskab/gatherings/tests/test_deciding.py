"""Votes and elections of the homes in the room."""

import pytest
from django.db import IntegrityError, transaction

from medskab.common.append_only import WrittenForGood
from medskab.common.clock import now
from medskab.gatherings import actions, calculations, queries, refusals
from medskab.gatherings.calculations import Standing
from medskab.gatherings.models import ItemKind, ItemVote, Kind, State
from medskab.methods.budgeting.yes_no import YesNoResult

from . import factories
from .factories import FRAME, VOTE


@pytest.fixture
def meeting(area, bo):
    return factories.gathering(area, bo, state=State.UNDER_WAY)


@pytest.fixture
def budget(meeting):
    return factories.item(meeting, ItemKind.BUDGET)


def voted(item, by, because="", **numbers):
    actions.record_vote(item=item, numbers=VOTE | numbers, because=because, by=by, now=now())
    return queries.outcome_of(factories.item(item.gathering, item.kind))


def test_counts_a_vote_of_the_homes(budget, bo):
    assert voted(budget, bo).outcome.result == YesNoResult.ADOPTED


def test_adopts_nothing_by_equal_votes(budget, bo):
    assert voted(budget, bo, yes=2, no=2).outcome.result == YesNoResult.TIED


def test_refuses_more_votes_than_are_in_the_room(budget, bo):
    with pytest.raises(refusals.TooManyVotes, match="5 votes are more than the 4"):
        voted(budget, bo, blank=1)
    assert queries.outcome_of(budget) is None


def test_keeps_impossible_votes_out_of_the_database(area, budget, bo):
    row = VOTE | {"homes_present": 1, "votes_present": 3}
    with pytest.raises(IntegrityError), transaction.atomic():
        ItemVote.objects.create(area=area, item=budget, at=now(), by=bo, **row)
    row = VOTE | {"homes_present": 2, "votes_present": 3}
    with pytest.raises(IntegrityError), transaction.atomic():
        ItemVote.objects.create(area=area, item=budget, at=now(), by=bo, **row)


def test_corrects_a_vote_beside_the_first_with_a_reason(budget, bo):
    voted(budget, bo)
    with pytest.raises(refusals.SayWhyItChanges):
        voted(budget, bo, yes=1, no=3)
    corrected = voted(budget, bo, because="Two hands were counted twice", yes=1, no=3)
    assert corrected.outcome.result == YesNoResult.REJECTED
    assert budget.votes.count() == 2
    with pytest.raises(WrittenForGood):
        corrected.vote.save()


def test_refuses_votes_where_they_do_not_belong(area, meeting, bo, ida):
    with pytest.raises(refusals.NotForVotes):
        voted(factories.item(meeting, ItemKind.ELECTION), bo)
    with pytest.raises(refusals.NotYoursToConduct):
        voted(factories.item(meeting, ItemKind.BUDGET), ida)
    talk = factories.gathering(area, bo, kind=Kind.INFORMAL, state=State.UNDER_WAY)
    with pytest.raises(refusals.DecidesNothing):
        voted(factories.item(talk, ItemKind.OTHER), bo)
    early = factories.gathering(area, bo, state=State.CALLED)
    with pytest.raises(refusals.NotAtThisPoint):
        voted(factories.item(early, ItemKind.BUDGET), bo)


@pytest.mark.parametrize(
    ("rise", "demanded", "goes"), [("15", 4, False), ("15.01", 1, True), ("16", 0, False), ("16", 1, True)]
)
def test_sends_a_high_rise_to_all_homes_where_enough_ask(budget, bo, rise, demanded, goes):
    type(budget).objects.filter(pk=budget.pk).update(rent_rise_percent=rise)
    assert voted(budget, bo, ballot_demanded=demanded).must_go_to_ballot is goes


def test_refuses_more_demands_than_votes(budget, bo):
    with pytest.raises(refusals.TooManyVotes):
        voted(budget, bo, yes=1, no=1, ballot_demanded=3)


def seats(candidates, seats_, substitutes):
    return {one.standing.name: one.seat for one in calculations.chosen(candidates, seats_, substitutes)}


def test_elects_those_with_most_votes():
    came_out = seats([Standing("A", 2), Standing("B", 4), Standing("C", 3), Standing("D", 1)], 2, 1)
    assert came_out == {"B": "elected", "C": "elected", "A": "substitute", "D": "not-elected"}


@pytest.mark.parametrize(
    ("votes", "seats_", "substitutes", "needs_lots"),
    [
        ((3, 3, 1), 2, 0, False),
        ((3, 2, 2), 2, 0, True),
        ((4, 2, 2), 1, 2, True),
        ((4, 3, 1, 1), 1, 1, False),
        ((4, 1, 1), 1, 1, True),
        ((0, 0), 2, 1, False),
        ((5, 5, 5), 1, 0, True),
    ],
)
def test_asks_for_lots_only_where_they_decide(votes, seats_, substitutes, needs_lots):
    standing = [Standing(f"N{number}", count) for number, count in enumerate(votes)]
    if needs_lots:
        with pytest.raises(refusals.LotsNeeded):
            calculations.chosen(standing, seats_, substitutes)
    else:
        assert len(calculations.chosen(standing, seats_, substitutes)) == len(votes)


def test_follows_the_lots_that_were_drawn(meeting, bo):
    item = factories.item(meeting, ItemKind.ELECTION)
    tied = [Standing("A", 2, lot=2), Standing("B", 2, lot=1)]
    with pytest.raises(refusals.LotsNeeded):
        actions.record_election(item=item, frame=FRAME, candidates=tied, by=bo, now=now())
    frame = FRAME | {"lots_drawn_by": "The chair"}
    election = actions.record_election(item=item, frame=frame, candidates=tied, by=bo, now=now())
    assert list(election.candidates.values_list("name", "seat")) == [("B", "elected"), ("A", "substitute")]


def test_refuses_a_candidate_with_more_votes_than_the_room(meeting, bo):
    item = factories.item(meeting, ItemKind.ELECTION)
    with pytest.raises(refusals.TooManyVotes):
        actions.record_election(item=item, frame=FRAME, candidates=[Standing("A", 5)], by=bo, now=now())
    point = factories.item(meeting, ItemKind.BUDGET)
    with pytest.raises(refusals.NoElection):
        actions.record_election(item=point, frame=FRAME, candidates=[Standing("A", 1)], by=bo, now=now())
