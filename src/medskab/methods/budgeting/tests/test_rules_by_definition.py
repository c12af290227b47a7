"""Every rule against its definition in plain fractions, on small elections of all kinds."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from medskab.methods.budgeting import _desk, _plain
from medskab.methods.budgeting.count import count
from medskab.methods.budgeting.election import BallotKind, Ballots, Election, Project
from medskab.methods.budgeting.limits import Limits, Override
from medskab.methods.budgeting.rule import BadRule, Completion, Rule, RuleName, Satisfaction, TieBreak

from .elections import any_elections
from .reference import Slow

_OTHERS = [RuleName.PHRAGMEN, RuleName.GREEDY_VOTES, RuleName.GREEDY_VOTES_PER_COST, RuleName.BOS]


def _satisfactions(kind: BallotKind) -> list[Satisfaction]:
    own = {BallotKind.ORDINAL: [Satisfaction.BORDA]}
    with_points = [Satisfaction.POINTS] if kind in (BallotKind.CUMULATIVE, BallotKind.SCORING) else []
    return [Satisfaction.COST, Satisfaction.CARDINALITY, *with_points, *own.get(kind, [])]


@st.composite
def _rules(draw: st.DrawFn, election: Election) -> Rule:
    tie_break = draw(st.sampled_from(list(TieBreak)))
    lot: tuple[str, ...] = ()
    if tie_break is TieBreak.LOT:
        lot = tuple(draw(st.permutations([project.id for project in election.projects])))
    name = draw(st.sampled_from([RuleName.EQUAL_SHARES, *_OTHERS]))
    satisfaction = draw(st.sampled_from(_satisfactions(election.ballots.kind)))
    if name is RuleName.PHRAGMEN:
        return Rule(name, None, None, tie_break, lot)
    completion = draw(st.sampled_from(list(Completion))) if name is RuleName.EQUAL_SHARES else None
    return Rule(name, satisfaction, completion, tie_break, lot)


@st.composite
def _limits(draw: st.DrawFn, election: Election) -> Limits:
    ids = [project.id for project in election.projects]
    categories = sorted({category for project in election.projects for category in project.categories})
    groups = st.lists(st.sampled_from(ids), min_size=2, max_size=3, unique=True).map(tuple)
    return Limits(
        minimum_votes=draw(st.integers(0, 2)),
        incompatible=tuple(draw(st.lists(groups, max_size=2))) if len(ids) > 1 else (),
        ceilings=draw(st.dictionaries(st.sampled_from(categories), st.integers(0, 25), max_size=2)),
        overrides=tuple(
            Override(name, draw(st.booleans()), "the ground is too wet", "the board")
            for name in draw(st.lists(st.sampled_from(ids), max_size=1))
        ),
    )


@given(data=st.data(), election=any_elections())
@settings(max_examples=400, deadline=None)
def test_chooses_what_its_definition_chooses(data, election):
    rule = data.draw(_rules(election))
    assert list(count(election, rule).winners) == Slow(election, rule).winners()


@given(data=st.data(), election=any_elections())
@settings(max_examples=300, deadline=None)
def test_chooses_what_its_definition_chooses_under_limits(data, election):
    rule, limits = data.draw(_rules(election)), data.draw(_limits(election))
    try:
        winners = list(count(election, rule, limits).winners)
    except BadRule:
        by_hand = [one for one in limits.overrides if one.funded]
        assume(
            not by_hand
        )  # what is funded by hand may not fit the budget or a ceiling: nothing else may fail
        raise
    assert winners == Slow(election, rule, limits).winners()


@given(data=st.data(), election=any_elections())
@settings(max_examples=150, deadline=None)
def test_gives_the_same_outcome_with_and_without_numba(data, election):
    kernels = pytest.importorskip("medskab.methods.budgeting._kernels")
    rule = data.draw(_rules(election))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_desk, "loops_for", lambda entries: kernels)
        compiled = count(election, rule)
        patch.setattr(_desk, "loops_for", lambda entries: _plain)
        plain = count(election, rule)
    assert compiled == plain


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (0, 1, 3, 2), (3, 2, 1, 0)])
def test_names_those_that_end_phragmen_alike_in_whatever_order_they_come(order):
    named = [Project("a", 0), *(Project(name, 1) for name in "bcd")]
    voted = Ballots(BallotKind.APPROVAL, np.array([0, 4, 4]), np.arange(4))
    election = Election(1, tuple(named[at] for at in order), voted)
    outcome = count(election, Rule("phragmen"))
    assert outcome.reasons["c"].because == outcome.reasons["d"].because == ("c", "d")
