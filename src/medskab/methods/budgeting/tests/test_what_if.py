"""What would have had to be different."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cases import pb_file

from medskab.methods.budgeting.count import count
from medskab.methods.budgeting.election import BadElection
from medskab.methods.budgeting.read_pb import read_pb
from medskab.methods.budgeting.rule import Rule, RuleName
from medskab.methods.budgeting.what_if import what_if

from .elections import election, elections

_PARK = election(100, {"p": 60, "q": 50, "r": 30}, ["p", "p", "p", "q", "q", "r"])


def _wins_with(given, name, rule, *, more=0, cost=None):
    ids = [project.id for project in given.projects]
    votes = ["".join(ids[at] for at in given.ballots.projects[begin:end])
             for begin, end in pairwise(given.ballots.offsets)]  # fmt: skip
    costs = {one.id: one.cost if cost is None or one.id != name else cost for one in given.projects}
    changed = election(given.budget, costs, votes + [name] * more, currency_unit=given.currency_unit)
    return name in count(changed, rule).winners


def test_tells_how_many_more_votes_and_what_cost_would_have_been_enough():
    answer = what_if(_PARK, "q", Rule("greedy-votes"))
    assert (answer.votes, answer.cost) == (2, 40)
    assert answer.votes_least
    assert answer.cost_least


@pytest.mark.parametrize("name", list(RuleName))
@given(data=st.data(), given_election=elections(voters=6))
@settings(max_examples=15, deadline=None)
def test_finds_the_least_change_that_a_full_search_finds(name, data, given_election):
    rule = Rule(name, completion="none" if name is RuleName.EQUAL_SHARES else None)
    outcome = count(given_election, rule)
    if not outcome.reasons:
        return
    loser = data.draw(st.sampled_from(sorted(outcome.reasons)))
    unit = given_election.currency_unit
    answer = what_if(given_election, loser, rule)
    cost = next(one.cost for one in given_election.projects if one.id == loser)
    cheaper = [max(0, cost - unit * units) for units in range(1, -(-cost // unit) + 1)]
    works = [price for price in cheaper if _wins_with(given_election, loser, rule, cost=price)]
    assert answer.cost == max(works, default=None)
    if answer.votes is not None:
        assert _wins_with(given_election, loser, rule, more=answer.votes)
        assert not any(_wins_with(given_election, loser, rule, more=more) for more in range(1, answer.votes))


def test_says_that_no_votes_help_what_costs_more_than_the_budget():
    answer = what_if(election(50, {"p": 60, "q": 10}, ["p", "p", "q"]), "p", Rule("greedy-votes"))
    assert (answer.votes, answer.votes_least, answer.cost) == (None, True, 50)


def test_refuses_a_winner_and_a_project_that_is_not_there():
    with pytest.raises(BadElection, match="is funded"):
        what_if(_PARK, "p", Rule("greedy-votes"))
    with pytest.raises(BadElection, match="no project x"):
        what_if(_PARK, "x")


def test_answers_for_a_real_election():
    wieliczka = read_pb(pb_file("poland_wieliczka_2023_green-budget.pb"))
    rule = Rule(completion="none")
    loser = next(iter(count(wieliczka, rule).reasons))
    answer = what_if(wieliczka, loser, rule, tries=0)
    at = next(at for at, one in enumerate(wieliczka.projects) if one.id == loser)
    projects = list(wieliczka.projects)
    projects[at] = replace(projects[at], cost=answer.cost)
    assert loser in count(replace(wieliczka, projects=tuple(projects)), rule).winners
    assert not answer.cost_least
    assert answer.counts < 80
