"""yes_no and needs_household_ballot: votes of households by tenant law."""

from fractions import Fraction

import pytest

from medskab.methods.budgeting.election import BadElection
from medskab.methods.budgeting.household_ballot import needs_household_ballot
from medskab.methods.budgeting.yes_no import HouseholdVote, Majority, YesNoResult, yes_no


def test_counts_vaerebro_park_2018():
    outcome = yes_no(HouseholdVote(yes=269, no=362, blank=8, invalid=3, homes=1345))
    assert outcome.result is YesNoResult.REJECTED
    assert (outcome.valid, outcome.cast, outcome.possible) == (631, 642, 2690)
    assert outcome.turnout == Fraction(642, 2690)
    assert (outcome.homes_at_least, outcome.homes_at_most) == (321, 642)


@pytest.mark.parametrize(
    ("yes", "no", "blank", "majority", "result"),
    [
        (6, 5, 0, Majority.OF_VALID, YesNoResult.ADOPTED),
        (5, 5, 0, Majority.OF_VALID, YesNoResult.TIED),
        (0, 0, 9, Majority.OF_VALID, YesNoResult.TIED),
        (5, 4, 9, Majority.OF_VALID, YesNoResult.ADOPTED),
        (5, 4, 1, Majority.OF_CAST, YesNoResult.REJECTED),
        (6, 4, 1, Majority.OF_CAST, YesNoResult.ADOPTED),
        (4, 4, 1, Majority.OF_CAST, YesNoResult.TIED),
    ],
)
def test_decides_by_the_majority_of_the_statutes(yes, no, blank, majority, result):
    vote = HouseholdVote(yes=yes, no=no, blank=blank, invalid=0, homes=50, majority=majority)
    assert yes_no(vote).result is result


def test_never_counts_more_homes_than_there_are():
    outcome = yes_no(HouseholdVote(yes=15, no=0, blank=0, invalid=0, homes=10))
    assert (outcome.homes_at_least, outcome.homes_at_most) == (8, 10)


def test_knows_the_homes_exactly_where_each_has_one_vote():
    outcome = yes_no(HouseholdVote(yes=7, no=2, blank=0, invalid=0, homes=10, votes_per_home=1))
    assert (outcome.homes_at_least, outcome.homes_at_most) == (9, 9)


def test_answers_where_there_are_no_homes():
    assert yes_no(HouseholdVote(yes=0, no=0, blank=0, invalid=0, homes=0)).turnout == 0


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ({"yes": 2700}, "more than 1345 homes can cast"),
        ({"no": -1}, "“no” is negative"),
        ({"votes_per_home": 3}, "one vote or two"),
    ],
)
def test_refuses_numbers_that_cannot_be(numbers, words):
    right = {"yes": 1, "no": 1, "blank": 0, "invalid": 0, "homes": 1345}
    with pytest.raises(BadElection, match=words):
        HouseholdVote(**(right | numbers))


@pytest.mark.parametrize(
    ("rise", "demanded", "voting", "share", "needed"),
    [
        ("15", 100, 100, "1/4", False),
        ("15.01", 25, 100, "1/4", True),
        ("15.01", 24, 100, "1/4", False),
        ("40", 26, 103, "1/4", True),
        ("40", 25, 103, "1/4", False),
        ("40", 10, 100, "1/10", True),
        ("40", 0, 0, "1/4", False),
    ],
)
def test_sends_a_rent_rise_to_all_households_when_enough_demand_it(rise, demanded, voting, share, needed):
    assert needs_household_ballot(Fraction(rise), demanded, voting, Fraction(share)) is needed


@pytest.mark.parametrize(
    ("demanded", "voting", "share"), [(5, 4, "1/4"), (-1, 4, "1/4"), (1, 4, "1/3"), (1, 4, "0")]
)
def test_refuses_demands_that_cannot_be(demanded, voting, share):
    with pytest.raises(BadElection):
        needs_household_ballot(Fraction(20), demanded, voting, Fraction(share))
