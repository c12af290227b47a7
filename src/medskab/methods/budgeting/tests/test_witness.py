"""Another library as witness: pabutools, on small real elections (development only)."""

import pytest
from tests.cases import pb_file

from medskab.methods.budgeting.count import count
from medskab.methods.budgeting.read_pb import read_pb
from medskab.methods.budgeting.rule import Rule

_SMALL = ["netherlands_amsterdam_166_.pb", "poland_warszawa_2017_saska-kepa.pb", "poland_swiecie_2023_.pb"]


@pytest.fixture(params=_SMALL)
def both(request):
    """The same file as read by them and by us."""
    pabulib = pytest.importorskip("pabutools.election.pabulib")
    path = pb_file(request.param)
    return pabulib.parse_pabulib(str(path)), read_pb(path)


def _names(chosen):
    return [project.name for project in chosen]


@pytest.mark.parametrize(
    ("satisfaction", "theirs"), [("cost", "Cost_Sat"), ("cardinality", "Cardinality_Sat")]
)
def test_agrees_with_pabutools_on_equal_shares(both, satisfaction, theirs):
    from pabutools import election, rules

    (instance, profile), ours = both
    chosen = rules.method_of_equal_shares(instance, profile, sat_class=getattr(election, theirs))
    assert list(count(ours, Rule("equal-shares", satisfaction, "none")).winners) == _names(chosen)


def test_agrees_with_pabutools_on_phragmen(both):
    from pabutools import rules

    (instance, profile), ours = both
    chosen = rules.sequential_phragmen(instance, profile)
    assert sorted(count(ours, Rule("phragmen")).winners) == sorted(_names(chosen))


@pytest.mark.parametrize(
    ("name", "theirs"), [("greedy-votes", "Cost_Sat"), ("greedy-votes-per-cost", "Cardinality_Sat")]
)
def test_agrees_with_pabutools_on_greedy_counts(both, name, theirs):
    from pabutools import election, rules

    (instance, profile), ours = both
    chosen = rules.greedy_utilitarian_welfare(instance, profile, sat_class=getattr(election, theirs))
    assert sorted(count(ours, Rule(name)).winners) == sorted(_names(chosen))
