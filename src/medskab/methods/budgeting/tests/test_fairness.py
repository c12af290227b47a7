"""fairness: by hand, by brute force, and on real results."""

from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cases import pb_expected, pb_file

from medskab.methods.budgeting.election import BadElection, BallotKind, Ballots, Election, Project
from medskab.methods.budgeting.fairness import PassedOver, fairness
from medskab.methods.budgeting.read_pb import read_pb

from .files import pb, pb_points

PLACES = (
    "project_id;cost;category;target;district;latitude;longitude\n"
    "p;30;green,play;all;North;1;1\nq;70;green;;South;2;2\nr;20;;;South;;\n"
)


def _election(costs: list[int], chosen: list[list[int]], budget: int) -> Election:
    offsets = np.concatenate([[0], np.cumsum([len(ballot) for ballot in chosen])]).astype(np.int64)
    named = np.array([place for ballot in chosen for place in ballot], np.int32)
    projects = tuple(Project(str(place), cost) for place, cost in enumerate(costs))
    return Election(budget, projects, Ballots(BallotKind.APPROVAL, offsets, named))


def test_counts_voters_with_a_winner_and_what_they_got():
    found = fairness(read_pb(pb()), ["q"])
    assert (found.voters, found.voters_with_winner, found.share_with_winner) == (3, 2, Fraction(2, 3))
    assert found.average_winners == Fraction(2, 3)
    assert found.average_money_share == Fraction(140, 300)
    assert found.gini == Fraction(1, 3)


def test_calls_a_result_even_when_all_get_the_same():
    assert fairness(_election([10], [[0], [0]], 10), ["0"]).gini == 0


def test_answers_zero_where_nobody_votes_or_nothing_is_spent():
    found = fairness(_election([10], [], 0), [])
    assert (found.share_with_winner, found.gini, found.average_money_share) == (0, 0, 0)
    assert found.passed_over == ()


def test_shares_money_and_support_among_the_categories_of_a_project():
    parts = {part.name: part for part in fairness(read_pb(pb(projects=PLACES)), ["p"]).by_category}
    assert (parts["green"].money, parts["play"].money, parts[""].money) == (15, 15, 0)
    assert (parts["green"].support, parts["play"].support) == (Fraction(5, 2), Fraction(1, 2))
    assert (parts["green"].projects, parts["green"].winners) == (2, 1)


def test_follows_the_money_to_the_named_place():
    found = fairness(read_pb(pb(projects=PLACES)), ["p", "r"])
    assert found.place_column == "district"
    assert [(part.name, part.money) for part in found.by_place] == [("North", 30), ("South", 20)]


def test_follows_the_money_to_a_quadrant_where_only_coordinates_are_given():
    found = fairness(read_pb(pb(projects=PLACES.replace("district", "colour"))), ["p"])
    assert found.place_column == "quadrant"
    assert {part.name: part.money for part in found.by_place} == {"south-west": 30, "north-east": 0, "": 0}


def test_takes_points_above_zero_as_support():
    found = fairness(read_pb(pb_points("0,4")), ["p"])
    assert (found.voters_with_winner, found.passed_over) == (0, (PassedOver("q", 1, 1),))


def test_refuses_a_winner_that_is_no_project():
    with pytest.raises(BadElection, match="zz"):
        fairness(read_pb(pb()), ["zz"])


def test_names_a_free_project_that_was_passed_over():
    assert fairness(_election([0], [[0]], 0), []).passed_over == (PassedOver("0", 1, 1),)


def test_is_exact_where_sums_are_larger_than_64_bits():
    costs, n = [10**18, 10**18 - 1], 41
    chosen = [[0]] * 20 + [[1]] * 21
    found = fairness(_election(costs, chosen, 2 * 10**18), ["0", "1"])
    money = sorted(costs[ballot[0]] for ballot in chosen)
    pairs = sum(abs(one - other) for one in money for other in money)
    assert found.gini == Fraction(pairs, 2 * n * sum(money))


SMALL = st.integers(1, 4).flatmap(
    lambda m: st.tuples(
        st.lists(st.integers(0, 12), min_size=m, max_size=m),
        st.lists(st.lists(st.integers(0, m - 1), unique=True), min_size=1, max_size=6),
        st.integers(0, 30),
        st.sets(st.integers(0, m - 1)),
    )
)


@given(SMALL)
@settings(max_examples=150, deadline=None)
def test_agrees_with_a_search_through_all_groups_of_voters(case):
    costs, chosen, budget, won = case
    found = fairness(_election(costs, chosen, budget), [str(place) for place in won])
    assert {(one.project, one.level) for one in found.passed_over} == _search(costs, chosen, budget, won)


def _search(costs: list[int], chosen: list[list[int]], budget: int, won: set[int]) -> set[tuple[str, int]]:
    """Each project passed over with its smallest level, by trying every group of supporters."""
    breaches: dict[str, int] = {}
    for place in set(range(len(costs))) - won:
        supporters = [ballot for ballot in chosen if place in ballot]
        for level in range(len(won) + 1, 0, -1):
            for size in range(1, len(supporters) + 1):
                for group in combinations(supporters, size):
                    is_short = all(len(won & set(ballot)) < level for ballot in group)
                    if is_short and size * budget >= level * costs[place] * len(chosen):
                        breaches[str(place)] = level
    return set(breaches.items())


def test_finds_no_breach_after_equal_shares_by_number_on_real_elections():
    for case in pb_expected():
        winners = case["rules"].get("equal-shares:cardinality:none")
        if winners:
            found = fairness(read_pb(pb_file(case["file"])), winners)
            assert found.passed_over == (), case["file"]
            assert found.voters == case["voters"]
