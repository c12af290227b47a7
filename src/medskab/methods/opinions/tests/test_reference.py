"""The reference conversations: what must be equal is equal."""

import numpy as np
import pytest

from medskab.methods.opinions.components import components, places
from medskab.methods.opinions.consensus import agreed_across, consensus
from medskab.methods.opinions.representative import representative
from medskab.methods.opinions.routing import priorities
from medskab.methods.opinions.tallies import tallies

from .references import NAMES, by_statement, reference

CURRENT = [name for name in NAMES if not name.startswith("50")]  # the stored result of that one is older


def _groups(case):
    return tallies(case.votes, case.group, len(case.stored["group-clusters"]))


def _order(case):
    order = {str(tid): at for at, tid in enumerate(case.stored["tids"])}
    return [order[statement.id] for statement in case.votes.statements]


def _axes(case):
    return np.array(case.stored["pca"]["comps"])[:, _order(case)]


@pytest.mark.parametrize("name", NAMES)
def test_finds_the_directions_of_the_reference(name):
    case, is_current = reference(name), name in CURRENT
    plane, theirs = components(case.votes), _axes(case)
    cosines = np.abs((plane.axes * theirs).sum(axis=1)) / np.linalg.norm(theirs, axis=1)
    assert (cosines >= (1 - 1e-9 if is_current else 0.999)).all()
    center = -np.array(case.stored["pca"]["center"])[_order(case)]
    assert np.abs(plane.center - center).max() < (1e-9 if is_current else 0.05)


@pytest.mark.parametrize("name", CURRENT)
def test_places_people_where_the_reference_does(name):
    case = reference(name)
    plane = components(case.votes)
    found = places(case.votes, plane) * -np.sign((plane.axes * _axes(case)).sum(axis=1))
    at = {voter: number for number, voter in enumerate(case.votes.voters)}
    base = case.stored["base-clusters"]
    ours = [found[[at[str(one)] for one in members]].mean(axis=0) for members in base["members"]]
    assert np.abs(np.array(ours) - np.column_stack((base["x"], base["y"]))).max() < 1e-9
    extremity = np.array(case.stored["pca"]["comment-extremity"])[_order(case)]
    assert np.abs(plane.extremity - extremity).max() < 1e-9


@pytest.mark.parametrize("name", NAMES)
def test_counts_each_group_as_the_reference_does(name):
    case = reference(name)
    found = _groups(case)
    for at, group in enumerate(case.stored["group-clusters"]):
        theirs = by_statement(case.votes, case.stored["group-votes"][str(group["id"])]["votes"])
        for count, key in ((found.agreed, "A"), (found.disagreed, "D"), (found.answered, "S")):
            assert count[at].tolist() == [one[key] for one in theirs]


@pytest.mark.parametrize("name", NAMES)
def test_describes_each_group_by_the_same_statements_in_the_same_order(name):
    case = reference(name)
    named = case.votes.statements
    told = representative(_groups(case), case.votes.is_out)
    for group, ours in zip(case.stored["group-clusters"], told, strict=True):
        theirs = case.stored["repness"][str(group["id"])]
        assert [(named[one.statement].id, one.direction, one.count, one.answered) for one in ours] == [
            (str(one["tid"]), one["repful-for"], one["n-success"], one["n-trials"]) for one in theirs
        ]
        for one, other in zip(ours, theirs, strict=True):
            assert one.share == pytest.approx(other["p-success"], abs=1e-9)
            assert one.share_test == pytest.approx(other["p-test"], abs=1e-9)
            assert one.ratio == pytest.approx(other["repness"], abs=1e-9)
            assert one.ratio_test == pytest.approx(
                other["repness-test"], rel=1e-6
            )  # stored in single precision


@pytest.mark.parametrize("name", NAMES)
def test_finds_the_same_consensus(name):
    case = reference(name)
    everybody = tallies(case.votes, np.zeros(case.votes.shape[0], dtype=np.int64), 1)
    found = consensus(everybody, case.votes.is_out)
    for ours, key in ((found.agreed, "agree"), (found.disagreed, "disagree")):
        theirs = [str(one["tid"]) for one in case.stored["consensus"][key]]
        assert [case.votes.statements[at].id for at in ours] == theirs
    across = by_statement(case.votes, case.stored["group-aware-consensus"])
    assert np.abs(agreed_across(_groups(case)) - across).max() < 1e-9


@pytest.mark.parametrize("name", CURRENT)
def test_gives_statements_the_same_priority(name):
    case = reference(name)
    theirs = np.array(by_statement(case.votes, case.stored["comment-priorities"]), dtype=float)
    is_meta = np.array([statement.is_meta for statement in case.votes.statements])
    ours = priorities(_groups(case), components(case.votes).extremity, is_meta)
    assert np.abs(ours / theirs - 1).max() < 1e-9


def test_does_not_tell_that_a_group_rejects_what_it_agrees_with_most():
    case = reference("50ptpt-3gp-strict-no-meta")
    told = representative(_groups(case), case.votes.is_out)[2][0]
    assert (told.direction, told.told_as, told.agreed, told.answered) == ("disagree", "agree", 7, 10)
